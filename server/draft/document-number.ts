import { matchesIn } from "../read/matches.ts";
import { remember } from "./remember.ts";

/** A document number as somebody wrote it: 机关代字, year, serial. */
export interface DocumentNumber {
  /** The Han characters before the year, as many as stand there: more than the 机关代字 where words come before it. */
  readonly code: string;
  readonly year: string;
  readonly serial: string;
  /** Where the code, the year's bracket and the end of the number stand in the text. */
  readonly at: number;
  readonly bracketAt: number;
  readonly end: number;
  /** Everything from the blanks before the bracket to the end. */
  readonly written: string;
  /** The brackets around the year. */
  readonly brackets: string;
  /** True where `号` closes the number. */
  readonly isClosed: boolean;
}

/** Begins at the bracket: brackets are rare, so that a long text is read in one quick pass. */
const NUMBER =
  /(?<open>[〔[［{｛【（(〈《<＜﹝〖「])[ \t\u3000\u00a0]*第?(?<year>\d{4}|\d\d)年?[ \t\u3000\u00a0]*(?<close>[〕\]］}｝】）)〉》>＞﹞〗」])[ \t\u3000\u00a0]*(?:第[ \t\u3000\u00a0]*)?(?<serial>\d{1,5})[ \t\u3000\u00a0]*(?:(?<closed>号)(?![楼门线院馆厅车机令])|(?=[）)》〉。；;]|$))/gmu;

const CODE = /(?<![\u3005\u3007\u3400-\u9fff])(?<code>[\u3005\u3007\u3400-\u9fff]+)[ \t\u3000\u00a0]*$/u;

/** More characters than any 机关代字 has, and blanks. */
const LONGEST = 16;

/**
 * The document numbers in a text, also those in wrong brackets or with blanks. Round brackets and years of two digits
 * mean other things as well: they count only where the rest leaves no doubt.
 */
export const documentNumbers = remember(readNumbers);

function readNumbers(text: string): readonly DocumentNumber[] {
  return matchesIn(text, NUMBER).flatMap(({ index, 0: found, groups = {} }) => {
    const { year = "", serial = "", open = "", close = "", closed } = groups;
    const before = CODE.exec(text.slice(Math.max(0, index - LONGEST), index));
    const code = before?.groups?.code;
    if (before === null || code === undefined) return [];
    const end = index + found.length;
    const at = index - before[0].length;
    const bracketAt = at + code.length;
    const number = {
      code,
      year,
      serial,
      at,
      bracketAt,
      end,
      written: text.slice(bracketAt, end),
      brackets: open + close,
    };
    return isCertain({ ...number, isClosed: closed !== undefined })
      ? [{ ...number, isClosed: closed !== undefined }]
      : [];
  });
}

function isCertain({ code, year, brackets, isClosed }: DocumentNumber): boolean {
  const isRound = /[（(〈《<＜「]/u.test(brackets.charAt(0));
  if (isRound && /[令告]$/u.test(code)) return false;
  if (year.length === 2) return brackets.startsWith("〔") && isClosed;
  return /^(?:19[5-9]|20)\d/u.test(year) && (isClosed || !isRound);
}
