import type { Analysis } from "../analysis.ts";
import { type Range, rangeOf } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";

/** The range of a span, cut off at the end of the line it begins on. */
export function lineRange({ text, lines }: Pick<Analysis, "text" | "lines">, span: Span): Range {
  const written = text.slice(span.start, span.end);
  const cut = /[\r\n]/u.exec(written)?.index ?? written.length;
  return rangeOf(lines, { start: span.start, end: span.start + cut });
}
