import type { LocatedRow, LocatedTable } from "../draft/draft.ts";
import { lettersOf } from "../draft/label.ts";
import { labelDepthOf } from "../draft/row-labels.ts";
import { isHead, isTitle } from "../draft/rows.ts";
import { tableIndexOf } from "../draft/table-index.ts";
import type { Block } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { layoutOf } from "../form/layout.ts";
import type { Box, Grid, GridRow, Span } from "../read/outline.ts";
import { placeHeads } from "./place-heads.ts";
import { filledBoxes } from "./words.ts";

/** A row as it is to be written: its texts, without the blanks that fill the table's width. */
export interface WrittenRow {
  readonly texts: readonly string[];
  readonly source: Span;
  /** Its figures are too few or too many, and blanks would make them seem to be told to columns. */
  readonly isRagged?: boolean;
}

/**
 * The rows of an official table in the canonical shape, labels and figures as they are printed. Undefined where that
 * would lose a word: a column that the form does not have, more labels than there are columns for them.
 */
export function canonicalRows(located: LocatedTable, grid: Grid): readonly WrittenRow[] | undefined {
  const rows: WrittenRow[] = [];
  let heads: GridRow[] = [];
  let block: Block | undefined;
  let groups: ReadonlyMap<number, string> = new Map();
  const index = tableIndexOf(located.table);
  const closeHeads = (): boolean => {
    if (heads.length === 0) return true;
    const placed = placeHeads(index, heads, block);
    if (placed === undefined || placed.rows.length > heads.length) return false;
    block = placed.block;
    rows.push(...placed.rows.map((boxes, nth) => headTexts(boxes, heads, nth, placed.rows.length)));
    heads = [];
    return true;
  };
  for (const row of grid.rows) {
    if (filledBoxes(row).length === 0 && !located.rows.some((one) => one.row === row)) continue;
    if (isHead(index, row)) {
      heads.push(row);
      continue;
    }
    if (!closeHeads()) return undefined;
    const own = located.rows.find((one) => one.row === row);
    const written = own !== undefined ? dataTexts(located, own, groups) : otherTexts(located, row, isTitle(index, row));
    if (written === undefined) return undefined;
    groups = new Map([...groups, ...written.groups]);
    rows.push({ texts: written.texts, source: row.span, isRagged: own?.shifted !== undefined });
  }
  return closeHeads() ? rows : undefined;
}

function headTexts(boxes: ReadonlyMap<number, Box>, heads: readonly GridRow[], nth: number, count: number): WrittenRow {
  const width = Math.max(...boxes.keys()) + 1;
  const texts = Array.from({ length: width }, (_, column) => boxes.get(column)?.text ?? "");
  const [from, to] = [heads[nth], nth === count - 1 ? heads.at(-1) : heads[nth]];
  return { texts, source: { start: from?.span.start ?? 0, end: to?.span.end ?? 0 } };
}

interface Texts {
  readonly texts: readonly string[];
  /** Labels of groups by the column they stand in, for the rows below that repeat them. */
  readonly groups: ReadonlyMap<number, string>;
}

/** A row of the form: its label in the column of labels it belongs to, those of its groups before it, its figures. */
function dataTexts(located: LocatedTable, row: LocatedRow, above: ReadonlyMap<number, string>): Texts | undefined {
  const { boxes } = row.row;
  const depth = layoutOf(located.table).labels;
  const labelAt = row.leaf.label === "" ? -1 : boxes.findLastIndex(({ span }) => span.start === row.box.span.start);
  const labels = filledBoxes({ ...row.row, boxes: boxes.slice(0, labelAt + 1) });
  const own = labelDepthOf(tableIndexOf(located.table), row.leaf);
  const first = labelAt < 0 ? 0 : Math.max(0, own - labels.length + 1);
  if (labels.length > depth || (labelAt >= 0 && labels.length > own + 1)) return undefined;
  const named = new Map(labels.map(({ text }, nth) => [first + nth, text] as const));
  const isRepeated = (column: number, text: string) =>
    column < own && lettersOf(text) === lettersOf(above.get(column) ?? "") && lettersOf(text) !== "";
  const shown = Array.from({ length: depth }, (_, column) => {
    const text = named.get(column) ?? "";
    return isRepeated(column, text) ? "" : text;
  });
  const figures = figuresOf(row, boxes.slice(labelAt + 1));
  if (figures === undefined) return undefined;
  return { texts: [...shown, ...figures], groups: new Map([...named].filter(([column]) => column < own)) };
}

/** The figures by the columns of the form, or as they stand where they cannot be told to them. */
function figuresOf({ block, columns, shifted, row }: LocatedRow, rest: readonly Box[]): readonly string[] | undefined {
  const figures = trimmed(rest);
  // As many as there are columns, but not under them: in the canonical shape they would be told to the columns after all.
  if (shifted !== undefined) return figures.length === leavesOf(block.columns).length ? undefined : figures;
  if (columns.length === 0) return figures;
  const used = new Set(columns.map(({ index }) => row.boxes[index]));
  if (rest.some((box) => box.text !== "" && box.merged !== true && !used.has(box))) return undefined;
  return leavesOf(block.columns).map(({ id }) => {
    const column = columns.find(({ leaf }) => leaf.id === id);
    return (column === undefined ? undefined : row.boxes[column.index])?.text ?? "";
  });
}

/** A title, a torn-off end of a label, a note, a row that the form does not have. */
function otherTexts(located: LocatedTable, row: GridRow, isTitleRow: boolean): Texts | undefined {
  const none = new Map<number, string>();
  if (isTitleRow) return { texts: filledBoxes(row).map(({ text }) => text), groups: none };
  const torn = located.rows.find(({ fragments }) => fragments.includes(row));
  const filled = filledBoxes(row);
  const [label, ...others] = filled;
  if (torn !== undefined && label !== undefined && others.length === 0) {
    const before = Array.from({ length: labelDepthOf(tableIndexOf(located.table), torn.leaf) }, () => "");
    return { texts: [...before, label.text], groups: none };
  }
  const texts = row.boxes.map(({ text, merged }) => (merged === true ? "" : text));
  return texts.length <= layoutOf(located.table).width ? { texts, groups: none } : undefined;
}

function trimmed(boxes: readonly Box[]): readonly string[] {
  const isFilled = ({ text, merged }: Box) => text !== "" && merged !== true;
  return boxes
    .slice(Math.max(0, boxes.findIndex(isFilled)), boxes.findLastIndex(isFilled) + 1)
    .map(({ text, merged }) => (merged === true ? "" : text));
}
