import type { OutlineBlock, Paragraph } from "./outline.ts";
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

/** Reads pages: tables by the lines drawn around their cells, everything else line by line. Page numbers are left out. */
export function readPdfPages(pages: readonly PdfPage[]): readonly OutlineBlock[] {
  return pages.flatMap((page) => {
    const { tables, rest } = readPdfTables(page);
    const placed: Placed[] = [
      ...tables.map(({ grid, top }) => ({ block: grid, top })),
      ...paragraphsOf(linesOf(rest).filter((line) => !isPageNumber(line, page))),
    ];
    return placed.toSorted((a, b) => b.top - a.top).map(({ block }) => block);
  });
}

interface Placed {
  readonly block: OutlineBlock;
  readonly top: number;
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

/** A number alone at the upper or lower edge. */
function isPageNumber({ text, y }: PdfLine, { height }: PdfPage): boolean {
  return (y < height * 0.08 || y > height * 0.94) && /^[-—–－\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–－\s]*$/u.test(text);
}

/** A line that reaches the margin, or stops short of it before a long word in the middle of a sentence. */
function isFullLine({ text, left, right, height }: PdfLine, margin: number): boolean {
  if (right > margin - height * 1.5) return true;
  return right > margin - height * 8 && right - left > height * 15 && !/[。：；！？]$/u.test(text);
}

/** How headings of the first two levels begin. */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;

/** Lines as paragraphs: one goes on where its line is full and the next is neither set in nor numbered. */
function paragraphsOf(lines: readonly PdfLine[]): readonly Placed[] {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const placed: { text: string; last: PdfLine; top: number }[] = [];
  for (const line of lines) {
    const above = placed.at(-1);
    const isFull = above !== undefined && isFullLine(above.last, right);
    const goesOn = isFull && line.left < left + line.height && above.last.left < left + line.height * 3;
    const isNext = above !== undefined && NUMBERED.test(line.text) && !/[，、：]$/u.test(above.text);
    if (above === undefined || !goesOn || isNext || above.last.y - line.y > line.height * 3) {
      placed.push({ text: line.text, last: line, top: line.y });
    } else {
      const isApart = isNarrow(above.text.at(-1)) && isNarrow(line.text.at(0)) && !/\d$/u.test(above.text);
      above.text += isApart ? ` ${line.text}` : line.text;
      above.last = line;
    }
  }
  return placed.map(({ text, top }) => {
    const block: Paragraph = { kind: "paragraph", text, span: { start: 0, end: 0 }, runs: [] };
    return { block, top };
  });
}
