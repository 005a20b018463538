import type { LocatedColumn, LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Match } from "../draft/label.ts";
import { isFigure } from "../draft/numeral.ts";
import { isHead, isTitle } from "../draft/rows.ts";
import { tableIndexOf } from "../draft/table-index.ts";
import { cellsOf } from "../draft/tables.ts";
import { type CellId, cellIdOf, leavesOf } from "../form/index.ts";
import type { Box, Grid } from "../read/outline.ts";

/** A figure of the clipboard and the cell it is for. */
interface Figure {
  readonly id: CellId;
  readonly box: Box;
}

/** The figures that were told to cells. */
interface ToldFigures {
  readonly figures: readonly Figure[];
  /** Rows whose figures were told by their order alone, where that leaves a choice. */
  readonly ordered: readonly LocatedRow[];
}

/** The figures of copied tables with the cells that the labels of rows and columns name. */
export function toldFigures(tables: readonly LocatedTable[]): ToldFigures {
  const ordered = tables.flatMap(orderedRows);
  const labelled = [...cellsOf(tables.map(withoutGuessedColumns)).values()].map(({ id, box }): Figure => ({ id, box }));
  return {
    figures: [...labelled, ...ordered.flatMap(({ figures }) => figures)],
    ordered: ordered.filter(({ figures }) => figures.length > 1).map(({ row }) => row),
  };
}

/** Rows that their neighbours alone explain are a guess: a clipboard may hold any part of a table. */
export function withoutGuesses(located: LocatedTable): LocatedTable {
  return { ...located, rows: located.rows.filter(isTold) };
}

/** A column owns the figure right below its head, and none under another head or in a row of another width. */
function withoutGuessedColumns(located: LocatedTable): LocatedTable {
  const { table, heads, rows } = located;
  const index = tableIndexOf(table);
  const widths = new Map(
    located.grids.map((grid) => [
      grid,
      Math.max(0, ...grid.rows.filter((row) => isHead(index, row)).map(({ boxes }) => boxes.length)),
    ]),
  );
  const isBelow = (column: LocatedColumn) =>
    heads.some(({ box, index: at }) => box === column.box && at === column.index);
  const isStraight = ({ grid, row }: LocatedRow) => row.boxes.length === widths.get(grid);
  return {
    ...located,
    rows: rows.map((row) => ({
      ...row,
      columns: row.columns.filter((column) => isTold(column) && isBelow(column)),
      shifted: isStraight(row) ? undefined : row.shifted,
    })),
  };
}

function isFilled({ text }: Box): boolean {
  return text !== "";
}

function isTold({ match }: { readonly match: Match }): boolean {
  return match !== "context";
}

interface OrderedRow {
  readonly row: LocatedRow;
  readonly figures: readonly Figure[];
}

/** Rows without heads that have just as many figures behind their label, and nothing else, as there are columns. */
function orderedRows(located: LocatedTable): readonly OrderedRow[] {
  const { table, rows } = located;
  return rows.flatMap((row) => {
    if (row.columns.length > 0 || row.repeated || row.leaf.label === "" || hasStrangeHeads(located, row.grid))
      return [];
    const { boxes } = row.row;
    const behind = boxes.slice(boxes.indexOf(row.box) + 1).filter(({ merged }) => merged !== true);
    const first = behind.findIndex(isFilled);
    const run = first < 0 ? [] : behind.slice(first, behind.findLastIndex(isFilled) + 1);
    const columns = leavesOf(row.block.columns);
    if (run.length !== columns.length || !run.every(({ text }) => isFigure(text))) return [];
    const figures = run.flatMap((box, at) => {
      const column = columns[at];
      return column === undefined ? [] : [{ id: cellIdOf(table, row.leaf, column), box }];
    });
    return [{ row, figures }];
  });
}

/** Words over the figures that are no heads of the form: their columns may be any. */
function hasStrangeHeads({ table, rows }: LocatedTable, grid: Grid): boolean {
  const index = tableIndexOf(table);
  return grid.rows.some(
    (row) =>
      !row.boxes.some(({ text }) => isFigure(text)) &&
      !rows.some((one) => one.row === row || one.fragments.includes(row)) &&
      !isTitle(index, row) &&
      !isHead(index, row),
  );
}
