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

/** Several who look at one text ask for its lines, one after the other. */
let last: { readonly text: string; readonly lines: Lines } = { text: "", lines: { starts: [0], length: 0 } };

/** Finds the line starts of a text. */
export function linesOf(text: string): Lines {
  if (last.text !== text) last = { text, lines: findLines(text) };
  return last.lines;
}

function findLines(text: string): Lines {
  const starts = [0];
  let [feed, lone] = [nextFeed(text, 0), nextReturn(text, 0)];
  while (feed >= 0 || lone >= 0) {
    if (lone < 0 || (feed >= 0 && feed < lone)) {
      starts.push(feed + 1);
      feed = nextFeed(text, feed + 1);
    } else {
      starts.push(lone + 1);
      lone = nextReturn(text, lone + 1);
    }
  }
  return { starts, length: text.length };
}

function nextFeed(text: string, from: number): number {
  return text.indexOf("\n", from);
}

/** The next CR that no LF follows. */
function nextReturn(text: string, from: number): number {
  let at = text.indexOf("\r", from);
  while (at >= 0 && text.charCodeAt(at + 1) === 10) at = text.indexOf("\r", at + 1);
  return at;
}

/** The position of an offset; offsets outside the text count as its ends. */
export function positionAt(lines: Lines, offset: number): Position {
  const at = Math.max(0, Math.min(offset, lines.length));
  let low = 0;
  let high = lines.starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((lines.starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return { line: low, character: at - (lines.starts[low] ?? 0) };
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
