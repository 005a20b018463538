import type { Table } from "../../server/form/form.ts";
import { htmlTokens } from "../../server/read/html-tokens.ts";
import type { TextOf } from "../../server/write/markdown.ts";
import { htmlTable } from "./reports.ts";

/** Commands that draw a page of 595 by 842 points. */
export type PdfContent = string;

const SIZE = 10;

/** Packs pages into a PDF file whose one font has no shapes, but says what every code stands for. */
export function pdf(pages: readonly PdfContent[]): Uint8Array {
  const map =
    "/CIDInit /ProcSet findresource begin 1 begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end";
  const kids = pages.map((_, nth) => `${6 + nth * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    stream(map),
    ...pages.flatMap((content, nth) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${7 + nth * 2} 0 R >>`,
      stream(content),
    ]),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, nth) => {
    const at = text.length;
    text += `${nth + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  text += offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n \n`).join("");
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Words on a line. */
export function pdfText(text: string, x: number, y: number): PdfContent {
  const codes = [...text].map((character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("");
  return `BT /F ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm <${codes}> Tj ET\n`;
}

/** Paragraphs from `y` downwards, their first line set in, broken where the line is full. */
export function pdfParagraphs(
  texts: readonly string[],
  y: number,
): { readonly content: PdfContent; readonly y: number } {
  let content = "";
  let at = y;
  for (const text of texts) {
    const first = text.slice(0, 44);
    content += pdfText(first, 60 + 2 * SIZE, at);
    at -= 16;
    for (let from = 44; from < text.length; from += 46) {
      content += pdfText(text.slice(from, from + 46), 60, at);
      at -= 16;
    }
  }
  return { content, y: at };
}

interface DrawnCell {
  readonly row: number;
  readonly column: number;
  text: string;
  readonly columns: number;
  readonly rows: number;
}

/** A table with a frame around every cell, words broken to the width of the cell, figures halfway down. */
export function pdfTable(
  table: Table,
  textOf: TextOf,
  y: number,
): { readonly content: PdfContent; readonly y: number } {
  const cells = cellsOf(htmlTable(table, textOf));
  const columns = Math.max(...cells.map(({ column, columns: span }) => column + span));
  const rows = Math.max(...cells.map(({ row, rows: span }) => row + span));
  const wide = 475 / columns;
  const high = 24;
  const content = cells.map(({ row, column, text, columns: span, rows: depth }) => {
    const [left, top] = [60 + column * wide, y - row * high];
    const [width, height] = [span * wide, depth * high];
    const frame = `${left} ${top - height} ${width} ${height} re S\n`;
    const fit = Math.max(1, Math.floor((width - 2) / 5));
    const lines = text.match(new RegExp(`.{1,${fit}}`, "gu")) ?? [];
    const step = Math.min(6, height / Math.max(1, lines.length));
    const written = lines.map((line, nth) =>
      small(line, left + 1, top - height / 2 + (lines.length / 2 - nth) * step - step),
    );
    return frame + written.join("");
  });
  return { content: content.join(""), y: y - rows * high - 20 };
}

function small(text: string, x: number, y: number): PdfContent {
  return pdfText(text, x, y).replace(`/F ${SIZE} Tf`, "/F 5 Tf");
}

function cellsOf(source: string): readonly DrawnCell[] {
  const cells: DrawnCell[] = [];
  const taken = new Set<string>();
  let row = -1;
  let column = 0;
  for (const token of htmlTokens(source, 0, source.length)) {
    const last = cells.at(-1);
    if (token.kind === "text") {
      if (last !== undefined && token.start > 0)
        last.text += source.slice(token.start, token.end).replaceAll(/[\\\n]/gu, "");
    } else if (token.kind === "open" && token.name === "tr") {
      row += 1;
      column = 0;
    } else if (token.kind === "open" && token.name === "td") {
      while (taken.has(`${row} ${column}`)) column += 1;
      const size = (name: string) => Number(token.attributes.get(name) ?? "1");
      const cell = { row, column, text: "", columns: size("colspan"), rows: size("rowspan") };
      for (let r = 0; r < cell.rows; r += 1)
        for (let c = 0; c < cell.columns; c += 1) taken.add(`${row + r} ${column + c}`);
      cells.push(cell);
      column += cell.columns;
    }
  }
  return cells;
}
