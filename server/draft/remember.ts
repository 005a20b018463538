import type { Prose } from "../read/outline.ts";
import { spellAnew } from "../read/spell-anew.ts";

/**
 * What was found out about one text or object, each answer in the place of its function: one look-up leads to all of
 * them.
 */
type Answers = unknown[];

/** An answer that is `undefined`. */
const NOTHING = Symbol("nothing");

/** How many functions keep their answers: all of them are made once, with the program or with a form. */
let places = 0;

/**
 * The same pure function of a text, with its answers kept: the labels and most paragraphs of a report are the same from
 * key to key, and labels from file to file. Asked about a prose, it need not even look the text up again.
 */
export function remember<T>(answer: (text: string, known: Asked) => T): (asked: string | Asked) => T {
  const place = places++;
  return (asked) => {
    const known = typeof asked === "string" ? knownText(asked) : knownProse(asked);
    const { text, answers } = known;
    return answers[place] === undefined ? kept(answers, place, answer(text, known)) : answerIn<T>(answers, place);
  };
}

/** A text, and what is known about it where it has been asked about. */
type Asked = Pick<Prose, "text" | "known">;

/** Functions that look for something in a text: all of them are made with the program, before any text is asked about. */
const searches: ((asked: Asked) => unknown)[] = [];

/** The same function of a text, remembered; where it gives anything but `undefined` the text `tells` something. */
export function search<T>(find: (text: string) => T | undefined) {
  const found = remember(find);
  searches.push(found);
  return found;
}

/** What a search found, if anything. */
export function orNothing<T>(found: readonly T[]): readonly T[] | undefined {
  return found.length > 0 ? found : undefined;
}

/** Whether any search finds something in a text: of a long report most paragraphs need be asked this alone. */
export const tells = remember((_, known) => searches.some((find) => find(known) !== undefined));

/** The same function of an object that never changes, asked once per object and forgotten with it. */
export function oncePer<K extends object, T>(answer: (key: K) => T): (key: K) => T {
  const place = places++;
  return (key) => {
    const answers = answersAbout(key);
    return answers[place] === undefined ? kept(answers, place, answer(key)) : answerIn<T>(answers, place);
  };
}

/** The same function of two objects that never change, kept with the first of them. */
export function oncePerBoth<K extends object, L extends object, T>(answer: (key: K, other: L) => T) {
  const answersOf = oncePer((_: K) => new Map<L, T>());
  return (key: K, other: L): T => {
    const answers = answersOf(key);
    const before = answers.get(other);
    if (before !== undefined || answers.has(other)) return before as T;
    const found = answer(key, other);
    answers.set(other, found);
    return found;
  };
}

function kept<T>(answers: Answers, place: number, found: T): T {
  answers[place] = found === undefined ? NOTHING : found;
  return found;
}

function answerIn<T>(answers: Answers, place: number): T {
  const found = answers[place];
  return (found === NOTHING ? undefined : found) as T;
}

const ANSWERS = Symbol("answers");

/**
 * What was found out about an object, kept by itself: in a `WeakMap` it would outlive the object until all of the
 * memory is cleared, which takes long. A copy of the object is another one and takes nothing along.
 */
function answersAbout(key: { [ANSWERS]?: Answers }): Answers {
  const before = key[ANSWERS];
  if (before !== undefined) return before;
  const answers: Answers = [];
  Object.defineProperty(key, ANSWERS, { value: answers, enumerable: false });
  return answers;
}

/** A text of its own and what was found out about it; to ask about it is to ask about the text. */
interface KnownText extends Asked {
  readonly answers: Answers;
}

/** As many characters may always be kept: some reports. */
const SOME_REPORTS = 65_536;

/** What a short text costs beyond its characters, in characters. */
const OVERHEAD = 64;

/** Texts that were asked about lately, and those of the time before. */
let young = new Map<string, KnownText>();
let old = new Map<string, KnownText>();
let size = 0;

/**
 * Told before a text of that length is read: lets go of what was not asked about for long. All of a text stays known
 * from key to key, however long it is.
 */
export function makeRoom(length: number): void {
  if (size < Math.max(SOME_REPORTS, 2 * length)) return;
  old = young;
  young = new Map();
  size = 0;
}

function knownProse(prose: Asked): KnownText {
  prose.known ??= knownText(prose.text);
  return prose.known as KnownText;
}

function knownText(text: string): KnownText {
  const known = young.get(text);
  if (known !== undefined) return known;
  const entry = old.get(text) ?? learn(spellAnew(text));
  young.set(entry.text, entry);
  size += text.length + OVERHEAD;
  return entry;
}

function learn(text: string): KnownText {
  const entry: Asked & { answers: Answers } = { text, answers: [] };
  entry.known = entry;
  return entry;
}
