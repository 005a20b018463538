import type { Box } from "./outline.ts";
import { hasText, type PlainLine, type PlainRows, plainBox, plainRows } from "./plain-cells.ts";

const BARS = /[|｜│┃]/gu;

/** Whether a line has a bar between or behind cells. */
export function hasBar(line: string): boolean {
  return /[|｜│┃]/u.test(line);
}

/**
 * The rows of the lines with bars from `at` on, blank lines among them left out: a row to a line, or a cell to a line.
 * Every cell that was merged left a bar behind at the end of its row.
 */
export function barRows(source: string, lines: readonly PlainLine[], at: number): PlainRows {
  let taken = 0;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next]?.text ?? "";
    // The last cell of all may have lost its bar.
    if (hasBar(line) || (next === at + taken && isFigure(line))) taken = next - at + 1;
    else if (line.trim() !== "") break;
  }
  const read = lines.slice(at, at + taken).filter(({ text }) => text.trim() !== "");
  const cells = read.map((line) => cellsOf(source, line)).filter((own) => !isDelimiter(own.boxes));
  const isRowPerLine = cells.some(({ boxes }) => boxes.filter(({ text }) => text !== "").length > 1);
  return { rows: plainRows(whole(isRowPerLine ? cells : streamed(cells))), taken };
}

/**
 * A row that has fewer bars than most has lost a cell, nobody knows which: what is blank at its end stands for nothing.
 */
function whole(rows: readonly LineCells[]): readonly (readonly Box[])[] {
  const counts = new Map<number, number>();
  for (const { bars } of rows) counts.set(bars, (counts.get(bars) ?? 0) + 1);
  const [[width] = [0]] = [...counts].toSorted(([, one], [, other]) => other - one);
  return rows.map(({ boxes, bars }) =>
    bars < width ? boxes.slice(0, boxes.findLastIndex(({ text }) => text !== "") + 1) : boxes,
  );
}

/** The cells of one line, and how many bars it has. */
interface LineCells {
  readonly boxes: readonly Box[];
  readonly bars: number;
}

function cellsOf(source: string, { text, start, end }: PlainLine): LineCells {
  const ends = [...text.matchAll(BARS)].map(({ index }) => start + index);
  const all = [...ends, end].map((to, nth) =>
    plainBox(source, { start: nth === 0 ? start : (ends[nth - 1] ?? 0) + 1, end: to }),
  );
  const opened = all.length > 2 && all[0]?.text === "" && hasText(all.slice(1)) ? all.slice(1) : all;
  return { boxes: opened.at(-1)?.text === "" ? opened.slice(0, -1) : opened, bars: ends.length };
}

function isFigure(line: string): boolean {
  return /^\s*[\d０-９][\d０-９.,]*\s*$/u.test(line);
}

/** `| --- | ---: |` of a Markdown table. */
function isDelimiter(boxes: readonly Box[]): boolean {
  return boxes.length > 0 && boxes.every(({ text }) => /^:?-{3,}:?$/u.test(text));
}

/**
 * A cell to a line: a line of bars alone ends a row. Where all rows between such lines have the same number of bars, it
 * also tells rows apart in which nothing was merged.
 */
function streamed(cells: readonly LineCells[]): readonly LineCells[] {
  const width = evenWidth(cells);
  const rows: { boxes: Box[]; bars: number }[] = [];
  let isOpen = false;
  for (const { boxes, bars } of cells) {
    const isFiller = !hasText(boxes);
    const last = rows.at(-1);
    const isFull = !isFiller && width !== undefined && (last?.bars ?? 0) >= width;
    if (isOpen && last !== undefined && !isFull) {
      last.boxes.push(...boxes);
      last.bars += bars;
    } else rows.push({ boxes: [...boxes], bars });
    isOpen = !isFiller;
  }
  return rows;
}

/** The bars of a row, if every line of bars alone ends a whole number of rows. */
function evenWidth(cells: readonly LineCells[]): number | undefined {
  let all = 0;
  let width: number | undefined;
  for (const { boxes, bars } of cells) {
    all += bars;
    if (hasText(boxes)) continue;
    width ??= all;
    if (all % width !== 0) return undefined;
  }
  return width;
}
