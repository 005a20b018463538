import { cellProse } from "./cell-text.ts";
import type { Box, GridRow, Span } from "./outline.ts";
import { plainPieces } from "./prose.ts";

/** One line of a text, without its line ending. */
export interface PlainLine extends Span {
  readonly text: string;
}

/** Rows read from the head of some lines, and how many lines they took; none where the lines are prose after all. */
export interface PlainRows {
  readonly rows: readonly GridRow[];
  readonly taken: number;
  /** How many of them are prose, all of them without a row of their own. */
  readonly prose?: number;
}

/** A cell of plain text, its lines joined. A blank one is pointed at by what stands there, or by the character before. */
export function plainBox(source: string, inner: Span): Box {
  const prose = cellProse(source, plainPieces(source, inner.start, inner.end));
  if (prose !== undefined) return { ...prose, inner };
  const span = inner.start < inner.end ? inner : { start: Math.max(0, inner.start - 1), end: Math.max(1, inner.start) };
  return { text: "", span, runs: [], inner };
}

/** The rows of such cells; those in which nothing stands are left out. */
export function plainRows(rows: readonly (readonly Box[])[]): readonly GridRow[] {
  return rows.filter(hasText).flatMap((boxes) => {
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ span: { start: Math.min(first.inner.start, first.span.start), end: last.inner.end }, boxes }];
  });
}

/** Whether some cell says something. */
export function hasText(boxes: readonly Box[]): boolean {
  return boxes.some(({ text }) => text !== "");
}
