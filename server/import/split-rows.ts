import { lettersOf } from "../draft/label.ts";
import type { TableIndex } from "../draft/table-index.ts";
import { leavesOf } from "../form/index.ts";
import { layoutOf } from "../form/layout.ts";
import type { Box, GridRow } from "../read/outline.ts";
import { filledBoxes, isDatum, isHeadWord, isRowWord, isTitleWord } from "./words.ts";

/**
 * Rows with what was cut off their ends: some figures without a label, fewer than a row has, go with the row above. One
 * of the two has a figure too many then, and nobody takes the others for whole.
 */
export function joinRows(index: TableIndex, rows: readonly GridRow[]): readonly GridRow[] {
  const most = Math.max(...index.table.blocks.map(({ columns }) => leavesOf(columns).length));
  const joined: GridRow[] = [];
  for (const row of rows) {
    const [above, first] = [joined.at(-1), row.boxes[0]];
    const isRest = first !== undefined && first.text !== "" && isDatum(index, first) && filledBoxes(row).length < most;
    const isAfterFigures = above?.boxes.some((box) => box.text !== "" && isDatum(index, box)) === true;
    if (above === undefined || !isRest || !isAfterFigures) joined.push(row);
    else {
      const span = { start: above.span.start, end: row.span.end };
      joined[joined.length - 1] = { span, boxes: [...above.boxes, ...row.boxes] };
    }
  }
  return joined;
}

/** Takes rows apart that ran together: a title and heads, heads and the first label below them, figures and a label. */
export function splitRow(index: TableIndex, row: GridRow): readonly GridRow[] {
  const filled = row.boxes.filter(({ text }) => text !== "").length;
  const isEndless = filled > layoutOf(index.table).width;
  const pieces: Box[][] = [[]];
  let before: Box | undefined;
  for (const box of row.boxes) {
    if (box.text !== "") {
      if (before !== undefined && isBreak(index, before, box, isEndless)) pieces.push([]);
      before = box;
    }
    pieces.at(-1)?.push(box);
  }
  return pieces.flatMap((boxes) => splitHeads(index, boxes)).flatMap(rowOf);
}

function isBreak(index: TableIndex, before: Box, box: Box, isEndless: boolean): boolean {
  if (isTitleWord(index, before) || isTitleWord(index, box)) return true;
  if (!isDatum(index, before) || isDatum(index, box)) return false;
  return isRowWord(index, box) || isHeadWord(index, box) || (isEndless && lettersOf(box.text).length > 1);
}

/** Heads before the label and the figures of one row. */
function splitHeads(index: TableIndex, boxes: readonly Box[]): readonly (readonly Box[])[] {
  const first = boxes.findIndex((box) => box.text !== "" && isDatum(index, box));
  if (first < 1) return [boxes];
  const labels = boxes.slice(0, first).filter(({ text }) => text !== "");
  // A row without a label of its own leaves all the words to the heads.
  const ends = isUnnamed(index) ? labels : labels.slice(0, -1);
  const last = ends.findLast((box) => isHeadWord(index, box));
  const isClear = last !== undefined && (isUnnamed(index) || !isRowWord(index, last) || ends.length > 2);
  if (!isClear) return [boxes];
  const at = boxes.indexOf(last) + 1;
  return [boxes.slice(0, at), boxes.slice(at)];
}

/** Whether the columns alone name the cells of a table. */
export function isUnnamed({ table }: TableIndex): boolean {
  return table.blocks.some(({ rows }) => leavesOf(rows).some(({ label }) => label === ""));
}

function rowOf(boxes: readonly Box[]): readonly GridRow[] {
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (first === undefined || last === undefined || boxes.every(({ text }) => text === "")) return [];
  return [{ span: { start: Math.min(first.span.start, first.inner.start), end: last.inner.end }, boxes }];
}
