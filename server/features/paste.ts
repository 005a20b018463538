import type { TextEdit } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Cell, LocatedRow, LocatedTable } from "../draft/draft.ts";
import { isFigure, readNumeral } from "../draft/numeral.ts";
import { tablesAmong } from "../draft/tables.ts";
import type { CellId } from "../form/index.ts";
import { type Clipboard, readClipboard } from "../read/clipboard.ts";
import { rangeOf } from "../read/lines.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import { rewriteBox } from "../rules/edits.ts";
import { nameOf } from "../rules/figures.ts";
import { quote } from "../rules/wording.ts";
import { escapeText } from "../write/markdown.ts";
import { escapeMarkup } from "../write/markup.ts";
import { tableAt } from "./table-at.ts";
import { toldFigures, withoutGuesses } from "./told-figures.ts";

/** What the tables on a clipboard say of the cells of a report, told by the labels of rows and columns. */
export interface Paste {
  /** Cells that get a figure, in the order of the report. */
  readonly cells: readonly PastedCell[];
  /** Cells whose figure stays, because the clipboard has a blank for it: `表三“…”的自然人 3`. */
  readonly kept: readonly string[];
  /** Rows of the clipboard with the figures that found no cell, and why: `“某某行” 3、4：没有这一行`. */
  readonly unplaced: readonly string[];
  /** Rows whose figures were told to the columns by their order alone, for want of heads. */
  readonly ordered: readonly string[];
  /** The offset is in an official table, and labels tell every figure that found a cell. */
  readonly isCertain: boolean;
}

/** A cell and the text that is pasted into it. */
interface PastedCell {
  readonly cell: CellId;
  /** `表三“一、本年新收政府信息公开申请数量”的总计`. */
  readonly name: string;
  /** What stands there and what is pasted, letter by letter but for blanks; equal where nothing changes. */
  readonly from: string;
  readonly to: string;
  readonly edit: TextEdit;
}

/**
 * Matches the tables on a clipboard with those of a report. At an offset in an official table a single label is
 * enough, elsewhere the clipboard has to show which table it is. Undefined where it holds no table with a label of the
 * form, and where the text is no report.
 */
export function paste(analysis: Analysis, offset: number, clipboard: Clipboard): Paste | undefined {
  if (analysis.status !== "checked") return undefined;
  const { draft, lines } = analysis;
  const grids = readClipboard(clipboard);
  const home = tableAt(draft, offset);
  const tables = tablesAmong(grids, draft.form, () => home?.table).map(withoutGuesses);
  if (tables.length === 0) return undefined;
  const { figures, ordered } = toldFigures(tables);
  const cells: PastedCell[] = [];
  const kept: string[] = [];
  const reached = new Map<Box, boolean>();
  for (const { id, box } of figures) {
    const target = draft.cells.get(id);
    // A merged cell belongs to the first of its columns.
    const isThere = target !== undefined && target.box.merged !== true;
    reached.set(box, isThere);
    if (!isThere) continue;
    const [name, from, to] = [nameOf(draft, target), spaced(target.box.text), unshielded(spaced(box.text))];
    if (to !== "") cells.push({ cell: id, name, from, to, edit: editOf(target, to) });
    else if (from !== "") kept.push(`${name} ${from}`);
  }
  return {
    cells: cells.toSorted((a, b) => comparePlaces(a.edit, b.edit)),
    kept,
    unplaced: grids.flatMap((grid) => unplacedIn(grid, tables, reached)),
    ordered: ordered.map(({ box }) => box.text),
    isCertain: home !== undefined && cells.length > 0 && ordered.length === 0,
  };

  function editOf({ box, row }: Cell, text: string): TextEdit {
    const { at, text: newText } = rewriteBox(box, row.grid.markup === "html" ? escapeMarkup(text) : escapeText(text));
    return { range: rangeOf(lines, at), newText };
  }
}

function isFilled({ text }: Box): boolean {
  return text !== "";
}

/** The rows of a grid with figures that found no cell; of those that were told, whether the report has their cell. */
function unplacedIn(
  grid: Grid,
  tables: readonly LocatedTable[],
  reached: ReadonlyMap<Box, boolean>,
): readonly string[] {
  const rows = tables.flatMap((located) => located.rows);
  return grid.rows.flatMap((line) => {
    const left = line.boxes.filter((box) => box.merged !== true && reached.get(box) !== true && isNumber(box.text));
    if (left.length === 0) return [];
    const row = rows.find((one) => one.row === line);
    return [
      `${labelOf(line, row)} ${left.map(({ text }) => text).join("、")}：${left.some((box) => reached.has(box)) ? "报告的表里没有这一格" : reasonOf(row)}`,
    ];
  });
}

/** A figure rather than a label or a sentence that begins with one. */
function isNumber(text: string): boolean {
  const numeral = readNumeral(text, "money");
  return isFigure(text) && (!("words" in numeral) || numeral.words.length < 5);
}

function labelOf({ boxes }: GridRow, row: LocatedRow | undefined): string {
  const text = row?.box.text ?? boxes.find((box) => isFilled(box) && !isNumber(box.text))?.text ?? "";
  return text === "" ? "没有行名的一行" : quote(text);
}

function reasonOf(row: LocatedRow | undefined): string {
  if (row === undefined) return "没有这一行";
  return row.repeated ? "前面已有同名的行" : "认不准是哪一列";
}

/** A cell is written with single blanks inside and none around. */
function spaced(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

/** Copied for a spreadsheet, a text that would be a formula there has a mark before it. */
function unshielded(text: string): string {
  return text.replace(/^'(?='*(?:[=@＝＠]|[+\-＋－](?![\d.,]+$)))/u, "");
}

function comparePlaces({ range: { start: a } }: TextEdit, { range: { start: b } }: TextEdit): number {
  return a.line - b.line || a.character - b.character;
}
