import { readHtmlTable } from "./html.ts";
import { htmlParts } from "./html-extent.ts";
import { largestTable } from "./limits.ts";
import type { Box, Grid, GridRow } from "./outline.ts";

/** What a copied table is on the clipboard: HTML where the program gives it, and plain text with tabs. */
export interface Clipboard {
  readonly text: string;
  readonly html?: string | undefined;
}

/** The longest clipboard that is read, in UTF-16 units; spreadsheets dress every cell of their HTML up. */
const LONGEST = { text: 300_000, html: 3_000_000 } as const;

/** The tables on the clipboard, from its HTML if that has any; none where there is no table, or far too much. */
export function readClipboard({ text, html = "" }: Clipboard): readonly Grid[] {
  const grids = html.length > LONGEST.html ? [] : htmlGrids(html);
  if (grids.length === 0 && text.length <= LONGEST.text && text.includes("\t")) grids.push(...tabbedGrid(text));
  const rows = grids.flatMap((grid) => grid.rows);
  // The reader of HTML stops there without a word.
  const isTooLarge = rows.length >= largestTable.rows || rows.some(({ boxes }) => boxes.length >= largestTable.columns);
  return isTooLarge ? [] : grids;
}

function htmlGrids(html: string): Grid[] {
  const { tables } = htmlParts(html, 0, html.length);
  return tables.flatMap(({ start, end }) => readHtmlTable(html, start, end) ?? []);
}

function tabbedGrid(text: string): readonly Grid[] {
  const rows = tabbedRows(text).filter(({ boxes }) => boxes.some((box) => box.text !== ""));
  return rows.length === 0 ? [] : [{ kind: "grid", markup: "pipes", span: { start: 0, end: text.length }, rows }];
}

/** A row to a line and a cell to a tab; a cell with line breaks or tabs in it stands in quotes. */
function tabbedRows(source: string): readonly GridRow[] {
  const rows: GridRow[] = [];
  let boxes: Box[] = [];
  for (const { 0: whole, 1: cell = "", 2: end, index: start } of source.matchAll(CELL)) {
    const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
    const words = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    // Every cell has a place of its own, the tab behind it included.
    const span = { start, end: start + whole.length };
    boxes.push({ text: words.replaceAll(/[\t\r\n]+/gu, " ").trim(), span, runs: [], inner: span });
    if (end === "\t") continue;
    rows.push({ span: { start: boxes[0]?.span.start ?? start, end: span.end }, boxes });
    boxes = [];
  }
  return rows;
}

const CELL = /("(?:[^"]|"")*"(?=[\t\r\n]|$)|[^\t\r\n]*)(\t|\r\n?|\n|$)/guy;
