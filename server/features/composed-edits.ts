import type { Span } from "../read/outline.ts";
import type { Edit } from "../rules/rule.ts";

/** A stretch of the source that was kept, or new text. A list of them is a text after some edits. */
export type Piece = Span | string;

/** The text the pieces stand for. */
export function textOf(pieces: readonly Piece[], source: string): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : source.slice(piece.start, piece.end))).join("");
}

/** Applies edits that do not overlap; their offsets count in the text the pieces stand for. */
export function splice(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const result: Piece[] = [];
  let done = 0;
  for (const { at, text } of edits.toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)) {
    result.push(...cut(pieces, done, at.start), text);
    done = at.end;
  }
  return [...result, ...cut(pieces, done, Number.POSITIVE_INFINITY)];
}

/** The edits that lead from the source to the pieces in one step, each as small as it can be. */
export function editsOf(pieces: readonly Piece[], source: string): readonly Edit[] {
  const edits: Edit[] = [];
  let done = 0;
  let inserted = "";
  const flush = (start: number) => {
    const edit = trimmed({ at: { start: done, end: start }, text: inserted }, source);
    if (edit.at.start < edit.at.end || edit.text !== "") edits.push(edit);
    inserted = "";
  };
  for (const piece of pieces) {
    if (typeof piece === "string") {
      inserted += piece;
      continue;
    }
    flush(piece.start);
    done = piece.end;
  }
  flush(source.length);
  return edits;
}

/** The pieces of `[from, to)`, counted in the text they stand for. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const length = typeof piece === "string" ? piece.length : piece.end - piece.start;
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, length)];
    at += length;
    if (end <= start) continue;
    result.push(
      typeof piece === "string" ? piece.slice(start, end) : { start: piece.start + start, end: piece.start + end },
    );
  }
  return result;
}

/** Takes off what an edit leaves as it was, whole characters only. */
function trimmed({ at, text }: Edit, source: string): Edit {
  const before = source.slice(at.start, at.end);
  const shorter = Math.min(before.length, text.length);
  let head = 0;
  while (head < shorter && before[head] === text[head]) head += 1;
  if (splitsPair(before, head) || splitsPair(text, head)) head -= 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  if (splitsPair(before, before.length - tail) || splitsPair(text, text.length - tail)) tail -= 1;
  return { at: { start: at.start + head, end: at.end - tail }, text: text.slice(head, text.length - tail) };
}

/** True between the halves of a surrogate pair or of a CRLF. */
function splitsPair(text: string, at: number): boolean {
  return /^(?:[\ud800-\udbff][\udc00-\udfff]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
