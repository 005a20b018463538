import type { Table } from "../form/form.ts";
import { type Layout, layoutOf, type Placed, type PlacedRow } from "../form/layout.ts";
import { sharesOf } from "./column-shares.ts";
import { textWidth } from "./docx-parts.ts";
import { paragraph, type Setting, twips } from "./docx-text.ts";
import type { TextOf } from "./markdown.ts";

/** Writes an official table with its merged cells, on the width of the text; one that is wide in smaller type. */
export function writeTable(table: Table, textOf: TextOf): string {
  const layout = layoutOf(table);
  const widths = widthsOf(sharesOf(layout));
  const heads = layout.blocks[0]?.heads.length ?? 0;
  const filled = withMerged(layout.rows, layout.width);
  const written = filled.map((cells, at) => {
    const isLast = at === filled.length - 1;
    const texts = cells.map((cell) => writeCell(cell, layout, widths, textOf, !isLast));
    return writeRow(texts.join(""), layout.width > WIDE ? twips(6) : twips(7.5), at < heads);
  });
  return wrap(written.join(""), widths);
}

/** Writes a table of the clerk's own; rows shorter than the longest are filled up. */
export function writeGrid(rows: readonly (readonly string[])[]): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const widths = widthsOf(Array.from({ length: width }, () => 1 / width));
  const setting: Setting = { ...small(width), align: "center" };
  const written = rows.map((row) => {
    const cells = widths.map((own, at) => cellOf(own, "", paragraph((row[at] ?? "").split("\n"), setting)));
    return writeRow(cells.join(""), twips(7), false);
  });
  return wrap(written.join(""), widths);
}

/** Tables of more columns are set in 小五, others in 五号. */
const WIDE = 6;

function small(columns: number): Pick<Setting, "font" | "size" | "line" | "offGrid"> {
  const type = columns > WIDE ? { size: 18, line: 240 } : { size: 21, line: 300 };
  return { font: "table", ...type, offGrid: true };
}

/** A cell, or the continuation of one that began in a row above. */
interface Filled extends Placed {
  readonly isMerged: boolean;
}

/** Every row with all its cells from left to right: Word wants those that are merged as well. */
function withMerged(rows: readonly PlacedRow[], width: number): readonly (readonly Filled[])[] {
  const open = new Map<number, { readonly cell: Placed; rows: number }>();
  return rows.map((row) => {
    const filled: Filled[] = [];
    for (let column = 0; column < width; ) {
      const above = open.get(column);
      const cell = above?.cell ?? row.find((one) => one.column === column);
      if (cell === undefined) break;
      filled.push({ ...cell, isMerged: above !== undefined });
      const left = (above?.rows ?? cell.rows) - 1;
      if (left > 0) open.set(column, { cell, rows: left });
      else open.delete(column);
      column += cell.columns;
    }
    return filled;
  });
}

function writeCell(
  { kind, text, id, column, columns, rows, isMerged }: Filled,
  layout: Layout,
  widths: readonly number[],
  textOf: TextOf,
  keep: boolean,
): string {
  const width = widths.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
  const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
  const merge = isMerged ? "<w:vMerge/>" : rows > 1 ? '<w:vMerge w:val="restart"/>' : "";
  const isLongLabel = kind === "label" && rows === 1 && layout.width > WIDE;
  const setting: Setting = { ...small(layout.width), align: isLongLabel ? "left" : "center", keep };
  const shown = isMerged ? "" : id === undefined ? text : textOf(id);
  const fitted = id === undefined ? setting : { ...setting, size: fittingSize(shown, width, setting.size) };
  const isPaired = kind === "head" && columns === 1 && layout.width > WIDE && text.length >= 4;
  const inner = isPaired ? Math.max(MARGIN, Math.floor((width - PAIR) / 2)) : MARGIN;
  return cellOf(width, `${span}${merge}`, paragraph(shown.split("\n"), fitted), inner);
}

/** The size at which a figure stands on one line: a digit is half as wide as it is high. */
function fittingSize(text: string, width: number, size: number): number {
  const room = (width - 2 * MARGIN) / 10;
  return text === "" || /\s/u.test(text) ? size : Math.max(10, Math.min(size, Math.floor((room * 2) / text.length)));
}

/** Space at both sides of a cell. */
const MARGIN = twips(0.7);

/** Room for two characters of 小五 and no third, so that heads of four and six characters break in pairs. */
const PAIR = 450;

function cellOf(width: number, merging: string, content: string, margin = MARGIN): string {
  const side = (name: string) => `<w:${name} w:w="${margin}" w:type="dxa"/>`;
  const margins = margin === MARGIN ? "" : `<w:tcMar>${side("left")}${side("right")}</w:tcMar>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${merging}${margins}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

function writeRow(cells: string, height: number, isHead: boolean): string {
  const repeated = isHead ? "<w:tblHeader/>" : "";
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/>${repeated}</w:trPr>${cells}</w:tr>`;
}

function wrap(rows: string, widths: readonly number[]): string {
  const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
  const margin = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  const margins = [margin("top", 20), margin("left", MARGIN), margin("bottom", 20), margin("right", MARGIN)];
  const total = widths.reduce((sum, width) => sum + width, 0);
  return [
    "<w:tbl><w:tblPr>",
    `<w:tblW w:w="${total}" w:type="dxa"/><w:jc w:val="center"/>`,
    `<w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders>`,
    `<w:tblLayout w:type="fixed"/><w:tblCellMar>${margins.join("")}</w:tblCellMar></w:tblPr>`,
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>`,
    `${rows}</w:tbl>`,
  ].join("");
}

/** The shares of the columns in whole twips that add up to the width of the text. */
function widthsOf(shares: readonly number[]): readonly number[] {
  let edge = 0;
  return shares.map((share) => {
    const from = Math.round(edge * textWidth);
    edge += share;
    return Math.round(edge * textWidth) - from;
  });
}
