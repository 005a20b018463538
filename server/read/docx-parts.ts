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
  /** Its paragraphs. */
  readonly texts: string[];
  /** It holds a table: what else it holds is text of the document. */
  isFrame?: boolean;
  columns: number;
  /** Where it is merged with cells above or below: the first of them, or one that goes on. */
  merge?: "restart" | "continue";
  /** Merged with the cell to its left, as old programs write it. */
  isAppended?: boolean;
}

/** Longest text in a cell of a table of figures; longer ones are set in a frame. */
const LONGEST = 200;

/** The paragraphs of a table that only frames text; undefined for a table of cells. */
export function framedTexts({ rows }: OpenTable): readonly string[] | undefined {
  const cells = rows.flatMap((row) => row.cells);
  const isFrame = cells.some(({ texts }) => texts.reduce((sum, { length }) => sum + length, 0) > LONGEST);
  return isFrame ? cells.flatMap(({ texts }) => texts) : undefined;
}

/**
 * A table with its merged cells repeated; undefined where nothing stands in it. `nth` tells its cells from those of
 * others.
 */
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
  if (filled.every(({ boxes }) => boxes.every(({ text }) => text === ""))) return undefined;
  return { kind: "grid", markup: "html", span: { start: 0, end: 0 }, rows: filled };
}
