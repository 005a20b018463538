import { documentNumbers } from "./document-number.ts";

/** A stretch of a text and what is due in its place. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly due: string;
}

/** Stands for what is no Chinese text: neither Han nor a mark. */
const HIDDEN = "\ufffc";

/** A Han character, or a mark of Chinese text. */
const CHINESE = /[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff60“”‘’—…·]/u;

const FULL: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["!", "！"],
  ["?", "？"],
  ["(", "（"],
  [")", "）"],
]);

/**
 * Half-width marks where the text around them is Chinese, ascending. Numbers, addresses, document numbers and foreign
 * words keep theirs; brackets and quotation marks count only in pairs.
 */
export function halfWidthMarks(text: string): readonly Replacement[] {
  if (!/[,;:!?.()"]/u.test(text)) return [];
  const seen = charactersOf(text);
  const found = [...brackets(seen), ...quotes(seen)];
  // What was found counts as Chinese for its neighbours.
  for (const { from, due } of found) seen[from] = due;
  seen.forEach((mark, at) => {
    const due = mark === "." ? (endsSentence(seen, at) ? "。" : undefined) : FULL.get(mark);
    if (due === undefined || mark === "(" || mark === ")") return;
    const next = afterBlanks(seen, at + 1);
    const isFollowed = isChinese(seen[next]);
    if (mark !== "." && !isChinese(seen[at - 1]) && !isFollowed) return;
    seen[at] = due;
    found.push({ from: at, to: isFollowed ? next : at + 1, due });
  });
  return found.toSorted((a, b) => a.from - b.from);
}

function isChinese(mark: string | undefined): boolean {
  return mark !== undefined && CHINESE.test(mark);
}

/** Where the next character stands that is no blank; line breaks count as characters. */
function afterBlanks(seen: readonly string[], at: number): number {
  let next = at;
  while (seen[next] === " " || seen[next] === "\t") next += 1;
  return next;
}

/** The characters of a text; web and mail addresses hidden, document numbers as if they were words. */
function charactersOf(text: string): string[] {
  const shown = text.replaceAll(ADDRESS, (address) => {
    const length = balanced(address);
    return HIDDEN.repeat(length) + address.slice(length);
  });
  const seen = shown.split("");
  for (const { bracketAt, end } of documentNumbers(shown)) seen.fill("号", bracketAt, end);
  return seen;
}

const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<>，。；：、！？（）《》“”]+|(?<![\w.+-])[\w.+-]+@[\w.-]+/giu;

/** How much of an address stands before a bracket that was opened outside of it. */
function balanced(address: string): number {
  let depth = 0;
  for (let at = 0; at < address.length; at += 1) {
    if (address[at] === "(") depth += 1;
    if (address[at] === ")" && --depth < 0) return at;
  }
  return address.length;
}

function brackets(seen: readonly string[]): Replacement[] {
  const open: number[] = [];
  return seen.flatMap((mark, at) => {
    if (mark === "(" || mark === "（") open.push(at);
    const start = mark === ")" || mark === "）" ? open.pop() : undefined;
    if (start === undefined || !isChinesePair(seen, start, at)) return [];
    return [start, at].flatMap((from) => {
      const due = FULL.get(seen[from] ?? "");
      return due === undefined ? [] : [{ from, to: from + 1, due }];
    });
  });
}

function isChinesePair(seen: readonly string[], start: number, end: number): boolean {
  // An address would take a full-width bracket for a part of itself.
  if (seen[end - 1] === HIDDEN) return false;
  if (isChinese(seen[end - 1])) return true;
  const content = seen.slice(start + 1, Math.min(end, start + LONGEST));
  if (content.some(isChinese)) return true;
  return isChinese(seen[start - 1]) && !content.every((mark) => /[\d\s]/u.test(mark));
}

/** Further into a bracket nobody looks for a Han character: nested ones would be read again and again. */
const LONGEST = 60;

/** Straight quotation marks around Chinese words; one pair that is none makes all of them doubtful. */
function quotes(seen: readonly string[]): readonly Replacement[] {
  const marks = seen.flatMap((mark, at) => (mark === '"' ? [at] : []));
  const pairs = marks.flatMap((from, nth) => (nth % 2 === 0 ? [{ from, to: marks[nth + 1] }] : []));
  const isWhole = pairs.every(({ from, to }) => {
    const content = to === undefined ? "" : seen.slice(from + 1, to).join("");
    return content !== "" && content === content.trim() && !content.includes("\n") && CHINESE.test(content);
  });
  if (!isWhole) return [];
  return marks.map((from, nth) => ({ from, to: from + 1, due: nth % 2 === 0 ? "“" : "”" }));
}

/** Whether a full stop ends a Chinese sentence: not a numbering 一. and not a dot within a name. */
function endsSentence(seen: readonly string[], at: number): boolean {
  const [before = "", last = ""] = [seen[at - 2], seen[at - 1]];
  if (!isChinese(last) || /[一二三四五六七八九十…]/u.test(last)) return false;
  const next = afterBlanks(seen, at + 1);
  if (next >= seen.length || seen[next] === "\n") return true;
  if (!isChinese(seen[next])) return false;
  return next > at + 1 || (/\d/u.test(before) && /[件条次个篇份场期]/u.test(last));
}
