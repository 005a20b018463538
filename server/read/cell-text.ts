import type { Prose } from "./outline.ts";
import { type Piece, proseOf, textOf } from "./prose.ts";

/**
 * The text of a cell. A piece `"\n"` stands for a break inside it (`<br>`, a new paragraph) and joins Chinese words
 * without a blank, but keeps figures apart. A cell of nothing but blanks, full-width ones too, has no text.
 */
export function cellProse(source: string, pieces: readonly Piece[]): Prose | undefined {
  const prose = proseOf(source, joinLines(source, pieces));
  return prose === undefined || prose.text.trim() === "" ? undefined : prose;
}

function joinLines(source: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.text !== "\n") {
      joined.push(piece);
      continue;
    }
    const before = joined.at(-1);
    const after = pieces[index + 1];
    if (before === undefined || after === undefined || after.text === "\n") continue;
    if (isNarrow(textOf(source, before).at(-1)) && isNarrow(textOf(source, after).at(0)))
      joined.push({ start: piece.start, end: piece.end, text: " " });
  }
  return joined;
}

function isNarrow(character: string | undefined): boolean {
  return character !== undefined && character !== " " && character < "\u2e80";
}
