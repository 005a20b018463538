import { ordinary, RADICAL } from "../draft/debris.ts";
import type { Draft } from "../draft/draft.ts";
import { locate } from "../draft/locate.ts";
import type { Table } from "../form/form.ts";
import { tableSections } from "../form/index.ts";
import { readDocx } from "../read/docx.ts";
import { flowOf } from "../read/flow.ts";
import { readHtmlDocument } from "../read/html-document.ts";
import { largestTable } from "../read/limits.ts";
import { linesOf } from "../read/lines.ts";
import { readMarkdown } from "../read/markdown.ts";
import type { Outline, OutlineBlock } from "../read/outline.ts";
import { type PdfPage, readPdfPages } from "../read/pdf-page.ts";
import { plainParagraphs, readPlainText } from "../read/plain-text.ts";
import { readXlsx } from "../read/xlsx.ts";
import { type Account, accountOf, changedCells } from "./account.ts";
import { gatherCells } from "./gather-cells.ts";
import { type RestoredOutline, restoreTables } from "./restore.ts";
import { sheetBlocks } from "./sheet-blocks.ts";
import { writeReport } from "./write-report.ts";

/** A report in canonical Markdown with its account. */
export interface Imported {
  readonly markdown: string;
  readonly account: Account;
  /** The text the account's places point into. */
  readonly source: string;
  /** Whether its lines are those of the file. */
  readonly hasLines: boolean;
  /** What else the clerk has to know, in Chinese. */
  readonly notes: readonly string[];
}

/** The longest text that is read, in UTF-16 units: some fifty times a long report. */
const LONGEST = 300_000;
/** More lines than the longest report has, a cell to a line. */
const MOST_LINES = 4000;
const LONGEST_PAGE = 5_000_000;

/** Imports text copied or extracted from elsewhere, or says in Chinese why not: it is too long, or no such report. */
export function importText(source: string): Imported | string {
  if (source.length > LONGEST) return tooLong(source);
  const lines = linesOf(source).starts.length;
  if (lines > MOST_LINES) return `全文有 ${lines} 行，太长了，请只保留年报正文`;
  return importOutline(source, gatherCells(readPlainText(source)), "order", []);
}

/** Imports Markdown of whatever form, or text that only bears its name. */
export function importMarkdown(source: string): Imported | string {
  if (source.length > LONGEST) return tooLong(source);
  const asText = importText(source);
  const outline = readMarkdown(source);
  if (typeof outline === "string") return asText;
  const asMarkdown = importOutline(source, outline, "places", []);
  if (typeof asMarkdown === "string" || typeof asText === "string")
    return typeof asText === "string" ? asMarkdown : asText;
  return asText.account.placed > asMarkdown.account.placed ? asText : asMarkdown;
}

/** Imports a page that was saved. */
export function importHtml(source: string): Imported | string {
  if (source.length > LONGEST_PAGE) return tooLong(source);
  const { blocks, pictures } = readHtmlDocument(source);
  return importBlocks(blocks, pictureNotes(pictures));
}

/** Imports a `.docx` file. */
export function importDocx(bytes: Uint8Array): Imported | string {
  const read = readDocx(bytes);
  if (typeof read === "string") return read;
  const notes = read.notes === 0 ? [] : [`有 ${read.notes} 处脚注或尾注没有转换，需要的请写进正文`];
  return importBlocks(read.blocks, [...pictureNotes(read.pictures), ...notes]);
}

/** Imports an `.xlsx` file. */
export function importXlsx(bytes: Uint8Array): Imported | string {
  const read = readXlsx(bytes);
  if (typeof read === "string") return read;
  const { hidden, unknown, pictures } = read;
  return importBlocks(sheetBlocks(read), [
    ...(hidden === 0 ? [] : [`有 ${hidden} 个隐藏的工作表没有转换`]),
    ...(unknown === 0 ? [] : [`有 ${unknown} 个公式没有结果，请用 Excel 打开、保存后再转换，或者对照原件录入`]),
    ...pictureNotes(pictures),
  ]);
}

/** Imports the pages of a PDF file. Radicals in it stand for the characters that the page shows. */
export function importPdf(pages: readonly PdfPage[]): Imported | string {
  const shown = (text: string) => text.replaceAll(RADICAL, (radical) => ordinary(radical) ?? radical);
  const blocks = readPdfPages(
    pages.map((page) => ({ ...page, texts: page.texts.map((one) => ({ ...one, text: shown(one.text) })) })),
  );
  return blocks.length === 0 ? "PDF 里没有文字，可能是扫描件，请换用原来的文档" : importBlocks(blocks, []);
}

function tooLong({ length }: string): string {
  return `全文有 ${length} 个字符，太长了，请只保留年报正文`;
}

function pictureNotes(pictures: number): readonly string[] {
  return pictures === 0 ? [] : [`有 ${pictures} 幅图片没有转换；表格或文字在图片里的，请对照原件录入`];
}

function importBlocks(blocks: readonly OutlineBlock[], notes: readonly string[]): Imported | string {
  const { text, outline } = flowOf(blocks);
  if (text.length > LONGEST || blocks.length > MOST_LINES) return tooLong(text);
  const imported = importOutline(text, outline, "places", notes);
  if (typeof imported === "string" && notes.length > 0) return [imported, ...notes].join("；");
  return typeof imported === "string" ? imported : { ...imported, hasLines: false };
}

function importOutline(
  source: string,
  outline: Outline,
  trust: "places" | "order",
  notes: readonly string[],
): Imported | string {
  if (outline.blocks.some(isTooLarge)) return "有的表格太大，不是年报的表格，请只保留年报正文";
  const restored = restoreTables(source, outline, trust);
  const imported = writeOutline(source, restored, notes);
  if (typeof imported === "string" || imported.doubtful.size === 0) return imported;
  // A table that reads otherwise once it is written is left as lines, so that nobody reads it wrong.
  return writeOutline(source, asLines(source, restored, imported.doubtful), notes);
}

/** What was imported, and the tables of which the written text says something else. */
interface Written extends Imported {
  readonly doubtful: ReadonlySet<Table>;
}

function writeOutline(
  source: string,
  { outline, astray }: RestoredOutline,
  notes: readonly string[],
): Written | string {
  const draft = locate(source, outline, undefined);
  if (draft === undefined) return "没有认出政府信息公开年报：标题、部分的标题和表格都没有找到";
  const { markdown, pieces } = writeReport(draft);
  const outlineWritten = readMarkdown(markdown);
  if (typeof outlineWritten === "string") return `转换的结果过于复杂：${outlineWritten}`;
  const written = locate(markdown, outlineWritten, undefined);
  const account = accountOf({ source, pieces, read: draft, written, astray: [...astray].map(({ span }) => span) });
  const changed = changedCells(draft, written).flatMap(({ before, after }) => (before ?? after)?.table ?? []);
  const all = [...missingTables(draft), ...notes];
  return { markdown, source, account, notes: all, hasLines: true, doubtful: new Set(changed) };
}

function asLines(source: string, { outline, astray }: RestoredOutline, doubtful: ReadonlySet<Table>): RestoredOutline {
  const tables = locate(source, outline, undefined)?.tables ?? [];
  const grids = new Set(tables.filter(({ table }) => doubtful.has(table)).flatMap((located) => located.grids));
  const lines = new Set(astray);
  const blocks = outline.blocks.flatMap((block): readonly OutlineBlock[] => {
    if (block.kind !== "grid" || !grids.has(block)) return [block];
    const paragraphs = plainParagraphs(source, block.span);
    for (const paragraph of paragraphs) lines.add(paragraph);
    return paragraphs;
  });
  return { outline: { ...outline, blocks }, astray: lines };
}

function missingTables({ form, tables }: Draft): readonly string[] {
  const missing = tableSections(form).filter(({ table }) => tables.every((located) => located.table !== table));
  if (missing.length === 0) return [];
  return [`没有找到${missing.map(({ table }) => table.name).join("、")}，请对照原件录入`];
}

function isTooLarge(block: OutlineBlock): boolean {
  if (block.kind !== "grid") return false;
  return (
    block.rows.length > largestTable.rows || block.rows.some(({ boxes }) => boxes.length > largestTable.columns * 8)
  );
}
