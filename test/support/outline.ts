import { readMarkdown } from "../../server/read/markdown.ts";
import type { Outline } from "../../server/read/outline.ts";

/** The outline of a Markdown text that is not too complex to be read. */
export function outlineOf(text: string): Outline {
  const outline = readMarkdown(text);
  if (typeof outline === "string") throw new Error(outline);
  return outline;
}
