import { readFrontMatter } from "./front-matter.ts";
import type { Outline } from "./outline.ts";
import { moved, readerOfPieces } from "./pieces.ts";
import { readWhole } from "./remark.ts";

/** Reads a Markdown document. It never fails on a text that `tooComplex` lets pass; all offsets are those of `text`. */
export function readMarkdown(text: string): Outline {
  const { bodyStart, ...front } = readFrontMatter(text);
  return { ...front, ...moved(readPieces(text.slice(bodyStart)), bodyStart) };
}

/** The same as `readWhole` gives, piece by piece. */
const readPieces = readerOfPieces(readWhole);
