import type { Form, Line } from "../form/form.ts";
import { leavesOf, tableSections } from "../form/index.ts";
import { type Term, vocabulary } from "../form/vocabulary.ts";
import { labelKey, lettersOf } from "./label.ts";
import { remember } from "./remember.ts";

/** What a phrase of the prose says about the tables: `全年新收政府信息公开申请` names a row of 表三. */
export interface Phrase {
  /** Undefined where the phrase is made of fillers only. */
  readonly table: string | undefined;
  /** Sums of rows, the likeliest first; undefined where no row is named. */
  readonly rows: readonly (readonly string[])[] | undefined;
  readonly columns: readonly string[] | undefined;
  /** True where the phrase itself says what is counted, rather than the sentence before it. */
  readonly noun: boolean;
  readonly certain: boolean;
  /** Says that there was none. */
  readonly negated: boolean;
}

/**
 * Reads a phrase word by word; undefined where it holds a word that is not in the vocabulary, or words that do not
 * agree: such a phrase may mean anything.
 */
export type PhraseReader = (text: string) => Phrase | undefined;

const readers = new WeakMap<Form, Map<boolean, PhraseReader>>();

/** How phrases are read in a report by that form, on an area or on one agency. */
export function phraseReaderOf(form: Form, isArea: boolean): PhraseReader {
  const known = readers.get(form) ?? new Map<boolean, PhraseReader>();
  readers.set(form, known);
  const before = known.get(isArea);
  if (before !== undefined) return before;
  const { fillers, subjects } = vocabulary;
  const lexicon = compile(form, [...fillers, ...(isArea ? subjects.area : subjects.agency)]);
  const reader = remember((text) => readPhrase(text, lexicon));
  known.set(isArea, reader);
  return reader;
}

interface Lexicon {
  readonly words: ReadonlyMap<string, Term | "filler" | "negation">;
  /** How long the words are that begin with a character, the longest first. */
  readonly lengths: ReadonlyMap<string, readonly number[]>;
}

function compile(form: Form, fillers: readonly string[]): Lexicon {
  const words = new Map<string, Term | "filler" | "negation">();
  const meanings = new Map<string, string>();
  const shared = new Set<string>();
  const terms = termsOf(form);
  for (const term of terms) {
    const meaning = JSON.stringify([term.table, term.rows, term.columns]);
    for (const word of term.words) {
      if (!words.has(word)) words.set(word, term);
      if ((meanings.get(word) ?? meaning) !== meaning) shared.add(word);
      meanings.set(word, meaning);
    }
  }
  // A label that several lines share (其他, 总计) names none of them.
  for (const word of shared) words.delete(word);
  for (const word of fillers) words.set(word, "filler");
  // Together they are everybody, not the column.
  for (const { words: applicants, columns } of terms) {
    if (columns !== undefined) for (const word of applicants) words.set(`公民${word}`, "filler");
  }
  for (const word of vocabulary.negations) words.set(word, "negation");
  return { words, lengths: lengthsOf(words.keys()) };
}

function lengthsOf(words: Iterable<string>): Lexicon["lengths"] {
  const lengths = new Map<string, number[]>();
  for (const word of words) {
    const own = lengths.get(word.charAt(0));
    if (own === undefined) lengths.set(word.charAt(0), [word.length]);
    else if (!own.includes(word.length)) own.push(word.length);
  }
  for (const own of lengths.values()) own.sort((a, b) => b - a);
  return lengths;
}

/** The terms of the vocabulary, and the form's own labels. */
function termsOf(form: Form): readonly Term[] {
  const own = tableSections(form).flatMap(({ table }) =>
    table.blocks.flatMap((block) => [
      ...block.rows.flatMap((line) => labelTerms(table.id, "rows", line, true)),
      ...block.columns.flatMap((line) => labelTerms(table.id, "columns", line, true)),
    ]),
  );
  return [...own, ...vocabulary.terms];
}

/** Labels of lines and of groups, those of the outermost lines of 表三 aside: they are sentences of their own. */
function labelTerms(table: string, axis: "rows" | "columns", line: Line, isOutermost: boolean): readonly Term[] {
  const inner = "lines" in line ? line.lines.flatMap((one) => labelTerms(table, axis, one, false)) : [];
  const ids = ("lines" in line ? leavesOf(line.lines) : [line]).map(({ id }) => id);
  const words = [line.label, ...(line.aliases ?? [])].map(bare).filter((word) => word.length > 1);
  const isNumbered = /^[一二三四]、/u.test(line.label);
  if (isNumbered || words.length === 0) return inner;
  return [...inner, named(table, axis, words, ids, isOutermost)];
}

/** The columns of 表四 bear the ids of both axes: `review.upheld`. */
function named(
  table: string,
  axis: "rows" | "columns",
  words: readonly string[],
  ids: readonly string[],
  isOutermost: boolean,
): Term {
  if (ids.some((id) => id.includes("."))) {
    const [rows, columns] = [0, 1].map((axis) => [...new Set(ids.map((id) => id.split(".")[axis] ?? ""))]);
    return columns?.length === 1 ? { words, table, columns } : { words, table, rows: [rows ?? []], noun: true };
  }
  if (axis === "columns") return { words, table, columns: ids };
  return { words, table, rows: [ids], ...(isOutermost ? { noun: true as const } : {}) };
}

function bare(label: string): string {
  return labelKey(label.endsWith("）") ? label.replace(/（[^（）]*）$/u, "") : label).core;
}

function readPhrase(text: string, lexicon: Lexicon): Phrase | undefined {
  const letters = lettersOf(text);
  const terms: Term[] = [];
  let negations = 0;
  for (let at = 0; at < letters.length; ) {
    const word = longestWord(letters, at, lexicon);
    const entry = word === undefined ? undefined : lexicon.words.get(word);
    if (word === undefined || entry === undefined) return undefined;
    if (entry === "negation") negations += 1;
    else if (entry !== "filler") terms.push(entry);
    at += word.length;
  }
  return negations > 1 ? undefined : combine(terms, negations === 1);
}

/** The longest word that stands at a place. */
function longestWord(letters: string, at: number, { words, lengths }: Lexicon): string | undefined {
  for (const length of lengths.get(letters.charAt(at)) ?? []) {
    const word = letters.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return undefined;
}

function combine(terms: readonly Term[], negated: boolean): Phrase | undefined {
  const strong = new Set(terms.filter(({ weak }) => weak !== true).map(({ table }) => table));
  const tables = strong.size > 0 ? strong : new Set(terms.map(({ table }) => table));
  if (tables.size > 1) return undefined;
  const [table] = tables;
  const own = terms.filter((term) => term.table === table);
  const rows = joinRows(own);
  if (rows === "unclear") return undefined;
  const columns = own.flatMap((term) => term.columns ?? []);
  return {
    table,
    rows,
    columns: columns.length === 0 ? undefined : [...new Set(columns)],
    noun: own.some(({ noun }) => noun === true),
    certain: own.some(({ certain }) => certain === true) && columns.length === 0,
    negated,
  };
}

/** Results side by side are added up; a verb beside them says nothing more; verbs have to agree. */
function joinRows(terms: readonly Term[]): Phrase["rows"] | "unclear" {
  const verbs = terms.filter(({ verb }) => verb === true);
  const named = terms.filter(({ rows, verb }) => rows !== undefined && verb !== true);
  if (named.length > 0) {
    if (verbs.length > 0 && named.some(({ certain }) => certain === true)) return "unclear";
    return [[...new Set(named.flatMap(({ rows = [] }) => rows[0] ?? []))]];
  }
  const [verb, ...others] = verbs;
  return others.every((other) => JSON.stringify(other.rows) === JSON.stringify(verb?.rows)) ? verb?.rows : "unclear";
}
