import type { Heading, Outline, Paragraph, Prose } from "../read/outline.ts";
import { endsLikeAgency } from "./agency.ts";
import type { LocatedTitle } from "./draft.ts";
import { commonLength, editDistance, lettersOf } from "./label.ts";
import { blocksAbove } from "./prose.ts";
import { remember } from "./remember.ts";

/** What stands for the agency in a title the clerk has still to complete. */
export const agencyPlaceholder = "（机关名称）";

/** A title taken apart. */
interface TitleParts {
  readonly agency: string | undefined;
  readonly year: number | undefined;
  /**
   * `exact`: 〈agency〉〈YYYY〉年〈official title〉, blanks aside. `variant`: another order that is in wide use. `misspelt`: anything
   * else that still names this report.
   */
  readonly match: "exact" | "variant" | "misspelt";
}

/** Longest text that may be a title. */
const LONGEST = 80;

/**
 * The text above `end` that names the report: front matter, heading or plain line, or two neighbours that name it only
 * together. A well-formed one goes before a misspelt one.
 */
export function locateTitle(outline: Outline, official: string, end: number): LocatedTitle | undefined {
  const above = blocksAbove(outline, end).filter((block) => block.kind !== "grid");
  const single: readonly Candidate[] = [
    ...(outline.title === undefined ? [] : [{ prose: outline.title, block: undefined }]),
    ...above.map((block) => ({ prose: block, block })),
  ];
  const double = () =>
    above.flatMap((block, at): readonly Candidate[] => {
      const next = above[at + 1];
      return next === undefined ? [] : [{ prose: joined(block, next), block }];
    });
  const read = (candidates: readonly Candidate[]) => candidates.flatMap((candidate) => titleIn(candidate, official));
  const whole = read(single);
  const wellFormed = whole.find(({ match }) => match !== "misspelt");
  if (wellFormed !== undefined) return wellFormed;
  const all = [...whole, ...read(double()).filter((title) => isBroken(title, official))];
  return all.find(({ match }) => match !== "misspelt") ?? all.find(({ agency }) => agency !== undefined) ?? all[0];
}

interface Candidate {
  readonly prose: Prose;
  readonly block: Heading | Paragraph | undefined;
}

function titleIn({ prose, block }: Candidate, official: string): readonly LocatedTitle[] {
  const parts = prose.text.length > LONGEST ? undefined : readerOf(official)(prose.text);
  return parts === undefined ? [] : [{ prose, block, ...parts }];
}

/** There are few official titles, and they are never forgotten. */
function readerOf(official: string): (text: string) => TitleParts | undefined {
  const reader = readers.get(official) ?? remember((text) => readTitle(text, official));
  readers.set(official, reader);
  return reader;
}

const readers = new Map<string, (text: string) => TitleParts | undefined>();

function joined(first: Prose, second: Prose): Prose {
  const shift = first.text.length + 1;
  return {
    text: `${first.text}\n${second.text}`,
    span: { start: first.span.start, end: second.span.end },
    runs: [...first.runs, ...second.runs.map(({ at, start }) => ({ at: at + shift, start }))],
  };
}

/** Two texts are one title where the first ends with the year or within the official words, or is an agency's name. */
function isBroken({ prose }: LocatedTitle, official: string): boolean {
  const [first = "", second = ""] = prose.text.split("\n");
  const [before, after] = [lettersOf(first), lettersOf(second)];
  if (readTitle(first, official) !== undefined) return false;
  if (/20\d\d年?度?$/u.test(before)) return true;
  if (readTitle(second, official) !== undefined) return endsLikeAgency(before) && /^20\d\d/u.test(after);
  return official.includes(before.slice(-2));
}

/**
 * Reads a title against the form's official one, e.g. `政府信息公开工作年度报告`. Undefined where the text does not
 * name this report: what only speaks about it (a notice, a guide, a sentence) is no title of it.
 */
function readTitle(text: string, official: string): TitleParts | undefined {
  const bare = bareTitle(text);
  const line = foldYear(bare);
  if (!namesReport(line, official)) return undefined;
  const known = /(20\d\d)(?=年|\D{0,6}信息)/u.exec(line)?.[1];
  const year = known === undefined ? undefined : Number(known);
  const exact = new RegExp(`^((?!20\\d\\d年|关于).+?)(?<!关于)20\\d\\d年${official}$`, "u").exec(line)?.[1];
  if (exact !== undefined) return { agency: named(exact), year, match: line === bare ? "exact" : "variant" };
  const [subject, kind] = [official.slice(0, -4), official.slice(-4)];
  const variant =
    new RegExp(`^20\\d\\d年(?!度)(.+?)${official}$`, "u").exec(line) ??
    new RegExp(`^(\\D.*?)${subject}20\\d\\d${kind}$`, "u").exec(line);
  if (variant?.[1] !== undefined) return { agency: named(variant[1]), year, match: "variant" };
  return { agency: named(agencyIn(line, official)), year, match: "misspelt" };
}

/** A title without blanks, bookmarks of a word processor, title marks, remarks on its state and marks at its end. */
export function bareTitle(text: string): string {
  return text
    .replaceAll(/\[bookmark:[^[\]]*\]/giu, "")
    .replaceAll(/\s+/gu, "")
    .replace(/^[《〈<](.+)[》〉>]$/u, "$1")
    .replace(/[（(](?:草稿|征求意见稿|送审稿|汇总|公开版)[）)]$/u, "")
    .replace(/(?<![。.：:；;，,、])[。.：:；;，,、]+$/u, "");
}

/** Years in other digits (二〇二三年, ２０２３年) as Arabic ones. */
function foldYear(line: string): string {
  const digits = "〇一二三四五六七八九";
  return line
    .replaceAll(/[０-９]/gu, (digit) => digit.normalize("NFKC"))
    .replaceAll(/[二２][〇○零Ｏ０][一二三四五六七八九〇○零]{2}(?=年)/gu, (year) =>
      [...year].map((digit) => Math.max(0, digits.indexOf(digit))).join(""),
    );
}

function namesReport(line: string, official: string): boolean {
  if (/[，。；：:！？“”]|解读|读懂|图解|如何|怎[么样]|填写|填报|编写|撰写|报送|现将|根据|按照|编制(?!委)/u.test(line))
    return false;
  const letters = lettersOf(line).replace(/20\d\d年?度?$/u, "");
  const windows = [official.length, official.length - 1].map((length) => letters.slice(-length));
  if (windows.some((window) => editDistance(window, official) <= 1)) return true;
  const ending = letters.slice(-(official.length + 6));
  const [subject, kind] = [official.slice(2, 6), official.slice(-2)];
  return ending.includes(subject) && ending.endsWith(kind) && commonLength(ending, official) * 4 >= official.length * 3;
}

/** What stands before the words that come nearest to the official ones. */
function agencyIn(line: string, official: string): string {
  const ending = line.replace(/[（(]?20\d\d年?度?[）)]?$/u, "");
  let [best, start] = [Number.POSITIVE_INFINITY, 0];
  for (let at = 0; at < ending.length; at += 1) {
    const distance = editDistance(ending.slice(at), official);
    if (distance <= best) [best, start] = [distance, at];
  }
  const before = ending
    .slice(0, start)
    .replace(/(?:关于)?(?:20\d\d年?度?)?的?$/u, "")
    .replace(/^(?:关于)?(?:20\d\d年?度?)?/u, "");
  return before.endsWith("人民") ? `${before}政府` : before;
}

function named(agency: string): string | undefined {
  const isPlaceholder = agency.normalize("NFKC") === agencyPlaceholder.normalize("NFKC");
  return agency === "" || isPlaceholder || /[#《》]/u.test(agency) ? undefined : agency;
}
