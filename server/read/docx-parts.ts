import { namedBox } from "./flow.ts";
import type { Box, Grid, GridRow } from "./outline.ts";
import { wrappedText } from "./wrapped-text.ts";

/** A paragraph that has not ended. */
export interface OpenParagraph {
  text: string;
  /** Its first run began: tabs before stand for tab stops. */
  isBegun: boolean;
  style?: string;
  /** Its own level in the outline, from 0. */
  level?: number;
  item?: { readonly list?: string; readonly level?: number };
}

/** A table that has not ended. */
export interface OpenTable {
  readonly rows: { readonly cells: OpenCell[] }[];
}

interface OpenCell {
  readonly texts: string[];
  columns: number;
  /** Where it is merged with cells above or below: the first of them, or one that goes on. */
  merge?: "restart" | "continue";
  /** Merged with the cell to its left, as old programs write it. */
  isAppended?: boolean;
}

/** A table with its merged cells repeated; undefined where it has none. `nth` tells its cells from those of others. */
export function tableOf({ rows }: OpenTable, nth: number): Grid | undefined {
  let places = 0;
  let above: readonly Box[] = [];
  const read = rows.map((row): GridRow => {
    const boxes: Box[] = [];
    for (const cell of row.cells) {
      const text = wrappedText(cell.texts.join("\n"));
      const over =
        cell.isAppended === true ? boxes.at(-1) : cell.merge === "continue" ? above[boxes.length] : undefined;
      places += 1;
      // What stands in a cell that nobody sees is text all the same.
      const box: Box = over !== undefined && text === "" ? { ...over, merged: true } : namedBox(text, nth, places);
      for (let column = 0; column < cell.columns && boxes.length < 64; column += 1)
        boxes.push(column === 0 ? box : { ...box, merged: true });
    }
    above = boxes;
    return { span: { start: 0, end: 0 }, boxes };
  });
  const filled = read.filter(({ boxes }) => boxes.length > 0).slice(0, 500);
  return filled.length === 0 ? undefined : { kind: "grid", markup: "html", span: { start: 0, end: 0 }, rows: filled };
}
