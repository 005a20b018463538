import { contentOf } from "../draft/content.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import type { Section, Table } from "../form/form.ts";
import { type CellId, tableSections } from "../form/index.ts";
import { type Layout, layoutOf, type Placed, type PlacedRow } from "../form/layout.ts";
import { sharesOf } from "./column-shares.ts";
import { titleOf } from "./markdown.ts";
import { escapeMarkup } from "./markup.ts";
import { type OfficePart, officeFiles } from "./office.ts";
import { xmlHead, zipTexts } from "./zip.ts";

const SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Writes the figures of a report as a workbook: a sheet for each official table, laid out as the form prints it. */
export function writeXlsx(draft: Draft, mark: string | undefined): Uint8Array {
  const content = contentOf(draft);
  const tables = tableSections(draft.form);
  const sheets = tables.map(({ table }, at): OfficePart => {
    const figure = (id: CellId) => figureOf(draft.cells.get(id), content.cells[id] ?? "");
    return part(`worksheets/sheet${at + 1}`, "worksheet", sheetXml(table, figure));
  });
  const names = tables.map((each, at) => `<sheet name="${sheetName(each)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const workbook: OfficePart = {
    path: "xl/workbook.xml",
    type: `${TYPE}.sheet.main+xml`,
    relation: "officeDocument",
    xml: `${xmlHead}<workbook xmlns="${SPACE}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${names.join("")}</sheets></workbook>`,
  };
  const title = content.title ?? titleOf(draft.form, content);
  return zipTexts(officeFiles([workbook, ...sheets, part("styles", "styles", stylesXml())], title, mark));
}

function part(name: string, relation: string, xml: string): OfficePart {
  return { path: `xl/${name}.xml`, type: `${TYPE}.${relation}+xml`, relation, xml: xmlHead + xml };
}

/** Excel takes 31 characters, and none of those it uses in formulas. */
function sheetName({ table, section }: { readonly table: Table; readonly section: Section }): string {
  return escapeMarkup(`${table.name} ${section.title}`.replaceAll(/[[\]:*?/\\]/gu, "").slice(0, 31));
}

/** What a cell holds: a number with the decimals it was written with, or a text. */
type Figure = { readonly number: string; readonly decimals: number } | { readonly text: string };

/** Numbers of more digits than Excel keeps stay texts. */
const DIGITS = 15;

function figureOf(cell: Cell | undefined, written: string): Figure {
  const numeral = cell?.numeral;
  if (numeral === undefined || !("digits" in numeral) || numeral.words !== "") return { text: written };
  const decimals = /\.(\d+)$/u.exec(written)?.[1]?.length ?? 0;
  const digits = written.replaceAll(/\D/gu, "").length;
  return digits > DIGITS || decimals > MOST_DECIMALS ? { text: written } : { number: numeral.digits, decimals };
}

const MOST_DECIMALS = 10;

/** Places of the cell formats in the style sheet; that of numbers with n decimals is `number` + n. */
const STYLES = { head: 1, label: 2, text: 3, number: 4 } as const;

function sheetXml(table: Table, figure: (id: CellId) => Figure): string {
  const layout = layoutOf(table);
  const { rows } = layout;
  const widths = widthsOf(layout);
  const merges: string[] = [];
  const styled = Array.from({ length: rows.length }, () => new Map<number, string>());
  for (const [at, row] of rows.entries()) {
    for (const placed of row) {
      const { column, columns, rows: height } = placed;
      if (columns > 1 || height > 1) {
        merges.push(`<mergeCell ref="${refOf(column, at)}:${refOf(column + columns - 1, at + height - 1)}"/>`);
      }
      for (let down = 0; down < height; down += 1) {
        for (let along = 0; along < columns; along += 1) {
          const isFirst = down + along === 0;
          const place = refOf(column + along, at + down);
          styled[at + down]?.set(column + along, isFirst ? cellXml(place, placed, figure) : blankXml(place, placed));
        }
      }
    }
  }
  const written = styled.map((cells, at) => {
    const inOrder = [...cells].toSorted(([a], [b]) => a - b).map(([, xml]) => xml);
    const height = heightOf(rows[at] ?? [], widths);
    return `<row r="${at + 1}" ht="${height}" customHeight="1">${inOrder.join("")}</row>`;
  });
  return [
    `<worksheet xmlns="${SPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<cols>${columnsXml(widths)}</cols><sheetData>${written.join("")}</sheetData>`,
    `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join("");
}

function cellXml(place: string, placed: Placed, figure: (id: CellId) => Figure): string {
  if (placed.id === undefined) return textXml(place, placed.text, styleOf(placed));
  const value = figure(placed.id);
  if ("number" in value) return `<c r="${place}" s="${STYLES.number + value.decimals}"><v>${value.number}</v></c>`;
  // A text is a text: what begins like a formula is not one, here and when the cell is edited.
  return value.text === "" ? blankXml(place, placed) : textXml(place, value.text, STYLES.text);
}

function textXml(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeMarkup(text)}</t></is></c>`;
}

function blankXml(place: string, placed: Placed): string {
  return `<c r="${place}" s="${styleOf(placed)}"/>`;
}

function styleOf({ kind, rows }: Placed): number {
  if (kind === "figure") return STYLES.number;
  return kind === "label" && rows === 1 ? STYLES.label : STYLES.head;
}

/** `A1` for the first column and row, both from 0; no form has more than 26 columns. */
function refOf(column: number, row: number): string {
  return `${String.fromCharCode("A".charCodeAt(0) + column)}${row + 1}`;
}

/** Widths in characters of a digit; a Han character takes two. */
function widthsOf(layout: Layout): readonly number[] {
  return sharesOf(layout).map((share) => Math.max(11, Math.round(share * (layout.width > 4 ? 170 : 90))));
}

function columnsXml(widths: readonly number[]): string {
  return widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("");
}

/** In points; Excel fits no row to the text of merged cells. */
function heightOf(row: PlacedRow, widths: readonly number[]): number {
  const lines = row
    .filter(({ rows }) => rows === 1)
    .map(({ text, column, columns }) => {
      const room = widths.slice(column, column + columns).reduce((sum, width) => sum + width, 0) - 2;
      return Math.ceil((text.length * 2) / room);
    });
  return 18 * Math.max(1, ...lines);
}

function stylesXml(): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, count) => count);
  const format = (count: number) => (count === 0 ? 1 : 163 + count);
  const formats = decimals
    .slice(1)
    .map((count) => `<numFmt numFmtId="${format(count)}" formatCode="0.${"0".repeat(count)}"/>`);
  const cell = (number: number, horizontal: string, more = "") =>
    `<xf numFmtId="${number}" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"${more}><alignment horizontal="${horizontal}" vertical="center" wrapText="1"/></xf>`;
  const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
  const cells = [
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
    cell(49, "center"),
    cell(49, "left"),
    cell(49, "right", ' quotePrefix="1"'),
    ...decimals.map((count) => cell(format(count), "right")),
  ];
  return [
    `<styleSheet xmlns="${SPACE}"><numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
    '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map(side).join("")}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}
