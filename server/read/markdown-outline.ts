import { readHtmlTable } from "./html.ts";
import { htmlParts } from "./html-extent.ts";
import type { Box, GridRow, Outline, OutlineBlock, Prose, Span } from "./outline.ts";
import { pipeBox, withoutRemark } from "./pipe-table.ts";
import { lineBreak, type Piece, plainPieces, proseOf, trimmedLength } from "./prose.ts";

/** Takes the tokens of a document in the order in which they end and gives its outline. */
export interface Builder {
  /** A token of the micromark type `type`; offsets count from the start of the text. */
  readonly token: (type: string, start: number, end: number) => void;
  /** A character reference and the characters it stands for. */
  readonly decoded: (start: number, end: number, text: string) => void;
  readonly outline: () => Outline;
}

/** Starts the outline of `source`. */
export function outlineBuilder(source: string): Builder {
  const state: State = { source, pieces: [], bars: [], boxes: [], rows: [], blocks: [], comments: [], readUntil: 0 };
  return {
    token: (type, start, end) => handlers.get(type)?.(state, start, end),
    decoded: (start, end, text) => state.pieces.push({ start, end, text }),
    outline: () => ({ blocks: state.blocks, comments: state.comments }),
  };
}

interface State {
  readonly source: string;
  /** Visible stretches, bars, boxes and rows whose paragraph, cell, row or table has not ended yet. */
  readonly pieces: Piece[];
  readonly bars: Span[];
  readonly boxes: Box[];
  readonly rows: GridRow[];
  delimiter?: Span;
  readonly blocks: OutlineBlock[];
  readonly comments: Prose[];
  /** What stands before belongs to an HTML table that is read already. */
  readUntil: number;
}

type Handler = (state: State, start: number, end: number) => void;

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["data", addPiece],
  ["characterEscapeValue", addPiece],
  ["codeTextData", addPiece],
  ["autolinkProtocol", addPiece],
  ["autolinkEmail", addPiece],
  ["literalAutolinkHttp", addPiece],
  ["literalAutolinkWww", addPiece],
  ["literalAutolinkEmail", addPiece],
  ["lineEnding", addLineBreak],
  ["resource", dropPieces],
  ["reference", dropPieces],
  ["gfmFootnoteCall", dropPieces],
  ["definition", dropPieces],
  ["htmlText", endHtmlText],
  ["htmlFlow", endHtmlFlow],
  ["paragraph", endParagraph],
  ["atxHeading", endMarkedHeading],
  ["setextHeading", endUnderlinedHeading],
  ["tableCellDivider", (state, start, end) => state.bars.push({ start, end })],
  ["tableHeader", endCell],
  ["tableData", endCell],
  ["tableRow", endRow],
  ["tableDelimiterRow", endDelimiterRow],
  ["table", endTable],
]);

/** The types of token an outline is made of. */
export const tokenTypes = [...handlers.keys()];

function addPiece(state: State, start: number, end: number): void {
  state.pieces.push({ start, end });
}

/** The end of the token is no help: it lies behind the marks of containers on the next line. */
function addLineBreak(state: State, start: number): void {
  state.pieces.push(lineBreak(state.source, start));
}

/** Forgets what was seen from `start` on: an address, a title, a label nobody sees. */
function dropPieces(state: State, start: number): void {
  takeFrom(state.pieces, start);
}

function endHtmlText(state: State, start: number, end: number): void {
  dropPieces(state, start);
  const written = state.source.slice(start, end);
  if (written.startsWith("<!--") && state.readUntil <= start) addComment(state, { start, end });
  if (/^<br\b/iu.test(written)) state.pieces.push({ start, end, text: "\n" });
}

function addComment(state: State, span: Span): void {
  const start = span.start + "<!--".length;
  const prose = proseOf(state.source, plainPieces(state.source, start, Math.max(start, span.end - "-->".length)));
  state.comments.push({ text: prose?.text ?? "", span, runs: prose?.runs ?? [] });
}

function endHtmlFlow(state: State, start: number, end: number): void {
  if (end <= state.readUntil || isVerbatim(state.source.slice(start, end))) return;
  const parts = htmlParts(state.source, Math.max(start, state.readUntil), end);
  for (const table of parts.tables) {
    const grid = readHtmlTable(state.source, table.start, table.end);
    if (grid !== undefined) state.blocks.push(grid);
  }
  for (const comment of parts.comments) addComment(state, comment);
  state.readUntil = parts.end;
}

function isVerbatim(html: string): boolean {
  return /^<(?:pre|script|style|textarea)\b/iu.test(html);
}

function endParagraph(state: State, start: number): void {
  const prose = proseOf(state.source, takeFrom(state.pieces, start));
  if (prose !== undefined) addBlock(state, start, { kind: "paragraph", ...prose });
}

function endMarkedHeading(state: State, start: number, end: number): void {
  const marks = /^#*/u.exec(state.source.slice(start, end))?.[0] ?? "";
  addHeading(state, start, end, marks.length);
}

function endUnderlinedHeading(state: State, start: number, end: number): void {
  addHeading(state, start, end, state.source.slice(start, end).trimEnd().endsWith("=") ? 1 : 2);
}

function addHeading(state: State, start: number, end: number, depth: number): void {
  const whole = { start, end: start + trimmedLength(state.source.slice(start, end)) };
  const prose = proseOf(state.source, takeFrom(state.pieces, start)) ?? { text: "", span: whole, runs: [] };
  addBlock(state, start, { kind: "heading", depth, whole, ...prose });
}

function addBlock(state: State, start: number, block: OutlineBlock): void {
  if (state.readUntil <= start) state.blocks.push(block);
}

function endCell(state: State, start: number, end: number): void {
  const pieces = takeFrom(state.pieces, start);
  state.boxes.push(pipeBox(state.source, { start, end }, takeFrom(state.bars, start), pieces));
}

function endRow(state: State, start: number, end: number): void {
  const written = state.boxes.splice(0);
  const header = state.rows[0]?.boxes.length ?? written.length;
  state.rows.push({ span: { start, end }, boxes: withoutRemark(state.source, written, header) });
}

function endDelimiterRow(state: State, start: number, end: number): void {
  takeFrom(state.bars, start);
  state.delimiter = { start, end };
}

function endTable(state: State, start: number, end: number): void {
  const rows = state.rows.splice(0);
  const delimiter = state.delimiter;
  addBlock(state, start, {
    kind: "grid",
    markup: "pipes",
    span: { start, end },
    rows,
    ...(delimiter === undefined ? {} : { delimiter }),
  });
}

/** Takes out what begins at `start` or later; everything before is done with. */
function takeFrom<T extends Span>(list: T[], start: number): T[] {
  let index = list.length;
  while (0 < index && start <= (list[index - 1]?.start ?? 0)) index--;
  return list.splice(index);
}
