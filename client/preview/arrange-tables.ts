import { isReportLike } from "../report-like.ts";
import type { StateCore, Token } from "./markdown-it.ts";
import { setPlace } from "./notes.ts";
import { type OfficialCell, officialTables } from "./official-tables.ts";
import { readTokens, type TokenCell, type TokenRow, type TokenTable } from "./read-tokens.ts";

/**
 * Arranges the official tables of a report as they are printed: heads and labels merged, totals and blanks marked. The
 * texts of the cells are left to markdown-it, and so is every other document.
 */
export function arrangeTables(state: StateCore): void {
  if (!isReportLike(state.src)) return;
  const { tokens } = state;
  const read = readTokens(tokens);
  const official = new Map(officialTables(read).map(({ table, rows }) => [table, rows]));
  const lines = state.src.split("\n");
  let done = 0;
  state.tokens = read.tables
    .flatMap((table) => {
      const rows = official.get(table);
      const shown = rows ?? table.rows.map(({ cells }) => cells.map((_, column) => asWritten(column)));
      placeCells(table, shown, tokens[table.first]?.map?.[0] ?? 0, lines);
      const before = tokens.slice(done, rows === undefined ? table.last + 1 : table.first);
      done = table.last + 1;
      return rows === undefined ? before : before.concat(arranged(table, rows, tokens));
    })
    .concat(tokens.slice(done));
}

function asWritten(column: number): OfficialCell {
  return { kind: "other", column, columns: 1, rows: 1 };
}

type Rows = readonly (readonly OfficialCell[])[];

/** Gives every row its line, for scrolling, and every cell its stretch of it, for notes. */
function placeCells({ rows }: TokenTable, shown: Rows, first: number, lines: readonly string[]): void {
  rows.forEach(({ open, cells }, row) => {
    // The delimiter row is the second line.
    const line = first + (row === 0 ? 0 : row + 1);
    open.map = [line, line + 1];
    const starts = cellStarts(lines[line] ?? "");
    const own = shown[row] ?? [];
    own.forEach(({ column }, nth) => {
      const next = own[nth + 1];
      const from = nth === 0 ? 0 : (starts[column] ?? Number.POSITIVE_INFINITY);
      const to = (next && starts[next.column]) ?? Number.POSITIVE_INFINITY;
      const token = cells[column]?.open;
      if (token !== undefined) setPlace(token, { line, from, to });
    });
  });
}

/** Where the cells of a row begin, behind the bars that are not escaped. */
function cellStarts(line: string): readonly number[] {
  const starts = Array.from(line.matchAll(/(?<!\\)\|/gu), ({ index }) => index + 1);
  return /^[\s>]*\|/u.test(line) ? starts : [0, ...starts];
}

/** The tokens of a table with its heads as such, however many rows they take. */
function arranged({ first, last, rows }: TokenTable, shown: Rows, tokens: readonly Token[]): readonly Token[] {
  const frame = (type: string) => tokens.slice(first, last + 1).filter((token) => token.type === type);
  for (const open of frame("table_open")) open.attrJoin("class", "nianbao-table");
  const written = rows.map((row, at) => arrangedRow(row, shown[at] ?? []));
  const body = shown.findIndex((cells) => !cells.every(({ kind }) => kind === "head"));
  const heads = body < 0 ? rows.length : body;
  const part = (name: string, own: readonly (readonly Token[])[]) => {
    if (own.length === 0) return [];
    const [opening, closing] = [frame(`${name}_open`), frame(`${name}_close`)];
    // The rows have lines of their own: those of the part are no longer true, and scrolling goes by all of them.
    for (const open of opening) open.map = null;
    return [opening, ...own, closing].flat();
  };
  const parts = [part("thead", written.slice(0, heads)), part("tbody", written.slice(heads))];
  return [frame("table_open"), ...parts, frame("table_close")].flat();
}

function arrangedRow({ open, cells, close }: TokenRow, shown: readonly OfficialCell[]): readonly Token[] {
  return [open, ...shown.flatMap((cell) => arrangedCell(cells[cell.column], cell)), close];
}

function arrangedCell(cell: TokenCell | undefined, shown: OfficialCell): readonly Token[] {
  if (cell === undefined) return [];
  const { open, inline, close } = cell;
  const { kind, columns, rows } = shown;
  const scope = kind === "head" ? "col" : kind === "label" ? "row" : undefined;
  open.tag = scope === undefined ? "td" : "th";
  close.tag = open.tag;
  // How the form sets its cells counts, not how the columns are aligned in the source.
  open.attrs = [["class", `nianbao-${kind}`]];
  if (scope !== undefined) open.attrSet("scope", (kind === "head" ? columns : rows) > 1 ? `${scope}group` : scope);
  if (columns > 1) open.attrSet("colspan", columns);
  if (rows > 1) open.attrSet("rowspan", rows);
  return [open, inline, close];
}
