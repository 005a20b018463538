import type { Prose } from "./outline.ts";

/** A stretch of visible source. Without `text` the source itself is what one sees; with it, the decoded characters. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text?: string;
}

/** Joins pieces, ascending and not overlapping, into one text without blanks at its ends; `undefined` if nothing is left. */
export function proseOf(source: string, pieces: readonly Piece[]): Prose | undefined {
  const seen = trimEnd(source, trimStart(source, pieces));
  const first = seen[0];
  const last = seen.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const runs: { at: number; start: number }[] = [];
  let text = "";
  let shift = Number.NaN;
  for (const piece of seen) {
    if (piece.start - text.length !== shift) {
      shift = piece.start - text.length;
      runs.push({ at: text.length, start: piece.start });
    }
    text += textOf(source, piece);
  }
  return { text, span: { start: first.start, end: last.end }, runs };
}

/** Pieces of a stretch shown as it is written; every line ending is one `"\n"`. */
export function plainPieces(source: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const match of source.slice(start, end).matchAll(/\r\n?|\n/gu)) {
    const at = start + match.index;
    if (from < at) pieces.push({ start: from, end: at });
    from = at + match[0].length;
    pieces.push(lineBreak(source, at));
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}

/** One line ending, CRLF, LF or CR; it stands at its last character, so that the LF of a CRLF is found. */
export function lineBreak(source: string, start: number): Piece {
  const end = start + (source.startsWith("\r\n", start) ? 2 : 1);
  return { start: end - 1, end, text: "\n" };
}

/** What one sees of a piece. */
export function textOf(source: string, piece: Piece): string {
  return piece.text ?? source.slice(piece.start, piece.end);
}

function trimStart(source: string, pieces: readonly Piece[]): readonly Piece[] {
  for (const [index, piece] of pieces.entries()) {
    const text = textOf(source, piece);
    const blanks = text.length - text.replace(/^[ \t\r\n]+/u, "").length;
    if (blanks === text.length) continue;
    const rest = pieces.slice(index + 1);
    return piece.text === undefined ? [{ start: piece.start + blanks, end: piece.end }, ...rest] : [piece, ...rest];
  }
  return [];
}

function trimEnd(source: string, pieces: readonly Piece[]): readonly Piece[] {
  for (let index = pieces.length - 1; 0 <= index; index--) {
    const piece = pieces[index];
    if (piece === undefined) continue;
    const kept = trimmedLength(textOf(source, piece));
    if (kept === 0) continue;
    const before = pieces.slice(0, index);
    return piece.text === undefined ? [...before, { start: piece.start, end: piece.start + kept }] : [...before, piece];
  }
  return [];
}

/** How much of a text is left without the blanks and line endings at its end. */
export function trimmedLength(text: string): number {
  let length = text.length;
  while (0 < length && " \t\r\n".includes(text.charAt(length - 1))) length--;
  return length;
}
