import { radicals } from "../form/radicals.ts";
import { changedSpan } from "../read/changed-span.ts";
import { matchesIn } from "../read/matches.ts";
import { remember, search } from "./remember.ts";

/** Marks of a word processor that became text: bookmarks, and fields whose target is lost. */
export const BOOKMARK =
  /\\?\[bookmark:[^\]\r\n]{0,60}\]|\{#_(?:GoBack|Toc|Ref|Hlk)[^}\r\n]{0,40}\}|错误[!！]未(?:找到引用源|定义书签)[。.]?|Error! (?:Reference source not found|Bookmark not defined)\./gu;

/** Characters that stand for a radical instead of the character it looks like. */
export const RADICAL = /[\u2e80-\u2fdf]/gu;

/** Characters nobody sees: soft hyphens, zero-width blanks, marks of direction, a byte order mark within the text. */
export const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]/gu;

/** What is left where a character was lost: the replacement character, and characters of a private font. */
export const LOST = /[\ufffd\ue000-\uf8ff]/gu;

/** All these characters in one class: most texts hold none of them. */
const CHARACTER = new RegExp(`[${[RADICAL, INVISIBLE, LOST].map(({ source }) => source.slice(1, -1)).join("")}]`, "u");

/** How many characters before a change a mark may begin that the change completes. */
const REACH = 16;

/** The last text that was looked through and holds no debris: of the next one only what changed since is. */
let clean = "";

/** Whether a text may hold any such mark or character. */
export function mayHoldDebris(text: string): boolean {
  const { start, end } = changedSpan(clean, text);
  const changed = text.slice(Math.max(0, start - REACH), end + REACH);
  if (CHARACTER.test(changed) || MARKS.some((word) => changed.includes(word))) return true;
  clean = text;
  return false;
}

/** Words of the marks above. */
const MARKS = ["bookmark:", "{#_", "错误", "Error!"];

/** The ordinary character a radical looks like; undefined where none is certain. */
export function ordinary(radical: string): string | undefined {
  const folded = radical.normalize("NFKC");
  if (folded !== radical) return folded;
  const at = radicals.indexOf(radical);
  return at < 0 ? undefined : radicals.charAt(at + 1);
}

const B = "[ \\t\\u00a0\\u3000]+";
const S = "[ \\t\\u00a0\\u3000]*";
/** Han characters, here and elsewhere by their range: Unicode's own class takes engines long to make at every start. */
const HAN = "\\u3400-\\u9fff";

/** Blanks between Chinese characters and marks or within a date, where nobody means them. */
const STRAY = new RegExp(
  [
    `(?<=[${HAN}》”）])${B}(?=[，、；：。？！》）”〉])`,
    `(?<=[，、；：《（“〈])${B}(?=[${HAN}《“])`,
    `(?<=[${HAN}》”）])${B}(?=[《“])`,
    `(?<=\\d)${B}(?=[年月日])`,
    `(?<=\\d${S}[年月])${B}(?=\\d{1,2}${S}[月日])`,
    // Behind an agency's name at the end of a report the blank parts the date from it.
    `(?<=[${HAN}])${B}(?=20\\d\\d${B}年(?!${S}\\d))|(?<=[为自从至到于在是])${B}(?=20\\d\\d${B}年)`,
  ].join("|"),
  "gu",
);

/** A stretch of blanks in a text. */
export interface Blank {
  readonly from: number;
  readonly to: number;
}

/** The blanks in a sentence that belong to nothing. */
export function strayBlanks(text: string): readonly Blank[] {
  return blanksIn(text, STRAY);
}

/**
 * Blanks within a word. Without those between two numbers these would be one, and without one behind the number a text
 * begins with that would be no numbering.
 */
const INNER = new RegExp(
  [
    `(?<=[^\\s\\d０-９])(?<!bookmark:)${B}(?=[^\\s|])`,
    `(?<=[\\d０-９])(?<!^[（(]?[\\d０-９]{1,2})${B}(?=[^\\s|\\d０-９])`,
    `(?<=^[（(]?[\\d０-９]{1,2})${B}(?=[、.．,，)）])`,
  ].join("|"),
  "gu",
);

/** Every blank within an official wording, which has none; those at the end of a line break nothing apart. */
export function innerBlanks(text: string): readonly Blank[] {
  return blanksIn(text, INNER);
}

function blanksIn(text: string, pattern: RegExp): readonly Blank[] {
  if (!/[ \t\u00a0\u3000]/u.test(text)) return [];
  return matchesIn(text, pattern).map(({ index, 0: blank }) => ({ from: index, to: index + blank.length }));
}

function lastClause(text: string): string {
  return text.slice(Math.max(text.lastIndexOf("，"), text.lastIndexOf("。"), text.lastIndexOf("；")) + 1);
}

/** Whether a paragraph breaks off within a sentence: `undefined` where it does not. */
export const breaksOff = search((text) => {
  const isOpen = text.length >= 20 && /^[\u3400-\u9fff]$/u.test(text.slice(-1)) && /[。；]/u.test(text);
  return (isOpen && !/[：:\n]/u.test(lastClause(text))) || undefined;
});

/** Whether a paragraph may go on with the sentence of the one before. */
export const goesOn = remember(
  (text) =>
    /^[\u3400-\u9fff]/u.test(text) &&
    !/^(?:[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]|附|注|特此|[首其再最])/u.test(text) &&
    /[。；！？]$/u.test(text),
);
