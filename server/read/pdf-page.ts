import type { Grid, OutlineBlock } from "./outline.ts";
import { readPdfTables } from "./pdf-tables.ts";
import { isNarrow } from "./wrapped-text.ts";

/** Some words of a page: where they begin, on which line, how wide and how high they are, in points from below. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line that is drawn, level or upright, from its lower left end to the other. */
export interface PdfRule {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** All that is read of a page of a PDF file. */
export interface PdfPage {
  readonly texts: readonly PdfText[];
  readonly rules: readonly PdfRule[];
  readonly height: number;
}

/**
 * Reads pages: tables by the lines drawn around their cells, everything else line by line; a paragraph may go on from
 * page to page. Page numbers are left out.
 */
export function readPdfPages(pages: readonly PdfPage[]): readonly OutlineBlock[] {
  const placed: Placed[] = [];
  for (const page of pages) {
    const { tables, rest } = readPdfTables(page);
    const own = [
      ...tables.map(({ grid, top }) => ({ kind: "grid" as const, grid, top })),
      ...paragraphsOf(linesOf(rest).filter((line) => !isPageNumber(line, page))),
    ].toSorted((a, b) => b.top - a.top);
    const [above, first] = [placed.at(-1), own[0]];
    if (above?.kind === "text" && first?.kind === "text" && goesOn(above, first.first, first)) {
      join(above, first);
      own.shift();
    }
    placed.push(...own);
  }
  return placed.map((one) => {
    if (one.kind === "grid") return one.grid;
    return { kind: "paragraph", text: one.text, span: { start: 0, end: 0 }, runs: [] };
  });
}

type Placed = { readonly kind: "grid"; readonly grid: Grid; readonly top: number } | PlacedText;

/** A paragraph, its first and last line, and the margins of its page. */
interface PlacedText {
  readonly kind: "text";
  text: string;
  readonly first: PdfLine;
  last: PdfLine;
  readonly top: number;
  readonly left: number;
  readonly right: number;
}

/** The parts of a text between blanks, told to their places by how wide letters usually are. */
export function wordsOf(one: PdfText): readonly PdfText[] {
  const parts = one.text.split(/(\s+)/u).filter((part) => part !== "");
  const widths = parts.map((part) => (part.trim() === "" ? 0 : usualWidth(part) * one.height));
  const gaps = parts.filter((part) => part.trim() === "").length;
  const sum = widths.reduce((all, width) => all + width, 0);
  const scale = gaps === 0 || sum > one.width ? one.width / Math.max(sum, 1) : 1;
  const gap = gaps === 0 ? 0 : Math.max(0, one.width - sum * scale) / gaps;
  let x = one.x;
  return parts.flatMap((text, nth) => {
    const width = text.trim() === "" ? gap : (widths[nth] ?? 0) * scale;
    const word = { ...one, text, x, width };
    x += width;
    return text.trim() === "" ? [] : [word];
  });
}

/** In the heights of a letter: Chinese ones are square, others half as wide. */
function usualWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (isNarrow(character) ? 0.5 : 1), 0);
}

/** Words that stand side by side. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
}

/** Words as lines, from above to below. */
export function linesOf(texts: readonly PdfText[]): readonly PdfLine[] {
  const rows: PdfText[][] = [];
  for (const text of texts.filter(({ text: words }) => words.trim() !== "").toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (first !== undefined && first.y - text.y < Math.max(first.height, text.height) / 2) row?.push(text);
    else rows.push([text]);
  }
  return rows.map((row) => lineOf(row.toSorted((a, b) => a.x - b.x)));
}

function lineOf(row: readonly PdfText[]): PdfLine {
  let text = "";
  let right = Number.NaN;
  for (const { text: words, x, width, height } of row) {
    const isApart = x - right > height / 4 && isNarrow(text.at(-1)) && isNarrow(words.at(0));
    text += isApart && !/\s$/u.test(text) ? ` ${words}` : words;
    right = x + width;
  }
  const [first] = row;
  // The gap between Chinese and Latin letters is the typesetter's, no blank anybody wrote.
  const plain = text.replaceAll(/(?<=\p{Script=Han}) (?=[\dA-Za-z])|(?<=[\dA-Za-z]) (?=\p{Script=Han})/gu, "");
  return { text: plain.trim(), left: first?.x ?? 0, right, y: first?.y ?? 0, height: first?.height ?? 0 };
}

/** A number alone at the upper or lower edge; between dashes, as official papers have it, it stands higher. */
function isPageNumber({ text, y }: PdfLine, { height }: PdfPage): boolean {
  const isMarked = /^[-—–－]\s*\d{1,3}\s*[-—–－]$|^第\s*\d{1,3}\s*页$/u.test(text);
  return (y < height * (isMarked ? 0.15 : 0.08) || y > height * 0.94) && (isMarked || /^\d{1,3}$/u.test(text));
}

/** A line that reaches the margin, or stops short of it before a long word in the middle of a sentence. */
function isFullLine({ text, left, right, height }: PdfLine, margin: number): boolean {
  if (right > margin - height * 1.5) return true;
  return right > margin - height * 8 && right - left > height * 15 && !/[。：；！？]$/u.test(text);
}

/** How headings of the first two levels begin. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;

/** Whether a line goes on a paragraph above it or on the page before: that is full, and the line is no new one. */
function goesOn(above: PlacedText, line: PdfLine, { left }: Pick<PlacedText, "left">): boolean {
  const { last } = above;
  if (!isFullLine(last, above.right) || Math.abs(last.height - line.height) > line.height / 4) return false;
  if (NUMBERED.test(line.text) && !/[，、：]$/u.test(above.text)) return false;
  const isCentred = Math.abs(last.left + last.right - line.left - line.right) < line.height;
  const isFlush = line.left < left + line.height && last.left < above.left + line.height * 3;
  return isFlush || (isCentred && line.left > left + line.height * 3);
}

function join(above: PlacedText, { text, last }: Pick<PlacedText, "text" | "last">): void {
  const isApart = isNarrow(above.text.at(-1)) && isNarrow(text.at(0)) && !/\d$/u.test(above.text);
  above.text += isApart ? ` ${text}` : text;
  above.last = last;
}

/** Lines as paragraphs: one goes on where its line is full and the next is set neither in nor apart, nor numbered. */
function paragraphsOf(lines: readonly PdfLine[]): readonly PlacedText[] {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const placed: PlacedText[] = [];
  for (const line of lines) {
    const above = placed.at(-1);
    const isNear = above !== undefined && above.last.y - line.y <= line.height * 3;
    if (isNear && goesOn(above, line, above)) join(above, { text: line.text, last: line });
    else placed.push({ kind: "text", text: line.text, first: line, last: line, top: line.y, left, right });
  }
  return placed;
}
