import { linesOf } from "./lines.ts";
import type { Grid, GridRow, Outline, OutlineBlock, Paragraph, Span } from "./outline.ts";
import { barRows, hasBar } from "./plain-bars.ts";
import type { PlainLine, PlainRows } from "./plain-cells.ts";
import { isTabLine, tabRows } from "./plain-tabs.ts";

/**
 * Reads text that was copied from a page, a word processor or a PDF: every line is a paragraph, lines with bars or tabs
 * are rows of a grid. How wide a cell was is lost in such a text, so that the boxes of a row stand in their order but
 * not at their places.
 */
export function readPlainText(text: string): Outline {
  const lines = plainLines(text);
  const blocks: OutlineBlock[] = [];
  // Lines up to here are known to be no rows: they are not asked again, each for all below it.
  let prose = 0;
  for (let at = 0; at < lines.length; at += 1) {
    const isProse = at < prose && !hasBar(lines[at]?.text ?? "");
    const { rows, taken, prose: others = 0 } = isProse ? { rows: [], taken: 0 } : rowsAt(text, lines, at);
    prose = Math.max(prose, at + others);
    const grid = gridOf(rows);
    if (grid !== undefined) blocks.push(grid);
    // Lines of blank cells say nothing.
    if (taken > 0) {
      at += taken - 1;
      continue;
    }
    blocks.push(...paragraphAt(text, lines[at] ?? { start: 0, end: 0 }));
  }
  return { blocks, comments: [] };
}

/** The lines of a stretch of text as paragraphs. */
export function plainParagraphs(text: string, { start, end }: Span): readonly Paragraph[] {
  return plainLines(text.slice(start, end)).flatMap((line) =>
    paragraphAt(text, { start: start + line.start, end: start + line.end }),
  );
}

/** A line without the blanks around it, full-width ones and byte order marks included; none where nothing is left. */
function paragraphAt(text: string, { start, end }: Span): readonly Paragraph[] {
  const written = text.slice(start, end);
  const seen = written.trim();
  if (seen === "") return [];
  const from = start + written.length - written.trimStart().length;
  return [
    { kind: "paragraph", text: seen, span: { start: from, end: from + seen.length }, runs: [{ at: 0, start: from }] },
  ];
}

function plainLines(text: string): readonly PlainLine[] {
  const { starts } = linesOf(text);
  return starts.map((start, nth) => {
    const written = text.slice(start, starts[nth + 1]).replace(/(?<![\r\n])[\r\n]+$/u, "");
    return { text: written, start, end: start + written.length };
  });
}

function rowsAt(text: string, lines: readonly PlainLine[], at: number): PlainRows {
  const line = lines[at]?.text ?? "";
  if (hasBar(line)) return barRows(text, lines, at);
  return isTabLine(line) ? tabRows(text, lines, at) : { rows: [], taken: 0 };
}

function gridOf(rows: readonly GridRow[]): Grid | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { kind: "grid", markup: "pipes", span: { start: first.span.start, end: last.span.end }, rows };
}
