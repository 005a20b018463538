import { ordinary, RADICAL } from "./debris.ts";
import { remember } from "./remember.ts";

/** How the text of a label relates to the official one, best first. */
export type Match =
  /** Letter by letter. */
  | "exact"
  /** Differs in blanks, punctuation, width or numbering only. */
  | "style"
  /** A wording known from published reports. */
  | "alias"
  /** Close to one official label and to no other. */
  | "similar"
  /** Recognised by its neighbours alone. */
  | "context";

/** A label taken apart: what is compared, and the numbering before it. */
export interface LabelKey {
  /** Letters, digits and Han characters only, folded to their ordinary forms, numbering included. */
  readonly full: string;
  /** Likewise without the numbering. */
  readonly core: string;
  /** The numeral of the numbering, `""` where there is none. */
  readonly number: string;
}

const NUMBERING = /^[（(]?([一二三四五六七八九十]{1,3}|\d{1,2})(?:[)）][、.．]?|[、.．,，]|(?=\s+\D))\s*/u;

/** Takes a label apart. Never fails; a text of punctuation alone gives an empty key. */
export const labelKey = remember((text: string): LabelKey => {
  // A numbering has a mark or a blank behind it.
  if (ORDINARY.test(text)) return { full: text, core: text, number: "" };
  const folded = text.normalize("NFKC").trim();
  const full = lettersOf(folded);
  const numbering = NUMBERING.exec(folded);
  if (numbering === null) return { full, core: full, number: "" };
  return { full, core: lettersOf(folded.slice(numbering[0].length)), number: numbering[1] ?? "" };
});

/** The text with everything but letters, digits and Han characters dropped, folded to their ordinary forms. */
export const lettersOf = remember((text: string): string => {
  const rest = text.replace(MARKS, "");
  // Hardly a label needs more, and to make the class of all letters of all scripts takes engines long.
  return ORDINARY.test(rest) ? rest : text.normalize("NFKC").replace(/[^\p{L}\p{N}+]/gu, "");
});

/** Whether there is any letter, digit or Han character in a text. */
export function hasLetters(text: string): boolean {
  return text.trim() !== "" && (/[\dA-Za-z\u4e00-\u9fff]/u.test(text) || /[\p{L}\p{N}]/u.test(text));
}

/** The blanks and marks of Chinese texts. */
const MARKS = /[\s!-*,-/:-@[-`{-~·\u2010-\u201f…\u3001-\u3003\u3008-\u3020\uff01-\uff0a\uff0c-\uff0f\uff1a-\uff20]+/gu;

/** Characters that are their own ordinary forms. */
const ORDINARY = /^[\dA-Za-z+〇\u4e00-\u9fff]*$/u;

/** The numbering a label begins with, as it is written: `（一）`, `1.`; `""` where there is none. */
export const numberingOf = remember((text: string): string => {
  // Radicals that stand for the numerals they look like (⼀、) come from PDF files.
  const folded = text.replaceAll(RADICAL, (radical) => ordinary(radical) ?? radical);
  const written =
    /^\s*(?:[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）][、.．]?|(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．,，])/u.exec(
      folded,
    )?.[0];
  return written === undefined ? "" : text.slice(0, written.length).trim();
});

/** Number of single-character insertions, deletions and replacements between two texts (Levenshtein 1965). */
export function editDistance(one: string, other: string): number {
  const { a, b } = withoutSharedEnds(one, other);
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/** Length of the longest common subsequence of two texts. */
export function commonLength(one: string, other: string): number {
  const { a, b, shared } = withoutSharedEnds(one, other);
  let above: readonly number[] = Array.from({ length: b.length + 1 }, () => 0);
  for (let i = 0; i < a.length; i += 1) {
    const row = [0];
    for (let j = 1; j <= b.length; j += 1) {
      row.push(a[i] === b[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0));
    }
    above = row;
  }
  return shared + (above[b.length] ?? 0);
}

/** Two texts without what both begin and end with, which neither distance nor common length hangs on. */
function withoutSharedEnds(a: string, b: string): { readonly a: string; readonly b: string; readonly shared: number } {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return { a: a.slice(start, a.length - end), b: b.slice(start, b.length - end), shared: start + end };
}

/** True where one label is so close to another that a slip of the pen explains it: a third of its length, at most three. */
function isSimilar(text: string, official: string): boolean {
  const allowed = Math.min(3, Math.floor(Math.max(text.length, official.length) / 3));
  if (Math.abs(text.length - official.length) > allowed) return false;
  return allowed > 0 && editDistance(text, official) <= allowed;
}

/** Something with an official label and, perhaps, other known wordings. */
export interface Labelled {
  readonly label: string;
  readonly aliases?: readonly string[] | undefined;
}

/** Labels of one table prepared for look-up. */
export interface LabelIndex<T extends Labelled> {
  readonly entries: readonly { readonly item: T; readonly key: LabelKey }[];
  /** Items by full and by core key; a core that two items share leads to both. */
  readonly official: ReadonlyMap<string, readonly T[]>;
  readonly alias: ReadonlyMap<string, readonly T[]>;
  readonly near: (text: string) => readonly T[];
}

/** Every item a text matches at its best level: several where only the context can tell. */
export interface Found<T> {
  readonly items: readonly T[];
  readonly match: Match;
}

/** Prepares items for `lookUp`; done once per form. */
export function indexLabels<T extends Labelled>(items: readonly T[]): LabelIndex<T> {
  const official = new Map<string, T[]>();
  const alias = new Map<string, T[]>();
  const entries = items.map((item) => ({ item, key: labelKey(item.label) }));
  const add = (map: Map<string, T[]>, key: string, item: T) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [item]);
    else if (!known.includes(item)) known.push(item);
  };
  for (const { item, key } of entries) {
    add(official, key.full, item);
    add(official, key.core, item);
    for (const text of item.aliases ?? []) {
      const { full, core } = labelKey(text);
      add(alias, full, item);
      add(alias, core, item);
    }
  }
  return {
    entries,
    official,
    alias,
    near: remember((text) => nearest(entries, text)),
  };
}

/** What a text may stand for, by its words alone. */
export function lookUp<T extends Labelled>(
  { official: officials, alias: aliases }: LabelIndex<T>,
  label: string,
): Found<T> | undefined {
  const key = labelKey(label);
  if (key.core === "" && key.full === "") return undefined;
  // With its numbering a text says more than without: （六）其他 is another wording of （六）其他处理, not 3.其他.
  for (const text of [key.full, key.core]) {
    const official = officials.get(text);
    if (official !== undefined) return { items: official, match: matchOf(official, label) };
    const alias = aliases.get(text);
    if (alias !== undefined) return { items: alias, match: "alias" };
  }
  return undefined;
}

/** The items a text is similar to, nearest only. */
export function similarTo<T extends Labelled>(index: LabelIndex<T>, text: string): readonly T[] {
  return index.near(text);
}

function matchOf(items: readonly Labelled[], text: string): Match {
  return items.some(({ label }) => label === text) ? "exact" : "style";
}

function nearest<T>(entries: LabelIndex<T & Labelled>["entries"], text: string): readonly T[] {
  const { core } = labelKey(text);
  const near = entries
    .filter(({ key }) => isSimilar(core, key.core))
    .map(({ item, key }) => ({ item, distance: editDistance(core, key.core) }));
  const best = Math.min(...near.map(({ distance }) => distance));
  return near.filter(({ distance }) => distance === best).map(({ item }) => item);
}
