import { changedSpan } from "./changed-span.ts";

/** Zero-based line and UTF-16 character, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where the lines of a text begin; ends with LF, CRLF or CR. */
export interface Lines {
  readonly starts: readonly number[];
  readonly length: number;
}

/** The text before and its lines: several who look at one text ask for them, and the next text is almost the same. */
let last: { readonly text: string; readonly lines: Lines } = { text: "", lines: { starts: [0], length: 0 } };

/** Finds the line starts of a text. */
export function linesOf(text: string): Lines {
  if (last.text !== text)
    last = { text, lines: { starts: startsSince(last.text, last.lines, text), length: text.length } };
  return last.lines;
}

/** The line starts of a text; those before and behind what changed are taken from the text before. */
function startsSince(before: string, { starts }: Lines, text: string): readonly number[] {
  const { start, end } = changedSpan(before, text);
  const shift = text.length - before.length;
  const found = startsIn(text, start, end);
  const [first, rest] = [lowest(starts, Math.max(1, start)), lowest(starts, Math.max(1, end - shift + 1))];
  if (shift === 0 && found.length === rest - first && found.every((at, nth) => at === starts[first + nth]))
    return starts;
  const behind = starts.slice(rest);
  return [...starts.slice(0, first), ...found, ...(shift === 0 ? behind : behind.map((at) => at + shift))];
}

/** Where lines begin in a stretch of a text, its end included; the first line of the text is left out. */
function startsIn(text: string, start: number, end: number): readonly number[] {
  const starts: number[] = [];
  const from = Math.max(0, start - 1);
  // Whether a CR ends a line hangs on what follows it.
  const stretch = text.slice(from, end + 1);
  let [feed, lone] = [stretch.indexOf("\n"), loneReturn(stretch, 0)];
  for (;;) {
    const next = feed < 0 || (lone >= 0 && lone < feed) ? lone : feed;
    if (next < 0 || from + next >= end) return starts;
    starts.push(from + next + 1);
    if (next === feed) feed = stretch.indexOf("\n", next + 1);
    else lone = loneReturn(stretch, next + 1);
  }
}

/** The next CR that no LF follows. */
function loneReturn(text: string, from: number): number {
  let at = text.indexOf("\r", from);
  while (at >= 0 && text.charCodeAt(at + 1) === FEED) at = text.indexOf("\r", at + 1);
  return at;
}

const FEED = 10;

/** The place of the first number that is not below a limit, in an ascending list. */
function lowest(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The position of an offset; offsets outside the text count as its ends. */
export function positionAt(lines: Lines, offset: number): Position {
  const at = Math.max(0, Math.min(offset, lines.length));
  const line = lowest(lines.starts, at + 1) - 1;
  return { line, character: at - (lines.starts[line] ?? 0) };
}

/** The range of a span. */
export function rangeOf(lines: Lines, span: { readonly start: number; readonly end: number }): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

/** The offset of a position; characters beyond the end of a line count as its end. */
export function offsetAt(lines: Lines, { line, character }: Position): number {
  const start = lines.starts[line];
  if (start === undefined) return line < 0 ? 0 : lines.length;
  return Math.max(start, Math.min(start + character, lines.starts[line + 1] ?? lines.length));
}
