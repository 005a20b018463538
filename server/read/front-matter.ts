import type { Prose, Span } from "./outline.ts";
import { proseOf } from "./prose.ts";

/** What stands before the Markdown itself. */
interface FrontMatter {
  /** Where the Markdown begins: behind the byte order mark and the closing `---` of a front matter. */
  readonly bodyStart: number;
  /** The value of a top-level `title:`, without its quotes. */
  readonly title?: Prose;
  /** The value of a top-level `level:`, likewise. */
  readonly level?: Prose;
}

/** Reads a leading block between two `---` lines; without its second line it is no front matter. */
export function readFrontMatter(source: string): FrontMatter {
  const start = skipMarks(source, 0);
  const open = matchAt(/---[ \t]*(?=[\r\n])/uy, source, start);
  if (open === null) return { bodyStart: start };
  const close = matchAt(/(?:\r\n?|\n)---[ \t]*(?:\r\n?|\n|$)/gu, source, start + open[0].length);
  if (close === null) return { bodyStart: start };
  const lines = { start: start + open[0].length, end: close.index };
  const title = readValue(source, lines, TITLE);
  const level = readValue(source, lines, LEVEL);
  return {
    bodyStart: skipMarks(source, close.index + close[0].length),
    ...(title === undefined ? {} : { title }),
    ...(level === undefined ? {} : { level }),
  };
}

/** The parser drops a byte order mark without counting it, also where another went before. */
function skipMarks(source: string, from: number): number {
  let at = from;
  while (source.charAt(at) === "\uFEFF") at++;
  return at;
}

const TITLE = /[\r\n]title[ \t]*:[ \t]+([^\r\n]*)/u;
const LEVEL = /[\r\n]level[ \t]*:[ \t]+([^\r\n]*)/u;

function readValue(source: string, lines: Span, pattern: RegExp): Prose | undefined {
  const line = pattern.exec(source.slice(lines.start, lines.end));
  const value = line?.[1];
  if (line === null || value === undefined) return undefined;
  const start = lines.start + line.index + line[0].length - value.length;
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')/u.exec(value);
  const inner = quoted?.[1] ?? quoted?.[2];
  if (inner !== undefined) return proseOf(source, [{ start: start + 1, end: start + 1 + inner.length }]);
  const bare = value.replace(/(?:^|[ \t])#[\s\S]*$/u, "");
  return proseOf(source, [{ start, end: start + bare.length }]);
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
