import { type Paragraph, spanIn } from "../read/outline.ts";
import { closingDate } from "./closing.ts";
import type { Draft } from "./draft.ts";

/** A paragraph as it is printed. */
export interface Printed {
  /** Its lines: several only where the clerk broke it herself. */
  readonly lines: readonly string[];
  /** The name and the date a report closes with. */
  readonly isClosing: boolean;
}

/** The paragraph with the number of its list before it, its lines as they are printed; the closing on its own. */
export function printParagraph(draft: Draft, paragraph: Paragraph): readonly Printed[] {
  const lines = [...printedLines(draft.text, paragraph)];
  lines[0] = `${listNumber(draft.text, paragraph.span.start)}${lines[0] ?? ""}`;
  if (isSignature(draft, paragraph)) return [{ lines, isClosing: true }];
  if (closingDate(draft.outline) === undefined || draft.outline.blocks.at(-1) !== paragraph) {
    return [{ lines, isClosing: false }];
  }
  const each = paragraph.text.split("\n").map((line) => line.trim());
  const from = 1 + each.findLastIndex((line) => line.length > LONGEST || /[。；！？]/u.test(line));
  const above = each.slice(0, from);
  const closing = { lines: each.slice(from), isClosing: true };
  return from === 0 ? [closing] : [{ lines: above, isClosing: false }, closing];
}

/** Longest name an agency signs with. */
const LONGEST = 40;

/** Whether a paragraph is the agency's name alone, above the closing date. */
function isSignature({ outline, agency }: Draft, paragraph: Paragraph): boolean {
  return closingDate(outline) !== undefined && outline.blocks.at(-2) === paragraph && paragraph.text === agency;
}

/** A line that ends in the source only is one with the next; blanks part words, and Han characters need none. */
function printedLines(source: string, paragraph: Paragraph): readonly string[] {
  const lines: string[] = [];
  let joined = "";
  let at = 0;
  for (const line of paragraph.text.split("\n")) {
    const end = at + line.length;
    const blank = /[\x21-\x7e]$/u.test(joined) && /^[\x21-\x7e]/u.test(line.trimStart()) ? " " : "";
    joined += `${blank}${line.trim()}`;
    if (end < paragraph.text.length && isHardBreak(source, spanIn(paragraph, end, end + 1).start)) {
      lines.push(joined);
      joined = "";
    }
    at = end + 1;
  }
  return [...lines, joined];
}

/** Two blanks or a backslash before the line ending, or `<br>` for it. */
function isHardBreak(source: string, offset: number): boolean {
  const start = source.startsWith("\r\n", offset - 1) ? offset - 1 : offset;
  return !/[\r\n]/u.test(source.charAt(offset)) || /(?: {2}|\\)$/u.test(source.slice(Math.max(0, start - 2), start));
}

const LONGEST_MARK = 100;

/** The number a list gives a paragraph, e.g. `1.`: it is no text of the paragraph, but the reader has to see it. */
function listNumber(source: string, start: number): string {
  // No mark of a list stands farther from its text, not even in the deepest list that is read.
  const before = source.slice(Math.max(0, start - LONGEST_MARK), start);
  return /(?:^|[\r\n])(?:[>*+-]|[^\S\r\n])*(\d{1,9}[.)])[ \t]+[*_~`[]*$/u.exec(before)?.[1] ?? "";
}
