import type { TextEdit } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { tableIndexOf } from "../draft/columns.ts";
import type { Cell, LocatedColumn, LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Match } from "../draft/label.ts";
import { isFigure, readNumeral } from "../draft/numeral.ts";
import { isHead, isTitle } from "../draft/rows.ts";
import { cellsOf, tablesAmong } from "../draft/tables.ts";
import { type CellId, cellIdOf, leavesOf } from "../form/index.ts";
import { type Clipboard, readClipboard } from "../read/clipboard.ts";
import { rangeOf } from "../read/lines.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import { rewriteBox } from "../rules/edits.ts";
import { nameOf } from "../rules/figures.ts";
import { quote } from "../rules/wording.ts";
import { escapeText } from "../write/markdown.ts";
import { escapeMarkup } from "../write/markup.ts";
import { tableAt } from "./table-at.ts";

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
export interface PastedCell {
  readonly cell: CellId;
  /** `表三“一、本年新收政府信息公开申请数量”的总计`. */
  readonly name: string;
  /** What stands there and what is pasted, letter by letter; equal where nothing changes. */
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
  const tables = tablesAmong(grids, draft.form, () => home?.table).map(withoutGuessedRows);
  if (tables.length === 0) return undefined;
  const ordered = tables.flatMap(orderedRows);
  const figures = [
    ...[...cellsOf(tables.map(withoutGuessedColumns)).values()].map(({ id, box }): Figure => ({ id, box })),
    ...ordered.flatMap((row) => row.figures),
  ];
  const cells: PastedCell[] = [];
  const kept: string[] = [];
  const placed = new Set<Box>();
  for (const { id, box } of figures) {
    const target = draft.cells.get(id);
    // A merged cell belongs to the first of its columns.
    if (target === undefined || target.box.merged === true) continue;
    placed.add(box);
    const [name, from, to] = [nameOf(draft, target), target.box.text, printed(box.text)];
    if (to !== "") cells.push({ cell: id, name, from, to, edit: editOf(target, to) });
    else if (from !== "") kept.push(`${name} ${from}`);
  }
  const uncertain = ordered.filter(({ row }) => leavesOf(row.block.columns).length > 1);
  return {
    cells: cells.toSorted((a, b) => comparePlaces(a.edit, b.edit)),
    kept,
    unplaced: grids.flatMap((grid) => unplacedIn(grid, tables, placed)),
    ordered: uncertain.map(({ row }) => row.box.text),
    isCertain: home !== undefined && cells.length > 0 && uncertain.length === 0,
  };

  function editOf({ box, row }: Cell, text: string): TextEdit {
    const { at, text: newText } = rewriteBox(box, row.grid.markup === "html" ? escapeMarkup(text) : escapeText(text));
    return { range: rangeOf(lines, at), newText };
  }
}

/** A figure of the clipboard and the cell it is for. */
interface Figure {
  readonly id: CellId;
  readonly box: Box;
}

/** Rows that their neighbours alone explain are a guess: a clipboard may hold any part of a table. */
function withoutGuessedRows(located: LocatedTable): LocatedTable {
  return { ...located, rows: located.rows.filter(isTold) };
}

/** Of columns those with the figure right below their head: under another head, or in a row of other width, it is not theirs. */
function withoutGuessedColumns(located: LocatedTable): LocatedTable {
  const { table, heads, rows } = located;
  const index = tableIndexOf(table);
  const widths = new Map(
    located.grids.map((grid) => [
      grid,
      Math.max(0, ...grid.rows.filter((row) => isHead(index, row)).map(({ boxes }) => boxes.length)),
    ]),
  );
  const isBelow = (column: LocatedColumn) =>
    heads.some(({ box, index: at }) => box === column.box && at === column.index);
  const isStraight = ({ grid, row }: LocatedRow) => row.boxes.length === widths.get(grid);
  return {
    ...located,
    rows: rows.map((row) => ({
      ...row,
      columns: row.columns.filter((column) => isTold(column) && isBelow(column)),
      shifted: isStraight(row) ? undefined : row.shifted,
    })),
  };
}

function isTold({ match }: { readonly match: Match }): boolean {
  return match !== "context";
}

interface OrderedRow {
  readonly row: LocatedRow;
  readonly figures: readonly Figure[];
}

/** Rows without heads that have just as many figures behind their label, and nothing else, as there are columns. */
function orderedRows(located: LocatedTable): readonly OrderedRow[] {
  const { table, rows } = located;
  return rows.flatMap((row) => {
    if (row.columns.length > 0 || row.repeated || row.leaf.label === "" || hasStrangeHeads(located, row.grid))
      return [];
    const { boxes } = row.row;
    const behind = boxes.slice(boxes.indexOf(row.box) + 1).filter(({ merged }) => merged !== true);
    const first = behind.findIndex(isFilled);
    const run = first < 0 ? [] : behind.slice(first, behind.findLastIndex(isFilled) + 1);
    const columns = leavesOf(row.block.columns);
    if (run.length !== columns.length || !run.every(({ text }) => isFigure(text))) return [];
    const figures = run.flatMap((box, at) => {
      const column = columns[at];
      return column === undefined ? [] : [{ id: cellIdOf(table, row.leaf, column), box }];
    });
    return [{ row, figures }];
  });
}

/** Words over the figures that are no heads of the form: their columns may be any. */
function hasStrangeHeads({ table, rows }: LocatedTable, grid: Grid): boolean {
  const index = tableIndexOf(table);
  return grid.rows.some(
    (row) =>
      !row.boxes.some(({ text }) => isFigure(text)) &&
      !rows.some((one) => one.row === row || one.fragments.includes(row)) &&
      !isTitle(index, row) &&
      !isHead(index, row),
  );
}

function isFilled({ text }: Box): boolean {
  return text !== "";
}

/** The rows of a grid with figures that found no cell. */
function unplacedIn(grid: Grid, tables: readonly LocatedTable[], placed: ReadonlySet<Box>): readonly string[] {
  const rows = tables.flatMap((located) => located.rows);
  return grid.rows.flatMap((line) => {
    const left = line.boxes.filter((box) => box.merged !== true && !placed.has(box) && isNumber(box.text));
    if (left.length === 0) return [];
    const row = rows.find((one) => one.row === line);
    return [`${labelOf(line, row)} ${left.map(({ text }) => text).join("、")}：${reasonOf(row)}`];
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

/** Copied for a spreadsheet, a text that would be a formula there has a mark before it. */
function printed(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@＝＋－＠])/u, "");
}

function comparePlaces({ range: { start: a } }: TextEdit, { range: { start: b } }: TextEdit): number {
  return a.line - b.line || a.character - b.character;
}
