import type { Box, Outline, OutlineBlock, Prose, Span } from "./outline.ts";
import { readPlain } from "./plain.ts";
import { spellAnew } from "./spell-anew.ts";

/** Pieces longer than this are hardly ever the same twice, and cost more to keep than to read. */
const LONGEST = 65_536;

/** Characters of text kept at most; beyond that everything is forgotten. */
const MOST = 1_048_576;

/**
 * Offsets at which Markdown can be cut so that its pieces read as the whole does: before a heading in the first column
 * behind a blank line, which ends every open block. None where something may reach across: fences, HTML, definitions
 * and footnotes (CommonMark 0.31, sections 4.5 to 4.7).
 */
export function cutsOf(body: string): readonly number[] {
  const markup = body.replaceAll(/<!--(?!-?>)(?:(?!-->)[^\r\n])*(?:-->)?/gu, (comment) =>
    comment.endsWith("-->") ? "" : comment,
  );
  if (/^[ \t>*+\-\d.)]*(?:```|~~~)|<(?!https?:)[!?/a-z]|\]:|\[\^|\r(?!\n)/imu.test(markup)) return [];
  return Array.from(body.matchAll(/\n[ \t]*\r?\n(?=#{1,6}[ \t])/gu), (match) => match.index + match[0].length);
}

/** A stretch of the text between two cuts. */
interface Piece {
  readonly start: number;
  readonly text: string;
}

/**
 * Reads Markdown piece by piece: what is certain by itself, anything else by `read`, whose outlines are kept, for most
 * of a report stays the same from key to key. Neighbours that are not known yet are read together: every call of a
 * parser has its price.
 */
export function readerOfPieces(read: (text: string) => Outline): (body: string) => Outline {
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
  const readTogether = (run: readonly Piece[]): Outline => {
    const [{ start } = { start: 0 }] = run;
    const whole = read(spellAnew(run.map(({ text }) => text).join("")));
    for (const piece of run) keep(piece, part(whole, piece.start - start, piece.text.length));
    return moved(whole, start);
  };
  return (body) => {
    const cuts = [0, ...cutsOf(body)];
    const outlines: Outline[] = [];
    let run: Piece[] = [];
    const finishRun = () => {
      if (run.length > 0) outlines.push(readTogether(run));
      run = [];
    };
    for (const [nth, start] of cuts.entries()) {
      const end = cuts[nth + 1] ?? body.length;
      const plain = readPlain(body, start, end);
      const text = plain === undefined ? body.slice(start, end) : "";
      const before = plain ?? known.get(text);
      if (before === undefined) {
        run.push({ start, text });
      } else {
        finishRun();
        outlines.push(plain ?? moved(before, start));
      }
    }
    finishRun();
    return { blocks: outlines.flatMap(({ blocks }) => blocks), comments: outlines.flatMap(({ comments }) => comments) };
  };
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
