import { readFrontMatter } from "./front-matter.ts";
import { guardOver, largestSize, tooLarge } from "./guard.ts";
import type { Outline } from "./outline.ts";
import { moved, readerOfPieces } from "./pieces.ts";
import { readWhole } from "./remark.ts";

/**
 * Reads a Markdown document, or says in Chinese why not: it would take long. It never fails; all offsets are those of
 * `text`.
 */
export function readMarkdown(text: string): Outline | string {
  if (text.length > largestSize) return tooLarge(text.length);
  const { bodyStart, ...front } = readFrontMatter(text);
  const guard = guardOver(text);
  const read = readPieces(text.slice(bodyStart), (start, end) => guard(bodyStart + start, bodyStart + end));
  return typeof read === "string" ? read : { ...front, ...moved(read, bodyStart) };
}

/** The same as `readWhole` gives, piece by piece. */
const readPieces = readerOfPieces(readWhole);
