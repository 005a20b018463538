import type { LocatedRow } from "../draft/draft.ts";
import type { Box, Span } from "../read/outline.ts";
import type { Edit } from "./rule.ts";

/**
 * Replaces what a box says. A blank one is filled with one blank on each side, and so is one with marks among its words:
 * of a pair of them one may stand outside of the words (`**53** 。`).
 */
export function rewriteBox({ text: words, span, inner }: Box, text: string): Edit {
  const isPlain = words !== "" && span.end - span.start === words.length;
  return isPlain ? { at: span, text } : { at: inner, text: text === "" ? " " : ` ${text} ` };
}

/**
 * Writes the figures of a row of a pipe table under their heads, one for each of its columns. Its labels and whatever
 * stands behind its last bar stay as they are.
 */
export function alignFigures(text: string, { row, box, columns }: LocatedRow, figures: readonly string[]): Edit {
  const labels = row.boxes.slice(0, row.boxes.indexOf(box) + 1).map(({ inner }) => text.slice(inner.start, inner.end));
  const width = Math.max(labels.length, ...columns.map(({ index }) => index + 1));
  const cells = Array.from({ length: width }, (_, at) => labels[at] ?? "  ");
  columns.forEach(({ index }, nth) => {
    cells[index] = ` ${figures[nth] ?? ""} `;
  });
  const [first, last] = [row.boxes[0], row.boxes.at(-1)];
  return { at: { start: first?.inner.start ?? 0, end: last?.inner.end ?? 0 }, text: cells.join("|") };
}

/** Inserts whole lines below the line an offset is on. */
export function insertBelow(text: string, offset: number, lines: readonly string[]): Edit {
  const end = lineEnd(text, offset);
  const ending = lineEnding(text);
  return { at: { start: end, end }, text: lines.map((line) => `${ending}${line}`).join("") };
}

/** Inserts whole lines above the line an offset is on. */
export function insertAbove(text: string, offset: number, lines: readonly string[]): Edit {
  const start = lineStart(text, offset);
  const ending = lineEnding(text);
  return { at: { start, end: start }, text: lines.map((line) => `${line}${ending}`).join("") };
}

/** Removes the lines a span touches, each with its ending. */
export function removeLines(text: string, span: Span): Edit {
  const start = lineStart(text, span.start);
  let end = lineEnd(text, Math.max(span.start, span.end - 1));
  if (text[end] === "\r") end += 1;
  if (text[end] === "\n") end += 1;
  return { at: { start, end }, text: "" };
}

/** Offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  const feed = offset === 0 ? -1 : text.lastIndexOf("\n", offset - 1);
  // Not looked for beyond the line: a text without it would be searched to its beginning.
  const before = feed + 1 + text.slice(feed + 1, offset).lastIndexOf("\r") + 1;
  // A byte order mark is no part of the first line.
  return before === 0 && text.charCodeAt(0) === 0xfeff ? 1 : before;
}

/** Offset at which the line of an offset ends, before its line ending. */
export function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]/u.exec(text.slice(offset));
  return rest === null ? text.length : offset + rest.index;
}

/** The line ending the document uses: its first. */
export function lineEnding(text: string): string {
  return /\r\n|\n|\r/u.exec(text)?.[0] ?? "\n";
}
