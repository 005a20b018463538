import type { Block } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import type { Box, GridRow } from "../read/outline.ts";
import type { LocatedColumn } from "./draft.ts";
import { isFigure } from "./numeral.ts";

/** Where the figures of a row stand, or that they cannot be told to the columns. */
export interface PlacedFigures {
  readonly columns: readonly LocatedColumn[];
  readonly shifted: { readonly figures: readonly Box[] } | undefined;
}

/**
 * Tells the boxes of a row to the columns of its block. A row as wide as its heads is read straight down; one whose
 * label columns were left out is read in order if it has as many boxes after its label as there are columns.
 */
export function placeFigures(
  heads: readonly LocatedColumn[],
  block: Block,
  row: GridRow,
  label: Box,
  width: number,
  labelled: boolean,
): PlacedFigures {
  const { boxes } = row;
  const ids = new Set(leavesOf(block.columns).map(({ id }) => id));
  const columns = heads.filter(({ leaf }) => ids.has(leaf.id));
  const labelAt = labelled ? boxes.lastIndexOf(lastSame(boxes, label)) : -1;
  const figures = boxes.filter((box, at) => at > labelAt && box.merged !== true && isFigure(box.text));
  if (columns.length === 0) return { columns, shifted: undefined };
  if (boxes.length === width) {
    const straight = readStraight(columns, boxes, labelAt, figures);
    // Figures under a head that nobody knows are astray in every row: that the column is missing says it all.
    return columns.length < ids.size && straight.shifted !== undefined && columns.every(({ index }) => index > labelAt)
      ? { ...straight, shifted: undefined }
      : straight;
  }
  const after = boxes.length - labelAt - 1;
  const blanks = boxes.slice(labelAt + 1).findIndex(({ text }) => text !== "");
  const start =
    after === columns.length ? labelAt + 1 : labelAt + 1 + Math.max(0, Math.min(blanks, after - columns.length));
  // A blank where the label columns go on and one figure too few: a figure was lost, not a label column left out.
  const lost = boxes[start]?.text === "" && boxes[labelAt + 1]?.text === "" && figures.length < columns.length;
  if (boxes.length - start === columns.length && !lost) {
    return { columns: columns.map((column, nth) => ({ ...column, index: start + nth })), shifted: undefined };
  }
  return { columns, shifted: { figures } };
}

function readStraight(
  columns: readonly LocatedColumn[],
  boxes: readonly Box[],
  labelAt: number,
  figures: readonly Box[],
): PlacedFigures {
  const placed = columns.map((column, nth) => ({ ...column, index: figureAt(column, columns[nth + 1], boxes) }));
  const covered = new Set(placed.map(({ index }) => boxes[index]));
  const astray = figures.filter((box) => !covered.has(box));
  const stray = astray.length > 0 || placed.some(({ index }) => index <= labelAt);
  return { columns: placed, shifted: stray ? { figures } : undefined };
}

/** A head that was merged over blank heads owns the figure wherever it stands below them. */
function figureAt(column: LocatedColumn, next: LocatedColumn | undefined, boxes: readonly Box[]): number {
  const end = next === undefined ? boxes.length : next.index;
  for (let at = column.index; at < end; at += 1) if ((boxes[at]?.text ?? "") !== "") return at;
  return column.index;
}

/** The last repetition of a merged label. */
function lastSame(boxes: readonly Box[], label: Box): Box {
  return boxes.findLast(({ span }) => span.start === label.span.start && span.end === label.span.end) ?? label;
}
