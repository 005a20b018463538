import { figureOf, writeSum } from "../draft/arithmetic.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import { rewriteBox } from "./edits.ts";
import type { Fix, Related } from "./rule.ts";
import { cellName, quote, slotOf } from "./wording.ts";

/** Longer sums are shown by their figures other than 0. */
const WRITTEN_IN_FULL = 8;

/** How a figure is shown: as written, or 空白. */
export function shown(cell: Cell): string {
  return cell.box.text === "" ? "空白" : cell.box.text;
}

/** Offers another figure for a cell. Never safe: the clerk decides what is reported. */
export function putFigure(cell: Cell, value: number | string, title = `改为 ${value}`): Fix {
  return { title, safe: false, edits: [rewriteBox(cell.box, String(value))] };
}

/** An amount given in yuan, in 万元: moved four places. */
export function inTenThousands(digits: string): string {
  const [whole = "", fraction = ""] = digits.split(".");
  const padded = whole.padStart(5, "0");
  return `${padded.slice(0, -4)}.${padded.slice(-4)}${fraction}`.replace(/(?:\.0+|(?<![.0])0+)$/u, "");
}

/** `表三“（七）总计”的自然人`. */
export function nameOf(draft: Draft, cell: Cell): string {
  const slot = slotOf(draft.form, cell.id);
  return slot === undefined ? cell.id : cellName(slot);
}

/** The cells as related places, each with its name and figure; of many only those that count. */
export function relatedTo(draft: Draft, cells: readonly Cell[]): readonly Related[] {
  const telling = cells.length <= WRITTEN_IN_FULL ? cells : cells.filter((cell) => figureOf(cell) !== 0);
  return telling.map((cell) => ({
    at: cell.box.span,
    message: `${briefName(draft, cell, telling)}：${shown(cell)}`,
    cell: cell.id,
  }));
}

/** Of cells in one row the column is enough, of cells in one column the row: the problem names the rest. */
function briefName(draft: Draft, cell: Cell, among: readonly Cell[]): string {
  if (among.every(({ row }) => row === cell.row)) return cell.column.leaf.label;
  return among.every(({ column }) => column.leaf === cell.column.leaf)
    ? quote(cell.row.leaf.label)
    : nameOf(draft, cell);
}

/** `1 + 0 + 2 = 3`: the arithmetic behind a sum, in a length that can be read. */
export function sumText(cells: readonly Cell[], sum: number): string {
  if (cells.length <= WRITTEN_IN_FULL) return `${writeSum(cells)} = ${sum}`;
  const counting = cells.filter((cell) => figureOf(cell) !== 0);
  if (counting.length === 0) return `${cells.length} 项都是 0`;
  if (counting.length > WRITTEN_IN_FULL) return `${cells.length} 项之和为 ${sum}`;
  return `${counting.length === 1 ? "" : `${writeSum(counting)} = `}${sum}（其余各项为 0）`;
}
