/** A line of the document by its number, from 0; undefined past its ends. */
export type Lines = (line: number) => string | undefined;

/** A place in the document, as editors count: lines from 0, characters in UTF-16 units. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** What a move selects: the text of a cell, or a bare cursor where there is none. */
export interface Target {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Tab, Shift+Tab and Enter. */
export type Move = "next" | "previous" | "below";

/** Whether a place lies between the bars of a pipe table, not in its delimiter row. */
export function isInCell(lines: Lines, place: Place): boolean {
  const table = tableAround(lines, place.line);
  return table !== undefined && cellAt(table, place) !== undefined;
}

/**
 * Where a key leads from a cell: to figures row by row, past labels, heads and the blanks of merged cells; where the
 * table's figures cannot be told, to every cell. After the last one it leaves the table at the end of its line;
 * undefined before the first one, and outside of tables.
 */
export function moveInTable(lines: Lines, place: Place, move: Move): Target | undefined {
  const table = tableAround(lines, place.line);
  const from = table && cellAt(table, place);
  if (table === undefined || from === undefined) return undefined;
  const at = table.rows.findIndex(({ line }) => line === place.line);
  const stops = stopsOf(table);
  const to = move === "below" ? below(stops, at, from) : beside(stops, at, from, move);
  if (to === undefined) return move === "previous" ? undefined : endOf(lines, table);
  return targetIn(lines, table, to);
}

interface Table {
  readonly rows: readonly Row[];
  /** Columns from here on hold figures, as far as the table tells. */
  readonly firstFigure: number | undefined;
}

interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** `start` and `end` enclose what stands between the bars. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cells that a key may lead to, by their columns: `figures` from row to row, `all` within one. */
interface Stops {
  readonly all: readonly number[];
  readonly figures: readonly number[];
}

interface Step {
  readonly row: number;
  readonly column: number;
}

/** Rows above a cell that are looked through for the head of its table: far more than any official table has. */
const furthest = 600;

function tableAround(lines: Lines, line: number): Table | undefined {
  const isRow = (at: number) => (lines(at) ?? "").includes("|");
  if (!isRow(line)) return undefined;
  let delimiter = line;
  while (!isDelimiter(lines(delimiter)) && isRow(delimiter) && line - delimiter < furthest) delimiter -= 1;
  if (!isDelimiter(lines(delimiter))) delimiter = line + 1;
  if (!isDelimiter(lines(delimiter)) || !isRow(delimiter - 1)) return undefined;
  const head = cellsOf(lines(delimiter - 1) ?? "");
  const rows: Row[] = [{ line: delimiter - 1, cells: head }];
  for (let at = delimiter + 1; isRow(at) && at - delimiter < furthest; at += 1) {
    // What stands behind the last bar of the head is a remark.
    rows.push({ line: at, cells: cellsOf(lines(at) ?? "").slice(0, head.length) });
  }
  return { rows, firstFigure: firstFigure(cellsOf(lines(delimiter) ?? ""), rows) };
}

function isDelimiter(text = ""): boolean {
  return /^[\s|:-]+$/u.test(text) && text.includes("|") && text.includes("-");
}

function cellsOf(text: string): readonly Cell[] {
  const bars: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "|") bars.push(at);
  }
  const isOpened = text.slice(0, bars[0]).trim() === "";
  const starts = isOpened ? bars.map((bar) => bar + 1) : [0, ...bars.map((bar) => bar + 1)];
  return starts.flatMap((start) => {
    const end = bars.find((bar) => bar >= start) ?? text.length;
    const inner = text.slice(start, end);
    return end === text.length && inner.trim() === "" ? [] : [{ start, end, text: withoutComment(inner).trim() }];
  });
}

function withoutComment(text: string): string {
  const at = text.indexOf("<!--");
  return at < 0 ? text : text.slice(0, at);
}

/** The official tables set figures to the right; elsewhere the first column with a figure in it tells. */
function firstFigure(delimiter: readonly Cell[], rows: readonly Row[]): number | undefined {
  const set = delimiter.map(({ text }) => /^-+:$/u.test(text));
  if (set.includes(true) && set.includes(false)) return set.indexOf(true);
  const found = rows.flatMap(({ cells }) => cells.findIndex(({ text }) => isFigure(text))).filter((at) => at >= 0);
  if (found.length > 0) return Math.min(...found);
  return set.includes(false) ? undefined : 0;
}

const isFigure = (text: string): boolean => /\p{Nd}/u.test(text) && !hasWords(text);
const hasWords = (text: string): boolean => /\p{L}/u.test(text);

function cellAt({ rows }: Table, { line, character }: Place): number | undefined {
  const cells = rows.find((row) => row.line === line)?.cells ?? [];
  const at = cells.findIndex(({ start, end }) => start <= character && character <= end);
  return at < 0 ? undefined : at;
}

/** The stops of every row. A column without a head in the heads above is the rest of a merged cell. */
function stopsOf({ rows, firstFigure: first }: Table): readonly Stops[] {
  const every = ({ cells }: Row) => cells.map((_, at) => at);
  if (first === undefined) return rows.map((row) => ({ all: every(row), figures: every(row) }));
  const named = rows.map((row) => isHead(row, first));
  const heads = rows.map((row, at) => named[at] || (named[at + 1] && isTitle(row, first)));
  let headed = new Set<number>();
  return rows.map((row, at) => {
    const written = every(row).filter((column) => row.cells[column]?.text !== "");
    if (heads[at]) {
      // One row of words alone may be figures told in words.
      if (!heads[at - 1] && (at === 0 || heads[at + 1])) headed = new Set();
      for (const column of written) headed.add(column);
      // What would be typed over a head is meant for a figure.
      const isAlone = at > 0 && !heads[at - 1] && !heads[at + 1];
      return { all: isAlone ? written : [], figures: [] };
    }
    const figures = every(row).filter((column) => column >= first && (headed.has(column) || written.includes(column)));
    return { all: [...written.filter((column) => column < first), ...figures], figures };
  });
}

/** Words where figures should be. */
function isHead({ cells }: Row, first: number): boolean {
  const places = cells.slice(first);
  return places.some(({ text }) => hasWords(text)) && !places.some(({ text }) => isFigure(text));
}

function isTitle({ cells }: Row, first: number): boolean {
  return cells.slice(first).every(({ text }) => text === "");
}

/** From any cell to the next figure or the one before; in a row without figures from word to word. */
function beside(stops: readonly Stops[], row: number, column: number, move: "next" | "previous"): Step | undefined {
  const { all = [], figures = [] } = stops[row] ?? {};
  const within = figures.length > 0 ? figures : all;
  if (move === "next") {
    const beside = within.find((one) => one > column);
    if (beside !== undefined) return { row, column: beside };
    const after = stops.findIndex((one, at) => at > row && one.figures.length > 0);
    return after < 0 ? undefined : { row: after, column: stops[after]?.figures[0] ?? 0 };
  }
  const beside = within.findLast((one) => one < column);
  if (beside !== undefined) return { row, column: beside };
  const before = stops.findLastIndex((one, at) => at < row && one.figures.length > 0);
  return before < 0 ? undefined : { row: before, column: stops[before]?.figures.at(-1) ?? 0 };
}

/** Heads, which have no figures, are passed over on the way down. */
function below(stops: readonly Stops[], row: number, column: number): Step | undefined {
  const after = stops.findIndex(({ all, figures }, at) => at > row && figures.length > 0 && all.includes(column));
  return after < 0 ? undefined : { row: after, column };
}

function targetIn(lines: Lines, { rows }: Table, { row, column }: Step): Target | undefined {
  const found = rows[row];
  const cell = found?.cells[column];
  if (found === undefined || cell === undefined) return undefined;
  const inner = (lines(found.line) ?? "").slice(cell.start, cell.end);
  // In a blank cell the cursor stands one blank off the bar, where a figure belongs.
  const lead = cell.text === "" ? Math.min(1, inner.length - inner.trimStart().length) : inner.indexOf(cell.text);
  const start = cell.start + lead;
  return { line: found.line, start, end: start + cell.text.length };
}

function endOf(lines: Lines, { rows }: Table): Target | undefined {
  const line = rows.at(-1)?.line;
  const end = line === undefined ? undefined : lines(line)?.length;
  return line === undefined || end === undefined ? undefined : { line, start: end, end };
}
