import { cellProse } from "./cell-text.ts";
import { type HtmlTag, type HtmlToken, htmlTokens } from "./html-tokens.ts";
import { largestTable } from "./limits.ts";
import { spreadCells, type WrittenCell, type WrittenRow } from "./merged-cells.ts";
import type { Grid, Span } from "./outline.ts";
import type { Piece } from "./prose.ts";

/** Reads the one table that `source[from, to)` holds; end tags may be missing, merged cells are repeated. */
export function readHtmlTable(source: string, from: number, to: number): Grid | undefined {
  const table: OpenTable = { source, rows: [], isFirst: true };
  for (const token of htmlTokens(source, from, to)) take(table, token);
  closeRow(table, to, to);
  const rows = spreadCells(table.rows);
  return rows.length === 0 ? undefined : { kind: "grid", markup: "html", span: { start: from, end: to }, rows };
}

interface OpenTable {
  readonly source: string;
  readonly rows: WrittenRow[];
  row?: OpenRow | undefined;
  cell?: OpenCell | undefined;
  /** The next row is the first of its section. */
  isFirst: boolean;
}

interface OpenRow {
  readonly start: number;
  readonly cells: WrittenCell[];
}

interface OpenCell {
  readonly tag: HtmlTag;
  readonly pieces: Piece[];
}

const sections: ReadonlySet<string> = new Set(["table", "thead", "tbody", "tfoot"]);
const breaks: ReadonlySet<string> = new Set(["br", "p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"]);

function take(table: OpenTable, token: HtmlToken): void {
  if (token.kind === "text") addText(table, token.start, token.end, token.text);
  else if (breaks.has(token.name)) addBlank(table, { start: token.start, end: token.end, text: "\n" });
  else if (token.kind === "open") openPart(table, token);
  else closePart(table, token.name, token);
}

function openPart(table: OpenTable, tag: HtmlTag): void {
  if (tag.name === "td" || tag.name === "th") {
    closeCell(table, tag.start);
    table.row ??= { start: tag.start, cells: [] };
    table.cell = { tag, pieces: [] };
  } else if (tag.name === "tr" || sections.has(tag.name)) {
    closeRow(table, tag.start, tag.start);
    if (tag.name === "tr") table.row = { start: tag.start, cells: [] };
    else table.isFirst = true;
  }
}

function closePart(table: OpenTable, name: string, tag: Span): void {
  if (name === "td" || name === "th") closeCell(table, tag.start);
  else if (name === "tr") closeRow(table, tag.start, tag.end);
  else if (sections.has(name)) closeRow(table, tag.start, tag.start);
}

function closeRow(table: OpenTable, cellEnd: number, end: number): void {
  closeCell(table, cellEnd);
  if (table.row === undefined) return;
  const { start, cells } = table.row;
  table.rows.push({ span: { start, end }, cells, isFirst: table.isFirst });
  table.row = undefined;
  table.isFirst = false;
}

function closeCell(table: OpenTable, end: number): void {
  const { cell, row } = table;
  if (cell === undefined || row === undefined) return;
  const inner = { start: cell.tag.end, end };
  const prose = cellProse(table.source, cell.pieces) ?? { text: "", span: blankSpan(cell.tag), runs: [] };
  const columns = sizeOf(cell.tag, "colspan", 1, largestTable.columns);
  row.cells.push({ box: { ...prose, inner }, columns, rows: sizeOf(cell.tag, "rowspan", 0, largestTable.rows) });
  table.cell = undefined;
}

/** A blank cell is pointed at by the end of its tag. */
function blankSpan(tag: Span): Span {
  return { start: tag.end - 1, end: tag.end };
}

function sizeOf(tag: HtmlTag, name: string, least: number, most: number): number {
  const size = Number.parseInt(tag.attributes.get(name) ?? "1", 10);
  return Number.isNaN(size) || size < least ? 1 : Math.min(size, most);
}

function addText(table: OpenTable, start: number, end: number, text: string | undefined): void {
  if (text !== undefined) return void table.cell?.pieces.push({ start, end, text });
  for (const match of table.source.slice(start, end).matchAll(/[ \t\r\n\f]+|[^ \t\r\n\f]+/gu)) {
    const from = start + match.index;
    const piece = { start: from, end: from + match[0].length };
    if (/[^ \t\r\n\f]/u.test(match[0])) table.cell?.pieces.push(piece);
    else addBlank(table, { start: from, end: from + 1, text: /[\r\n]/u.test(match[0]) ? "\n" : " " });
  }
}

/** Blanks next to each other are one, and a line break among them makes them one line break. */
function addBlank(table: OpenTable, blank: Piece): void {
  const pieces = table.cell?.pieces;
  const last = pieces?.at(-1);
  if (last?.text === " " || last?.text === "\n") {
    if (blank.text === " " || last.text === "\n") return;
    pieces?.pop();
  }
  pieces?.push(blank);
}
