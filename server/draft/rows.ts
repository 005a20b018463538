import type { Leaf } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import { locateColumns } from "./columns.ts";
import type { LocatedColumn, LocatedRow, StrangeRow } from "./draft.ts";
import { placeFigures } from "./figures.ts";
import { lettersOf, lookUp } from "./label.ts";
import { isFigure } from "./numeral.ts";
import { labelDepthOf, type OpenRow, settleLabels, textOf } from "./row-labels.ts";
import type { TableIndex } from "./table-index.ts";

/** Everything the grids of one table hold. */
export interface ReadRows {
  readonly heads: readonly LocatedColumn[];
  readonly rows: readonly LocatedRow[];
  readonly strangers: readonly StrangeRow[];
}

/** Reads the grids of one table: heads by the columns' labels, rows by theirs. */
export function readRows(index: TableIndex, grids: readonly Grid[]): ReadRows {
  const { heads, open: all } = splitGrids(index, grids);
  const names = new Set(heads.map(({ box }) => box.span.start));
  // A cell that reaches into the heads and names a column there names no row.
  const open = all.filter(({ label }) => label === undefined || !names.has(label.span.start));
  const settled = settleLabels(index, open);
  const rows: LocatedRow[] = [];
  const strangers: StrangeRow[] = [];
  const seen = new Set<Leaf>();
  open.forEach((candidate, at) => {
    const found = settled[at];
    const { grid, row, label } = candidate;
    const last = rows.at(-1);
    if (found === undefined) {
      if (label !== undefined && last !== undefined && isFragment(candidate, last)) {
        rows[rows.length - 1] = { ...last, fragments: [...last.fragments, row] };
      } else if (label !== undefined && candidate.hasFigures) {
        strangers.push({ grid, row, box: label });
      }
      return;
    }
    const box = labelOf(index, candidate, found.leaf);
    const block = index.table.blocks.find(({ rows: lines }) => leavesOf(lines).includes(found.leaf));
    if (box === undefined || block === undefined) return;
    const placed = placeFigures(candidate.heads, block, row, box, candidate.width, found.leaf.label !== "");
    rows.push({ ...found, block, box, grid, row, ...placed, fragments: [], repeated: seen.has(found.leaf) });
    seen.add(found.leaf);
  });
  return { heads, rows, strangers };
}

/** Tells heads, titles and rows apart. Grids without heads of their own go on under those above. */
function splitGrids(index: TableIndex, grids: readonly Grid[]) {
  const heads: LocatedColumn[] = [];
  const open: OpenRow[] = [];
  const blank: OpenRow[] = [];
  let current: readonly LocatedColumn[] = [];
  let width = 0;
  for (const grid of grids) {
    let run: GridRow[] = [];
    for (const row of grid.rows) {
      if (isHead(index, row)) {
        run.push(row);
        continue;
      }
      if (run.length > 0) {
        current = locateColumns(index, grid, run);
        heads.push(...current);
        width = Math.max(...run.map(({ boxes }) => boxes.length));
        run = [];
      }
      if (isTitle(index, row)) continue;
      const rows = row.boxes.every(({ text }) => text === "") ? blank : open;
      const figure = figureAt(index, row);
      rows.push({ grid, row, heads: current, width, label: labelBox(index, row, current), hasFigures: figure >= 0 });
    }
    if (run.length > 0) heads.push(...locateColumns(index, grid, run));
  }
  // The one row of a table whose rows have no labels is there even while nothing is filled in.
  return { heads, open: open.length === 0 && hasUnnamedRow(index) ? blank.slice(0, 1) : open };
}

function hasUnnamedRow({ table }: TableIndex): boolean {
  return table.blocks.some(({ rows }) => leavesOf(rows).some(({ label }) => label === ""));
}

/** A row that holds nothing but the title of a block. */
export function isTitle(index: TableIndex, { boxes }: GridRow): boolean {
  const filled = boxes.filter(({ text, merged }) => text !== "" && merged !== true);
  return filled.length === 1 && lookUp(index.titles, filled[0]?.text ?? "") !== undefined;
}

/** A row of heads has no figures and names a corner, a group of columns, or more columns than rows. */
export function isHead(index: TableIndex, row: GridRow): boolean {
  const filled = row.boxes.filter(({ text, merged }) => text !== "" && merged !== true);
  if (filled.length === 0 || figureAt(index, row) >= 0) return false;
  if (filled.some(({ text }) => lookUp(index.corners, text) !== undefined)) return true;
  const columns = filled.filter(({ text }) => lookUp(index.columns, text) !== undefined);
  const groups = filled.filter(({ text }) => lookUp(index.columnGroups, text) !== undefined);
  const rows = filled.filter(
    ({ text }) => lookUp(index.rows, text) !== undefined || lookUp(index.rowGroups, text) !== undefined,
  );
  return groups.length > 0 || columns.length > rows.length || (columns.length > 1 && columns.length === filled.length);
}

/**
 * The innermost label of a row: the last text before its figures that names a row, or the last one at all. Where only
 * a group is named beside the figures, the label is the blank after it.
 */
function labelBox(index: TableIndex, row: GridRow, heads: readonly LocatedColumn[]): Box | undefined {
  const { boxes } = row;
  const firstHead = Math.min(...heads.map(({ index: at }) => at), boxes.length);
  const firstFigure = figureAt(index, row);
  const before = boxes.slice(0, firstFigure < 0 ? Math.max(firstHead, 1) : firstFigure);
  const texts = before.filter(({ text }) => text !== "");
  const named = texts.filter(({ text }) => lookUp(index.rows, text) !== undefined);
  const labels = texts.filter(({ text }) => lookUp(index.rowGroups, text) === undefined);
  const blank = firstFigure < 0 || before.at(-1)?.text !== "" ? undefined : before.at(-1);
  const chosen = named.at(-1) ?? labels.at(-1) ?? blank ?? texts.at(-1);
  return chosen === undefined ? undefined : (boxes.find(({ span }) => span.start === chosen.span.start) ?? chosen);
}

/** Where the label of a row stands, or would stand: a blank one in the column of labels the form gives it. */
function labelOf(index: TableIndex, { row: { boxes }, label }: OpenRow, leaf: Leaf): Box | undefined {
  if (label === undefined || leaf.label === "") return boxes.find(({ text }) => text !== "") ?? boxes[0];
  const place = boxes[labelDepthOf(index, leaf)];
  return label.text === "" && place !== undefined && place.text === "" && boxes.indexOf(place) < boxes.indexOf(label)
    ? place
    : label;
}

/** Place of the first figure of a row, -1 where there is none. A label that is numbered without a mark is none. */
function figureAt(index: TableIndex, { boxes }: GridRow): number {
  return boxes.findIndex(({ text }) => isFigure(text) && lookUp(index.rows, text) === undefined);
}

/** A row without figures whose text goes on with the official label where the row above broke off. */
function isFragment({ row, hasFigures }: OpenRow, above: LocatedRow): boolean {
  if (hasFigures) return false;
  const before = lettersOf([above.box.text, ...above.fragments.map(textOf)].join(""));
  const official = lettersOf(above.leaf.label);
  const rest = lettersOf(textOf(row));
  return rest !== "" && (official.startsWith(before + rest) || (before !== official && official.endsWith(rest)));
}
