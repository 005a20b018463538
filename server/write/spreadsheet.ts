import { type CellId, forms, tableSections } from "../form/index.ts";
import { layoutOf } from "../form/layout.ts";
import { writeRow } from "./html.ts";
import type { TextOf } from "./markdown.ts";

/** The figures of an official table. */
export interface TableFigures {
  /** Ids of the form and of its table. */
  readonly form: string;
  readonly table: string;
  /** Figures as written, by cell; what is missing is blank. */
  readonly figures: Readonly<Partial<Record<CellId, string>>>;
}

/** A table as spreadsheets take it from a clipboard. */
export interface SpreadsheetTable {
  /** `表三`. */
  readonly name: string;
  /** Rows ending in LF, cells between tabs; a merged cell is its text in the first place and blanks in the rest. */
  readonly text: string;
  /** One `<table>` with its cells merged as the form prints them. */
  readonly html: string;
}

/** Writes an official table for the clipboard; undefined where no form has it. */
export function writeForSpreadsheet({ form, table: id, figures }: TableFigures): SpreadsheetTable | undefined {
  const tables = forms.filter((one) => one.id === form).flatMap(tableSections);
  const table = tables.find((one) => one.table.id === id)?.table;
  if (table === undefined) return undefined;
  const { rows, width } = layoutOf(table);
  const shown: TextOf = (id) => shielded(figures[id] ?? "");
  const lines = rows.map((row) => {
    const texts = new Map(row.map(({ column, id, text }) => [column, id === undefined ? text : shown(id)]));
    return `${Array.from({ length: width }, (_, column) => quoted(texts.get(column) ?? "")).join("\t")}\n`;
  });
  return {
    name: table.name,
    text: lines.join(""),
    html: `<table border="1">${rows.map((row) => writeRow(row, shown)).join("")}</table>`,
  };
}

/** A text that a spreadsheet would take for a formula gets a mark before it; numbers stay numbers. */
function shielded(text: string): string {
  return /^'*(?:[=@＝＠]|[+\-＋－](?![\d.,]+$))/u.test(text) ? `'${text}` : text;
}

/** A cell with a quotation mark or a break in it stands in quotation marks. */
function quoted(text: string): string {
  return /["\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
