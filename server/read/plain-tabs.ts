import type { Box } from "./outline.ts";
import { type PlainLine, type PlainRows, plainBox, plainRows } from "./plain-cells.ts";

/** Longest text of a cell; what is longer is a paragraph with an indent. */
const LONGEST = 60;

/** Whether a line may be cells: it begins with a tab, or has one between or behind them. */
export function isTabLine(line: string): boolean {
  return line.includes("\t");
}

/**
 * The rows of the lines with tabs from `at` on: a row to a line, or a cell to a line behind a tab with a blank line
 * between rows. Indented prose has no rows: in a table some cell is a figure or blank.
 */
export function tabRows(source: string, lines: readonly PlainLine[], at: number): PlainRows {
  const end = endOfRows(lines, at);
  const taken = lines.slice(at, end);
  if (taken.some(({ text }) => isRowPerLine(text))) return rowPerLine(source, lines, at);
  return taken.some(({ text }) => /^[^\S\t]*\t\s*(?:[\d０-９.,]+\s*)?$/u.test(text))
    ? cellPerLine(source, lines, at, end)
    : { rows: [], taken: 0, prose: end - at };
}

function isRowPerLine(line: string): boolean {
  return line.split("\t").filter((cell) => cell.trim() !== "").length > 1;
}

/** Behind the last line of cells before prose. */
function endOfRows(lines: readonly PlainLine[], at: number): number {
  let end = at;
  for (let next = at; next < lines.length; next += 1) {
    const line = lines[next]?.text ?? "";
    if (line.trim() === "" && !isTabLine(line)) continue;
    const goesOn = isTabLine(line) ? !isProse(line, lines, next) : next === end && next > at && isContinuation(line);
    if (!goesOn) break;
    end = next + 1;
  }
  return end;
}

function isProse(line: string, lines: readonly PlainLine[], at: number): boolean {
  if (isRowPerLine(line)) return false;
  const text = line.trim();
  const isAlone = [lines[at - 1], lines[at + 1]].every(
    (beside) => (beside?.text ?? "").trim() === "" && !isTabLine(beside?.text ?? ""),
  );
  return text.length > LONGEST || /[。；]$/u.test(text) || (isAlone && /^[一二三四五六七八九十]{1,2}、/u.test(text));
}

/** A cell that goes on in the next line; a heading right below a table does not belong to it. */
function isContinuation(line: string): boolean {
  return (
    line.trim().length <= 20 &&
    !/^\s*(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])/u.test(line)
  );
}

function rowPerLine(source: string, lines: readonly PlainLine[], at: number): PlainRows {
  let end = at;
  while (end < lines.length && (isTabLine(lines[end]?.text ?? "") || lines[end]?.text.trim() === "")) end += 1;
  const rows = lines.slice(at, end).map(({ text, start }) => {
    let from = start;
    return text.split("\t").map((cell): Box => {
      const inner = { start: from, end: from + cell.length };
      from = inner.end + 1;
      return plainBox(source, inner);
    });
  });
  return { rows: plainRows(rows), taken: end - at };
}

function cellPerLine(source: string, lines: readonly PlainLine[], at: number, end: number): PlainRows {
  const rows: Box[][] = [[]];
  for (const line of lines.slice(at, end)) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (isTabLine(line.text))
      row?.push(plainBox(source, { start: line.start + line.text.indexOf("\t") + 1, end: line.end }));
    else if (line.text.trim() === "") rows.push([]);
    else if (row !== undefined && last !== undefined)
      row[row.length - 1] = plainBox(source, { start: last.inner.start, end: line.end });
  }
  return { rows: plainRows(rows), taken: end - at };
}
