/** How far the tables of a text have been counted. */
export interface Tables {
  /** Cells of the last line, and whether it may be the header of a table outside lists and quotes. */
  cells: number;
  isHeader: boolean;
  /** Rows of the pipe table that may be open, the header and the delimiter row not counted; -1 without one. */
  rows: number;
  /** Whether that table is certain and the last line a row of it. */
  isSure: boolean;
  htmlTables: number;
  htmlRows: number;
  htmlCells: number;
}

/** Nothing counted yet. */
export function noTables(): Tables {
  return { cells: 0, isHeader: false, rows: -1, isSure: false, htmlTables: 0, htmlRows: 0, htmlCells: 0 };
}

/** Adds the next line; `isTopLevel` says that no list or quote is open before it. */
export function addTableLine(tables: Tables, line: string, isTopLevel: boolean): void {
  if (line.includes("<")) addHtml(tables, line);
  const hasBar = line.includes("|");
  const isOwnRow = hasBar && isTopLevel && /^ {0,3}\|/u.test(line);
  const cells = hasBar ? cellsOf(line) : 1;
  if (!hasBar && (line === "" || /^[ \t]*$/u.test(line))) tables.rows = -1;
  else if (0 <= tables.rows) tables.rows += 1;
  else if (hasBar && isDelimiter(line)) {
    tables.rows = 0;
    tables.isSure = isOwnRow && tables.isHeader && tables.cells === cells;
  }
  tables.isSure &&= isOwnRow && 0 <= tables.rows;
  tables.isHeader = isOwnRow;
  tables.cells = cells;
}

function isDelimiter(line: string): boolean {
  if (!/^[ \t>]*[|:-][ \t|:-]*$/u.test(line)) return false;
  const written = line
    .replace(/^[ \t>]*\|?/u, "")
    .trimEnd()
    .replace(/\|$/u, "");
  return written.split("|").every((cell) => /^[ \t]*:?-+:?[ \t]*$/u.test(cell));
}

/** Cells as Markdown counts them: a bar behind a backslash is none, nor are those at both ends. */
function cellsOf(line: string): number {
  const written = line.replace(/^[ \t>]*\|?/u, "").trimEnd();
  const bars = written.match(/\\[\\|]|\|/gu)?.filter((bar) => bar === "|").length ?? 0;
  return /(?:^|[^\\])(?:\\\\)*\|$/u.test(written) ? bars : bars + 1;
}

function addHtml(tables: Tables, line: string): void {
  for (const match of line.matchAll(/<(table|tr|td|th)(?=[\s/>]|$)/giu)) {
    const name = match[1]?.toLowerCase();
    if (name === "table") tables.htmlTables += 1;
    if (name === "table") tables.htmlRows = 0;
    if (name === "tr") tables.htmlRows += 1;
    if (name === "table" || name === "tr") tables.htmlCells = 0;
    else tables.htmlCells += 1;
  }
}
