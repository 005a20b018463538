import { largestTable } from "./limits.ts";
import type { Box, GridRow, Span } from "./outline.ts";

/** A row as written, before its merged cells are repeated. */
export interface WrittenRow {
  readonly span: Span;
  readonly cells: readonly WrittenCell[];
  /** Begins a new `<thead>`, `<tbody>` or `<tfoot>`, where cells from above end. */
  readonly isFirst: boolean;
}

export interface WrittenCell {
  readonly box: Box;
  readonly columns: number;
  /** 0 means down to the end of the section. */
  readonly rows: number;
}

interface Hanging {
  readonly box: Box;
  /** Rows below that it still covers. */
  readonly left: number;
}

/** Repeats merged cells to the right and downwards, so that every row has its boxes at their places. */
export function spreadCells(rows: readonly WrittenRow[]): GridRow[] {
  let hanging = new Map<number, Hanging>();
  const spread: GridRow[] = [];
  for (const row of rows.slice(0, largestTable.rows)) {
    const above = row.isFirst ? new Map<number, Hanging>() : hanging;
    hanging = new Map();
    const boxes = spreadRow(row.cells, above, hanging);
    if (0 < boxes.length) spread.push({ span: row.span, boxes });
  }
  return spread;
}

function spreadRow(cells: readonly WrittenCell[], above: Map<number, Hanging>, below: Map<number, Hanging>): Box[] {
  const boxes: Box[] = [];
  const hangDown = (box: Box, left: number): void => {
    if (0 < left) below.set(boxes.length, { box, left });
    boxes.push(box);
  };
  const takeAbove = (): void => {
    for (let over = above.get(boxes.length); over !== undefined; over = above.get(boxes.length))
      hangDown(over.box, over.left - 1);
  };
  for (const cell of cells) {
    takeAbove();
    const repetition: Box = { ...cell.box, merged: true };
    for (let column = 0; column < cell.columns && boxes.length < largestTable.columns; column++) {
      const left = cell.rows === 0 ? largestTable.rows : cell.rows - 1;
      if (0 < left) below.set(boxes.length, { box: repetition, left });
      boxes.push(column === 0 ? cell.box : repetition);
    }
  }
  takeAbove();
  return boxes;
}
