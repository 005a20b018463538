import { largestTable, longestLine } from "./limits.ts";
import type { Box, Grid, GridRow, Outline, OutlineBlock } from "./outline.ts";
import { blankSpan } from "./pipe-table.ts";
import { lineBreak, type Piece, proseOf } from "./prose.ts";

/** Characters and words by which remark may find more than plain text (CommonMark 0.31, section 6; GFM autolinks). */
const INLINE_MARKUP = /[\\`*_[\]<>&~@\p{Cc}\uFEFF]|https?:|www\.|mailto:|xmpp:/iu;

/** Beginnings of lines that may be more than the text of a paragraph (CommonMark 0.31, sections 4 and 5). */
const BLOCK_MARKUP = /^(?:[ #=+\-:|]|\d{1,9}[.)](?:[ ]|$))/u;

const HEADING = /^(#{1,6}) +[^ #](?:.*[^ #])?$/u;
const DELIMITER = /^\|(?: *:?-+:? *\|)+$/u;

/**
 * The outline of a stretch of Markdown made of nothing but what is certain: blank lines, `##` headings, plain
 * paragraphs and plain pipe tables; undefined where there is anything else, which is for remark to read, and where
 * something is larger than is read at all. A property test holds that both read the same.
 */
export function readPlain(source: string, from: number, to: number): Outline | undefined {
  const blocks: OutlineBlock[] = [];
  const lines = linesIn(source, from, to);
  if (lines.some(({ text }) => text.length > longestLine)) return undefined;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    if (line === undefined || INLINE_MARKUP.test(line.text)) return undefined;
    const read = line.text.startsWith("#") ? headingAt : line.text.startsWith("|") ? tableAt : paragraphAt;
    const found = /^ *$/u.test(line.text) ? { block: undefined, next: at + 1 } : read(source, lines, at);
    if (found === undefined) return undefined;
    if (found.block !== undefined) blocks.push(found.block);
    at = found.next;
  }
  return { blocks, comments: [] };
}

interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Found {
  readonly block: OutlineBlock | undefined;
  /** The first line behind it. */
  readonly next: number;
}

function linesIn(source: string, from: number, to: number): readonly Line[] {
  const lines: Line[] = [];
  for (let start = from; start < to; ) {
    const feed = source.indexOf("\n", start);
    const next = feed < 0 || to <= feed ? to : feed + 1;
    const close = feed < 0 || to <= feed ? to : feed;
    const end = start < close && source[close - 1] === "\r" ? close - 1 : close;
    lines.push({ text: source.slice(start, end), start, end });
    start = next;
  }
  return lines;
}

function headingAt(source: string, lines: readonly Line[], at: number): Found | undefined {
  const line = lines[at];
  const depth = line === undefined ? undefined : HEADING.exec(line.text)?.[1]?.length;
  if (line === undefined || depth === undefined) return undefined;
  const { start, end } = line;
  const blanks = /^#+ +/u.exec(line.text)?.[0].length ?? 0;
  const prose = proseOf(source, [{ start: start + blanks, end }]);
  if (prose === undefined) return undefined;
  return { block: { kind: "heading", depth, whole: { start, end }, ...prose }, next: at + 1 };
}

function paragraphAt(source: string, lines: readonly Line[], at: number): Found | undefined {
  const pieces: Piece[] = [];
  let next = at;
  for (let line = lines[next]; line !== undefined; line = lines[++next]) {
    const { text, start, end } = line;
    if (/^ *$/u.test(text) || HEADING.test(text)) break;
    // The first line has been looked at.
    if (next > at && INLINE_MARKUP.test(text)) return undefined;
    if (BLOCK_MARKUP.test(text) || text.includes("|") || text.endsWith(" ")) return undefined;
    const before = lines[next - 1];
    if (next > at && before !== undefined) pieces.push(lineBreak(source, before.end));
    pieces.push({ start, end });
  }
  const prose = proseOf(source, pieces);
  return prose === undefined ? undefined : { block: { kind: "paragraph", ...prose }, next };
}

/** A table whose every row is fenced by bars, under a header as wide as its delimiter row. */
function tableAt(source: string, lines: readonly Line[], at: number): Found | undefined {
  const [header, delimiter] = [lines[at], lines[at + 1]];
  if (header === undefined || delimiter === undefined || !DELIMITER.test(delimiter.text)) return undefined;
  const rows: GridRow[] = [];
  let next = at;
  for (let line = lines[next]; line !== undefined; line = lines[++next]) {
    if (next === at + 1) continue;
    if (/^ *$/u.test(line.text)) break;
    const row = INLINE_MARKUP.test(line.text) ? undefined : rowOf(source, line);
    if (row === undefined) return undefined;
    rows.push(row);
  }
  if (rows.length - 1 > largestTable.rows || rows.some(({ boxes }) => boxes.length > largestTable.columns))
    return undefined;
  if (rows[0]?.boxes.length !== delimiter.text.split("|").length - 2) return undefined;
  const span = { start: header.start, end: lines[next - 1]?.end ?? delimiter.end };
  const block: Grid = {
    kind: "grid",
    markup: "pipes",
    span,
    rows,
    delimiter: { start: delimiter.start, end: delimiter.end },
  };
  return { block, next };
}

function rowOf(source: string, { text, start, end }: Line): GridRow | undefined {
  if (text.length < 3 || !text.startsWith("|") || !text.endsWith("|") || text.includes("||")) return undefined;
  const boxes: Box[] = [];
  for (let bar = 0; bar < text.length - 1; ) {
    const close = text.indexOf("|", bar + 1);
    boxes.push(boxOf(source, start + bar + 1, start + close));
    bar = close;
  }
  return { span: { start, end }, boxes };
}

function boxOf(source: string, start: number, end: number): Box {
  let [first, last] = [start, end];
  while (first < last && source[first] === " ") first += 1;
  while (first < last && source[last - 1] === " ") last -= 1;
  const text = source.slice(first, last);
  const inner = { start, end };
  if (text !== "" && text.trim() !== "")
    return { text, span: { start: first, end: last }, runs: [{ at: 0, start: first }], inner };
  // Full-width blanks are what is written there without being seen.
  return { text: "", span: blankSpan(source, inner), runs: [], inner };
}
