import type { Prose } from "./outline.ts";
import { proseOf } from "./prose.ts";

/** What stands before the Markdown itself. */
interface FrontMatter {
  /** Where the Markdown begins: behind the byte order mark and the closing `---` of a front matter. */
  readonly bodyStart: number;
  /** The value of a top-level `title:`, without its quotes. */
  readonly title?: Prose;
}

/** Reads a leading block between two `---` lines; without its second line it is no front matter. */
export function readFrontMatter(source: string): FrontMatter {
  const start = skipMarks(source, 0);
  const open = matchAt(/---[ \t]*(?=[\r\n])/uy, source, start);
  if (open === null) return { bodyStart: start };
  const close = matchAt(/(?:\r\n?|\n)---[ \t]*(?:\r\n?|\n|$)/gu, source, start + open[0].length);
  if (close === null) return { bodyStart: start };
  const title = readTitle(source, start + open[0].length, close.index);
  const bodyStart = skipMarks(source, close.index + close[0].length);
  return title === undefined ? { bodyStart } : { bodyStart, title };
}

/** The parser drops a byte order mark without counting it, also where another went before. */
function skipMarks(source: string, from: number): number {
  let at = from;
  while (source.charAt(at) === "\uFEFF") at++;
  return at;
}

function readTitle(source: string, from: number, to: number): Prose | undefined {
  const line = /[\r\n]title[ \t]*:[ \t]+([^\r\n]*)/u.exec(source.slice(from, to));
  const value = line?.[1];
  if (line === null || value === undefined) return undefined;
  const start = from + line.index + line[0].length - value.length;
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
