import { changedSpan } from "./changed-span.ts";
import { type CutBody, cutsSince, nothingCut } from "./cuts.ts";
import type { Guard } from "./guard.ts";
import type { Box, Outline, OutlineBlock, Prose, Span } from "./outline.ts";
import { readPlain } from "./plain.ts";
import { spellAnew } from "./spell-anew.ts";

/** Pieces longer than this are hardly ever the same twice, and cost more to keep than to read. */
const LONGEST = 65_536;

/** Characters of text kept at most; beyond that everything is forgotten. */
const MOST = 1_048_576;

/** A stretch of the text between two cuts. */
interface Piece {
  readonly start: number;
  readonly text: string;
}

/** A piece that was read, with its outline where it stands, and whether that was certain without a parser. */
interface ReadPiece {
  readonly start: number;
  readonly end: number;
  readonly outline: Outline;
  readonly isPlain: boolean;
}

/** A text that was read, for the next one, which is most often the same but for one place. */
interface ReadBody extends CutBody {
  readonly pieces: ReadonlyMap<number, ReadPiece>;
}

/** Finds a piece that stood in the last text, before or behind what changed since. */
function unchangedSince(last: ReadBody, body: string): (start: number, end: number) => ReadPiece | undefined {
  const { start: same, end: tail } = changedSpan(last.body, body);
  const shift = body.length - last.body.length;
  return (start, end) => {
    const by = end <= same ? 0 : start >= tail ? shift : undefined;
    const before = by === undefined ? undefined : last.pieces.get(start - by);
    if (by === undefined || before === undefined || before.end !== end - by) return undefined;
    return { ...before, start, end, outline: moved(before.outline, by) };
  };
}

/**
 * Reads Markdown piece by piece: what is certain by itself, anything else by `read`, whose outlines are kept, for most
 * of a report stays the same from key to key. Neighbours that are not known yet are read together: every call of a
 * parser has its price. Gives the reason where the guard refuses a piece that is not certain.
 */
export function readerOfPieces(read: (text: string) => Outline): (body: string, guard: Guard) => Outline | string {
  const known = new Map<string, Outline>();
  let kept = 0;
  const keep = ({ text }: Piece, outline: Outline) => {
    if (text.length > LONGEST) return;
    if (kept + text.length > MOST) {
      known.clear();
      kept = 0;
    }
    known.set(spellAnew(text), outline);
    kept += text.length;
  };
  const knownPiece = (piece: Piece): ReadPiece | Piece => {
    const { start, text } = piece;
    const outline = known.get(text);
    if (outline === undefined) return piece;
    return { start, end: start + text.length, outline: moved(outline, start), isPlain: false };
  };
  const readTogether = (run: readonly Piece[]): Outline => {
    const [{ start } = { start: 0 }] = run;
    const whole = read(spellAnew(run.map(({ text }) => text).join("")));
    for (const piece of run) keep(piece, part(whole, piece.start - start, piece.text.length));
    return moved(whole, start);
  };
  let last: ReadBody = { ...nothingCut, pieces: new Map() };
  return (body, guard) => {
    const unchanged = unchangedSince(last, body);
    const pieces: (ReadPiece | Piece)[] = [];
    const cut = cutsSince(last, body);
    const cuts = [0, ...(cut.cuts === "reaching" ? [] : cut.cuts)];
    for (const [nth, start] of cuts.entries()) {
      const end = cuts[nth + 1] ?? body.length;
      const before = unchanged(start, end);
      const plain = before === undefined ? readPlain(body, start, end) : undefined;
      // What was read before is guarded, too: whether a text is read must not hang on what was read before it.
      const refused = plain === undefined && before?.isPlain !== true ? guard(start, end) : undefined;
      if (refused !== undefined) return refused;
      if (before !== undefined) pieces.push(before);
      else if (plain !== undefined) pieces.push({ start, end, outline: plain, isPlain: true });
      else pieces.push({ start, text: body.slice(start, end) });
    }
    const read = pieces.map((piece) => ("outline" in piece ? piece : knownPiece(piece)));
    const outlines = runsOf(read).flatMap((run) => (Array.isArray(run) ? readTogether(run) : run.outline));
    last = { ...cut, pieces: new Map(read.flatMap((piece) => ("outline" in piece ? [[piece.start, piece]] : []))) };
    const [first = [], ...others] = outlines.map(({ blocks }) => blocks);
    return { blocks: first.concat(...others), comments: outlines.flatMap(({ comments }) => comments) };
  };
}

/** Pieces in order, those that are still to be read together with their neighbours of that kind. */
function runsOf(pieces: readonly (ReadPiece | Piece)[]): readonly (ReadPiece | Piece[])[] {
  const runs: (ReadPiece | Piece[])[] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if ("outline" in piece) runs.push(piece);
    else if (Array.isArray(run)) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

/** What of an outline stands in a stretch of its text, as if the stretch were all there is. */
function part({ blocks, comments }: Outline, start: number, length: number): Outline {
  const isInside = ({ span }: { readonly span: Span }) => span.start >= start && span.start < start + length;
  return moved({ blocks: blocks.filter(isInside), comments: comments.filter(isInside) }, -start);
}

/** The same outline, standing `by` characters further on. */
export function moved(outline: Outline, by: number): Outline {
  if (by === 0) return outline;
  return {
    blocks: outline.blocks.map((block) => movedBlock(block, by)),
    comments: outline.comments.map((comment) => movedProse(comment, by)),
  };
}

function movedBlock(block: OutlineBlock, by: number): OutlineBlock {
  if (block.kind === "paragraph") return movedProse(block, by);
  if (block.kind === "heading") return { ...movedProse(block, by), whole: movedSpan(block.whole, by) };
  const rows = block.rows.map(({ span, boxes }) => ({
    span: movedSpan(span, by),
    boxes: boxes.map((box): Box => ({ ...movedProse(box, by), inner: movedSpan(box.inner, by) })),
  }));
  const moved = { ...block, span: movedSpan(block.span, by), rows };
  return block.delimiter === undefined ? moved : { ...moved, delimiter: movedSpan(block.delimiter, by) };
}

function movedProse<T extends Prose>(prose: T, by: number): T {
  const runs = prose.runs.map(({ at, start }) => ({ at, start: start + by }));
  return { ...prose, span: movedSpan(prose.span, by), runs };
}

function movedSpan({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
