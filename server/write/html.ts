import type { Section, Table } from "../form/form.ts";
import { type Layout, layoutOf, type Placed, type PlacedRow } from "../form/layout.ts";
import { sharesOf } from "./column-shares.ts";
import { stylesheet } from "./html-style.ts";
import type { TextOf } from "./markdown.ts";
import { escapeMarkup } from "./markup.ts";
import type { Pages, Part } from "./pages.ts";

/** Writes a report as one page to read and to print, without script and without anything from elsewhere. */
export function writeHtml({ title, parts, textOf }: Pages, mark: string | undefined): string {
  const name = escapeMarkup(title);
  const body = [
    ...(mark === undefined ? [] : [`<p class="draft">${escapeMarkup(mark)}</p>`]),
    `<h1>${name}</h1>`,
    ...parts.flatMap((part) => writePart(part, textOf)),
  ];
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${mark === undefined ? name : `${escapeMarkup(mark)} · ${name}`}</title>
<style>
${stylesheet}</style>
</head>
<body>
<main>
${body.join("\n")}
</main>
</body>
</html>
`;
}

function writePart(part: Part, textOf: TextOf): readonly string[] {
  switch (part.kind) {
    case "heading":
      return [`<h${part.level + 1}>${escapeMarkup(part.text)}</h${part.level + 1}>`];
    case "paragraph":
      return [`<p>${writeLines(part.lines)}</p>`];
    case "closing":
      return [`<p class="closing">${writeLines(part.lines)}</p>`];
    case "figures":
      return writeFigures(part.section, part.table, textOf);
    case "grid": {
      const rows = part.rows.map((row) => `<tr>${row.map((text) => `<td>${writeText(text)}</td>`).join("")}</tr>`);
      return ["<table>", "<tbody>", ...rows, "</tbody>", "</table>"];
    }
  }
}

function writeLines(lines: readonly string[]): string {
  return lines.map(escapeMarkup).join("<br>\n");
}

function writeText(text: string): string {
  return writeLines(text.split("\n"));
}

function writeFigures(section: Section, table: Table, textOf: TextOf): readonly string[] {
  const layout = layoutOf(table);
  const [first, ...others] = layout.blocks;
  const body = (rows: readonly PlacedRow[]) => ["<tbody>", ...rows.map((row) => writeRow(row, textOf)), "</tbody>"];
  return [
    `<table class="official${layout.width > WIDE ? " wide" : ""}">`,
    `<caption>${escapeMarkup(`${table.name}　${section.title}`)}</caption>`,
    writeColumns(layout),
    "<thead>",
    ...(first?.heads ?? []).map((row) => writeRow(row, textOf)),
    "</thead>",
    ...body(first?.body ?? []),
    ...others.flatMap((block) => body([...block.heads, ...block.body])),
    "</table>",
  ];
}

/** Tables of more columns are set in smaller type. */
const WIDE = 6;

function writeColumns(layout: Layout): string {
  const columns = sharesOf(layout).map((share) => `<col style="width: ${(share * 100).toFixed(2)}%">`);
  return `<colgroup>${columns.join("")}</colgroup>`;
}

/** A row of a table with its merged cells, as `<tr>`. */
export function writeRow(row: PlacedRow, textOf: TextOf): string {
  return `<tr>${row.map((cell) => writeCell(cell, textOf)).join("")}</tr>`;
}

function writeCell({ kind, text, id, columns, rows }: Placed, textOf: TextOf): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ""}${rows > 1 ? ` rowspan="${rows}"` : ""}`;
  if (id !== undefined) return `<td${spans}>${writeText(textOf(id))}</td>`;
  const scope = kind === "label" ? (rows > 1 ? "rowgroup" : "row") : columns > 1 ? "colgroup" : "col";
  return `<th scope="${scope}"${spans}>${writeText(text)}</th>`;
}
