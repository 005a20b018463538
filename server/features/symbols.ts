import type { DocumentSymbol, SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Block, Leaf } from "../form/form.ts";
import { leavesOf, pathsOf } from "../form/index.ts";
import { type Lines, rangeOf } from "../read/lines.ts";
import type { Box, Span } from "../read/outline.ts";

/** Shown with the signs of an object and of a field. */
const tableKind: SymbolKind = 19;
const rowKind: SymbolKind = 8;

/** The official tables and their rows with what they come to. Headings are left to the editor's own outline. */
export function symbols(analysis: Analysis): DocumentSymbol[] {
  if (analysis.status !== "checked") return [];
  return analysis.draft.tables.flatMap((located) => tableSymbol(analysis.lines, located) ?? []);
}

/** The same for an editor whose outline has no levels. */
export function flatSymbols(analysis: Analysis, uri: string): SymbolInformation[] {
  return symbols(analysis).flatMap((table) => [
    information(table, uri),
    ...(table.children ?? []).map((row) => information(row, uri, table.name)),
  ]);
}

function information({ name, kind, range }: DocumentSymbol, uri: string, containerName?: string): SymbolInformation {
  return { name, kind, location: { uri, range }, ...(containerName === undefined ? {} : { containerName }) };
}

function tableSymbol(lines: Lines, { table, under, grids, rows }: LocatedTable): DocumentSymbol | undefined {
  const [first, last] = [grids[0], grids.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: first.span.start, end: last.span.end };
  return {
    name: table.name,
    detail: under?.section.title ?? "",
    kind: tableKind,
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, within(span, first.rows[0]?.span)),
    children: rows.flatMap((row) => rowSymbols(lines, row)),
  };
}

/** One symbol for a row; one per group of columns where the row has no label of its own. */
function rowSymbols(lines: Lines, row: LocatedRow): DocumentSymbol[] {
  const columns = leavesOf(row.block.columns);
  if (row.leaf.label !== "") return [rowSymbol(lines, row, row.leaf.label, columns)];
  const groups = new Map<string, Leaf[]>();
  for (const { leaf, groups: path } of pathsOf(row.block.columns)) {
    const name = path.join(" · ");
    groups.set(name, [...(groups.get(name) ?? []), leaf]);
  }
  return [...groups].map(([name, leaves]) => rowSymbol(lines, row, name, leaves));
}

function rowSymbol(lines: Lines, row: LocatedRow, name: string, columns: readonly Leaf[]): DocumentSymbol {
  const { span } = row.row;
  const totals = totalsOf(row.block, columns);
  const shown = totals.length > 0 ? totals : columns;
  const box = row.leaf.label !== "" ? row.box : (boxOf(row, shown[0]) ?? row.box);
  return {
    name,
    detail: row.shifted === undefined ? shown.map((leaf) => figure(row, leaf)).join(" · ") : "",
    kind: rowKind,
    range: rangeOf(lines, span),
    selectionRange: rangeOf(lines, within(span, box.span)),
  };
}

/** The columns that are the sum of others. */
function totalsOf({ formulas }: Block, columns: readonly Leaf[]): readonly Leaf[] {
  const sums = formulas.filter(({ kind, of }) => kind === "sum" && of === "columns").flatMap(({ right }) => right);
  return columns.filter(({ id }) => sums.includes(id));
}

function figure(row: LocatedRow, leaf: Leaf): string {
  const text = boxOf(row, leaf)?.text.replace(/\s+/gu, " ");
  return `${leaf.label} ${text === undefined || text === "" ? "空白" : text}`;
}

function boxOf({ columns, row }: LocatedRow, leaf: Leaf | undefined): Box | undefined {
  const column = columns.find((one) => one.leaf.id === leaf?.id);
  return column === undefined ? undefined : row.boxes[column.index];
}

/** A merged label may begin in another row: what is shown as selected has to lie inside. */
function within(outer: Span, inner: Span | undefined): Span {
  if (inner !== undefined && outer.start <= inner.start && inner.end <= outer.end) return inner;
  return { start: outer.start, end: outer.start };
}
