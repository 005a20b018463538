import { cellProse } from "./cell-text.ts";
import type { Box, Span } from "./outline.ts";
import type { Piece } from "./prose.ts";

/**
 * One cell of a pipe table. `cell` reaches from the bar that opens it, if one does, to the next cell or the end of the
 * row; `bars` are those inside it.
 */
export function pipeBox(source: string, cell: Span, bars: readonly Span[], pieces: readonly Piece[]): Box {
  const isOpened = bars[0]?.start === cell.start;
  const closing = bars[isOpened ? 1 : 0];
  const inner = { start: isOpened ? cell.start + 1 : cell.start, end: closing?.start ?? cell.end };
  const prose = cellProse(
    source,
    pieces.flatMap((piece) => withoutEscapes(source, piece)),
  );
  return prose === undefined ? { text: "", span: blankSpan(source, inner), runs: [], inner } : { ...prose, inner };
}

/**
 * The boxes of a row without a comment behind its last bar: Markdown makes it a cell of its own, which nobody who
 * writes it means. `columns` is the number of cells in the header.
 */
export function withoutRemark(source: string, boxes: readonly Box[], columns: number): readonly Box[] {
  const last = boxes.at(-1);
  if (last === undefined || boxes.length <= columns || last.text !== "") return boxes;
  const written = source.slice(last.inner.start, last.inner.end).trim();
  return /^<!--.*-->$/u.test(written) ? boxes.slice(0, -1) : boxes;
}

/** `\\|` is a bar even in code, where Markdown knows no other escapes. */
function withoutEscapes(source: string, piece: Piece): Piece[] {
  if (piece.text !== undefined) return [piece];
  const pieces: Piece[] = [];
  let from = piece.start;
  for (const match of source.slice(piece.start, piece.end).matchAll(/\\(?=\|)/gu)) {
    const at = piece.start + match.index;
    if (from < at) pieces.push({ start: from, end: at });
    from = at + 1;
  }
  return [...pieces, { start: from, end: piece.end }];
}

/** What is written without being seen, or the blanks, or the bar before. */
export function blankSpan(source: string, inner: Span): Span {
  const written = source.slice(inner.start, inner.end);
  const start = inner.start + written.length - written.trimStart().length;
  if (start < inner.end) return { start, end: inner.start + written.trimEnd().length };
  return inner.start < inner.end ? inner : { start: inner.start - 1, end: inner.start };
}
