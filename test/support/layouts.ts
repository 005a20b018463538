import type { Form, Table } from "../../server/form/form.ts";
import { depthOf, tableSections } from "../../server/form/index.ts";
import { type TextOf, writeTable } from "../../server/write/markdown.ts";
import { htmlTable } from "./reports.ts";

/** Ways to write the text of a report that are read as if it were written in the canonical form. */
export const layouts: Readonly<Record<string, (text: string) => string>> = {
  canonical: (text) => text,
  CRLF: (text) => text.replaceAll("\n", "\r\n"),
  CR: (text) => text.replaceAll("\n", "\r"),
  "byte order mark": (text) => `\uFEFF${text}`,
  "byte order mark and CRLF": (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`,
  "title in front matter": (text) => text.replace(/^# (.*)\n/u, "---\ntitle: $1\n---\n"),
  "setext headings": (text) => text.replaceAll(/^## (.*)$/gmu, "$1\n---"),
  "closed headings": (text) => text.replaceAll(/^(##?) (.*)$/gmu, "$1   $2  $1"),
  "headings without marks": (text) => text.replaceAll(/^##? (.*)$/gmu, "$1"),
  "bold headings without marks": (text) => text.replaceAll(/^##? (.*)$/gmu, "**$1**"),
};

/** Ways to write the official tables that are read like the canonical one. */
export const tableForms: Readonly<Record<string, WriteTable>> = {
  "padded columns": cellwise((cell, at) => `  ${cell}${" ".repeat(at % 5)}\t`),
  compact: cellwise((cell) => cell.trim()),
  "bold figures and labels": cellwise((cell) => (/^ *$|---/u.test(cell) ? cell : ` **${cell.trim()}** `)),
  "half-width punctuation": cellwise((cell) => cell.normalize("NFKC").replaceAll("、", ",")),
  "full-width figures": cellwise((cell) =>
    cell.replace(/^ \d+ $/u, (figures) =>
      figures.replaceAll(/\d/gu, (digit) => String.fromCodePoint(Number(digit) + 0xff10)),
    ),
  ),
  "thousands separators": cellwise((cell) =>
    cell.replace(/^ \d+ $/u, (figures) => figures.replaceAll(/\B(?=(?:\d{3})+ )/gu, ",")),
  ),
  "blanks inside labels": cellwise((cell) => cell.replaceAll(/(\p{Script=Han})(?=\p{Script=Han}{2})/gu, "$1 ")),
  "other numbering": cellwise((cell) => cell.replace(/^ （(.)）/u, " $1、").replace(/^ (\d)\.(?!\d)/u, " （$1）")),
  "without outer bars": linewise((line) => (/^\| {2}|\| {2}\|$/u.test(line) ? line : line.slice(1, -1))),
  "blank column at the end": linewise((line) => `${line} ${line.includes("---") ? "---" : ""} |`),
  "label columns left out where the label repeats": linewise((line) =>
    line.replace(/^\|(?: {2}\|)+(?= (?:（|\d\.))/u, "|"),
  ),
  "one label column": (table, textOf) => {
    const depth = Math.max(...table.blocks.map(({ rows }) => depthOf(rows)));
    return depth < 2 ? canonical(table, textOf) : linewise((line) => innermostLabel(line, depth))(table, textOf);
  },
  "a table for each block": (table, textOf) => {
    const parts = table.blocks.map((block) => writeTable({ ...table, blocks: [block] }, textOf).join("\n"));
    return parts.join("\n\n说明文字。\n\n");
  },
  HTML: htmlTable,
  "HTML in one line": (table, textOf) => htmlTable(table, textOf).replaceAll("\n", ""),
};

/** A report in canonical Markdown with its official tables written in another way. */
export function withTables(text: string, form: Form, textOf: TextOf, write: WriteTable): string {
  return tableSections(form).reduce(
    (whole, { table }) => whole.replace(canonical(table, textOf), () => write(table, textOf)),
    text,
  );
}

/** Writes one official table. */
export type WriteTable = (table: Table, textOf: TextOf) => string;

function canonical(table: Table, textOf: TextOf): string {
  return writeTable(table, textOf).join("\n");
}

function linewise(rewrite: (line: string) => string): WriteTable {
  return (table, textOf) => writeTable(table, textOf).map(rewrite).join("\n");
}

function cellwise(rewrite: (cell: string, at: number) => string): WriteTable {
  return linewise((line) => `|${line.slice(1, -1).split("|").map(rewrite).join("|")}|`);
}

/** The row with the last of its labels alone. */
function innermostLabel(line: string, depth: number): string {
  const cells = line.slice(1, -1).split("|");
  const label = cells.slice(0, depth).findLast((cell) => cell.trim() !== "");
  return `|${[label ?? "  ", ...cells.slice(depth)].join("|")}|`;
}
