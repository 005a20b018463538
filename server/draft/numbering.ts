import type { Prose, Span } from "../read/outline.ts";
import { spanIn } from "../read/outline.ts";
import { lettersOf } from "./label.ts";

/** The numbering a heading begins with. */
export interface Numbering {
  /** As it is written, without the blanks around it; `""` where there is none. */
  readonly written: string;
  /** Its numeral in the ordinary form: `一`, `1`. */
  readonly number: string;
  /** What a right numbering replaces, the blanks behind it included; empty where there is none. */
  readonly place: Span;
}

const NUMBERING =
  /^\s*(?:[（(【[]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）】\]][、.．:：]?|第?([一二三四五六七八九十]{1,3}|\d{1,2})(?:\s*[、.．,，:：)）]|(?=\s))|([①-⒛㈠-㈩])[、.．]?)\s*/u;

/** Reads the numbering of a heading, whatever its level and its marks. */
export function numberingIn(heading: Prose): Numbering {
  const [written = "", bracketed, plain, enclosed = ""] = NUMBERING.exec(heading.text) ?? [];
  return numbered(heading, written, bracketed ?? plain ?? lettersOf(enclosed));
}

/** The numbering of a heading whose first letter is its number with no mark behind: 一总体情况. */
export function bareNumberIn(heading: Prose, number: string): Numbering {
  return numbered(heading, heading.text.slice(0, heading.text.indexOf(number) + number.length), number);
}

function numbered(heading: Prose, written: string, number: string): Numbering {
  const { start } = heading.text === "" ? heading.span : spanIn(heading, 0, 1);
  const end = written === "" ? start : spanIn(heading, 0, written.length).end;
  return { written: written.trim(), number, place: { start, end } };
}

/** A small number in Chinese; what is no such number stays as it is. */
export function chineseNumeral(number: string): string {
  return "一二三四五六七八九十"[Number(number) - 1] ?? number;
}
