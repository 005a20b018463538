import { strToU8, zipSync } from "fflate";
import type { Form, Table } from "../../server/form/form.ts";
import { tableSections } from "../../server/form/index.ts";
import { htmlTokens } from "../../server/read/html-tokens.ts";
import { type TextOf, writeTable } from "../../server/write/markdown.ts";
import { htmlTable } from "./reports.ts";

/** A Word document as a word processor writes it: official tables with merged cells, a paragraph for every other line. */
export function docxOf(text: string, form: Form, textOf: TextOf, more: Partial<DocxParts> = {}): Uint8Array {
  const tables = new Map(
    tableSections(form).map(({ table }) => [writeTable(table, textOf).join("\n"), wordTable(table, textOf)] as const),
  );
  const body = text.split("\n\n").map(
    (part) =>
      tables.get(part.trim()) ??
      part
        .split("\n")
        .map((line) => wordParagraph(line.replace(/^#+ /u, "")))
        .join(""),
  );
  return docx({ body: body.join(""), ...more });
}

/** What stands in a document. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly files?: Readonly<Record<string, string>>;
}

/** Packs a document. */
export function docx({ body, numbering, styles, files = {} }: DocxParts): Uint8Array {
  const xml = (root: string, content: string) =>
    `<?xml version="1.0" encoding="UTF-8"?><w:${root}>${content}</w:${root}>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": xml("document", `<w:body>${body}<w:sectPr/></w:body>`),
    ...(numbering === undefined ? {} : { "word/numbering.xml": xml("numbering", numbering) }),
    ...(styles === undefined ? {} : { "word/styles.xml": xml("styles", styles) }),
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

/** A paragraph, its text in two runs as word processors like to break it. */
export function wordParagraph(text: string, properties = ""): string {
  const half = Math.floor(text.length / 2);
  const run = (part: string) => `<w:r><w:rPr/><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`;
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${run(text.slice(0, half))}${run(text.slice(half))}</w:p>`;
}

const borders = `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join("")}</w:tblBorders>`;

/** The table of the HTML fixture with `gridSpan` and `vMerge` for its spans. */
function wordTable(table: Table, textOf: TextOf): string {
  const source = htmlTable(table, textOf);
  const rows: { text: string; columns: number; rows: number }[][] = [];
  for (const token of htmlTokens(source, 0, source.length)) {
    const cell = rows.at(-1)?.at(-1);
    if (token.kind === "text") {
      if (cell !== undefined) cell.text += token.text ?? source.slice(token.start, token.end);
    } else if (token.kind === "open" && token.name === "tr") rows.push([]);
    else if (token.kind === "open" && token.name === "td") {
      const size = (name: string) => Number(token.attributes.get(name) ?? "1");
      rows.at(-1)?.push({ text: "", columns: size("colspan"), rows: size("rowspan") });
    }
  }
  const open = new Map<number, { columns: number; left: number }>();
  const width = Math.max(...rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
  const lines = rows.map((row) => {
    let at = 0;
    let line = "";
    const goOn = () => {
      for (let over = open.get(at); over !== undefined && over.left > 0; over = open.get(at)) {
        open.set(at, { ...over, left: over.left - 1 });
        line += wordCell("", over.columns, "<w:vMerge/>");
        at += over.columns;
      }
    };
    for (const cell of row) {
      goOn();
      if (cell.rows > 1) open.set(at, { columns: cell.columns, left: cell.rows - 1 });
      line += wordCell(cell.text, cell.columns, cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : "");
      at += cell.columns;
    }
    goOn();
    return `<w:tr>${line}</w:tr>`;
  });
  return `<w:tbl><w:tblPr>${borders}</w:tblPr><w:tblGrid>${'<w:gridCol w:w="900"/>'.repeat(width)}</w:tblGrid>${lines.join("")}</w:tbl>`;
}

function wordCell(text: string, columns: number, merge: string): string {
  const span = columns === 1 ? "" : `<w:gridSpan w:val="${columns}"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${columns * 900}" w:type="dxa"/>${span}${merge}</w:tcPr>${wordParagraph(text.replaceAll("\\", ""))}</w:tc>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
