import { numberingOf, type WordNumbering } from "./docx-numbering.ts";
import { framedTexts, type OpenParagraph, type OpenTable, tableOf } from "./docx-parts.ts";
import type { HtmlTag } from "./html-tokens.ts";
import { type OfficePart, readParts } from "./office-parts.ts";
import type { OutlineBlock } from "./outline.ts";

/** A Word document: its blocks in reading order, and what it shows besides. */
export interface WordDocument {
  readonly blocks: readonly OutlineBlock[];
  /** Pictures and other drawings. */
  readonly pictures: number;
  /** Footnotes and endnotes, whose text is left out. */
  readonly notes: number;
}

const WORD = { ending: ".docx", old: ".doc", program: "Word" } as const;

const PARTS: ReadonlySet<string> = new Set(["word/document.xml", "word/numbering.xml", "word/styles.xml"]);

/** Reads a `.docx` file; a string says in Chinese why not. Nothing outside the file is looked at. */
export function readDocx(bytes: Uint8Array): WordDocument | string {
  const parts = readParts(bytes, WORD, (path) => PARTS.has(path));
  if (typeof parts === "string") return parts;
  const document = parts.get("word/document.xml");
  if (document === undefined) return "这不是 Word 文档";
  const tokensOf = (path: string) => parts.get(path)?.tokens ?? [];
  return readBody(document, numberingOf(tokensOf("word/numbering.xml"), tokensOf("word/styles.xml")));
}

/** What is said twice, was deleted, or moved elsewhere. */
const SKIPPED: ReadonlySet<string> = new Set([
  "mc:fallback",
  "w:del",
  "w:movefrom",
  "w:deltext",
  "w:instrtext",
  "w:pprchange",
  "w:tcprchange",
]);

interface Body {
  readonly blocks: OutlineBlock[];
  readonly numbering: WordNumbering;
  /** Paragraphs and tables that have not ended, the innermost last. */
  readonly paragraphs: OpenParagraph[];
  readonly tables: OpenTable[];
  skipping: number;
  isText: boolean;
  pictures: number;
  notes: number;
}

function readBody({ xml, tokens }: OfficePart, numbering: WordNumbering): WordDocument {
  const body: Body = {
    blocks: [],
    numbering,
    paragraphs: [],
    tables: [],
    skipping: 0,
    isText: false,
    pictures: 0,
    notes: 0,
  };
  for (const token of tokens) {
    if (token.kind === "text") {
      const paragraph = body.paragraphs.at(-1);
      if (body.isText && body.skipping === 0 && paragraph !== undefined)
        paragraph.text += token.text ?? xml.slice(token.start, token.end);
    } else if (SKIPPED.has(token.name)) body.skipping += token.kind === "open" ? 1 : -1;
    else if (body.skipping > 0) continue;
    else if (token.kind === "open") open(body, token);
    else close(body, token.name);
  }
  return { blocks: body.blocks, pictures: body.pictures, notes: body.notes };
}

const SIGNS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:nobreakhyphen": "-",
};

function open(body: Body, { name, attributes }: HtmlTag): void {
  const value = attributes.get("w:val");
  const paragraph = body.paragraphs.at(-1);
  const table = body.tables.at(-1);
  const cell = table?.rows.at(-1)?.cells.at(-1);
  const sign = SIGNS[name];
  if (name === "w:p") body.paragraphs.push({ text: "", isBegun: false });
  else if (name === "w:tbl") {
    if (cell !== undefined) {
      addTexts(body, cell.texts.splice(0));
      cell.isFrame = true;
    }
    body.tables.push({ rows: [] });
  } else if (name === "w:tr") table?.rows.push({ cells: [] });
  else if (name === "w:tc") table?.rows.at(-1)?.cells.push({ texts: [], columns: 1 });
  else if (name === "w:gridspan" && cell !== undefined) cell.columns = Math.max(1, Math.min(64, Number(value) || 1));
  else if (name === "w:gridbefore" && Number(value) > 0)
    table?.rows.at(-1)?.cells.push({ texts: [], columns: Math.min(64, Number(value)) });
  else if (name === "w:vmerge" && cell !== undefined) cell.merge = value === "restart" ? "restart" : "continue";
  else if (name === "w:hmerge" && cell !== undefined && value !== "restart") cell.isAppended = true;
  else if (name === "w:t" || name === "m:t") body.isText = true;
  else if (name === "w:drawing" || name === "w:pict" || name === "w:object") body.pictures += 1;
  else if (name === "w:footnotereference" || name === "w:endnotereference") body.notes += 1;
  else if (paragraph === undefined) return;
  else if (name === "w:r") paragraph.isBegun = true;
  else if (sign !== undefined && paragraph.isBegun) paragraph.text += sign;
  else if (name === "w:pstyle" && value !== undefined) paragraph.style = value;
  else if (name === "w:outlinelvl") paragraph.level = Number(value);
  else if (name === "w:ilvl") paragraph.item = { ...paragraph.item, level: Number(value) };
  else if (name === "w:numid" && value !== undefined) paragraph.item = { ...paragraph.item, list: value };
}

function close(body: Body, name: string): void {
  if (name === "w:t" || name === "m:t") body.isText = false;
  else if (name === "w:p") endParagraph(body);
  else if (name === "w:tbl") {
    const table = body.tables.pop() ?? { rows: [] };
    const texts = framedTexts(table);
    const grid = texts === undefined ? tableOf(table, body.blocks.length) : undefined;
    addTexts(body, texts ?? []);
    if (grid !== undefined) body.blocks.push(grid);
  }
}

/** A paragraph of a cell belongs to the cell; one of the text or of a frame is a block of its own, every line of it. */
function endParagraph(body: Body): void {
  const paragraph = body.paragraphs.pop();
  if (paragraph === undefined) return;
  const cell = body.tables.at(-1)?.rows.at(-1)?.cells.at(-1);
  const label = paragraph.text.trim() === "" ? "" : body.numbering.label(paragraph);
  const text = label + paragraph.text.trim();
  if (cell !== undefined && cell.isFrame !== true) cell.texts.push(text);
  else addTexts(body, [text], body.numbering.depth(paragraph));
}

function addTexts(body: Body, texts: readonly string[], depth?: number): void {
  for (const line of texts.flatMap((text) => text.split("\n")).map((one) => one.trim())) {
    if (line === "") continue;
    const span = { start: 0, end: 0 };
    const prose = { text: line.replaceAll("\t", " "), span, runs: [] };
    const isHeading = depth !== undefined && line.length <= 60;
    body.blocks.push(isHeading ? { kind: "heading", depth, whole: span, ...prose } : { kind: "paragraph", ...prose });
  }
}
