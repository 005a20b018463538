import type { Form } from "../form/form.ts";
import type { CellId } from "../form/index.ts";
import { vocabulary } from "../form/vocabulary.ts";
import { withoutName } from "./agency.ts";
import { type Clause, clausesOf, relativeYears } from "./clause.ts";
import { cellsWhere } from "./line-cells.ts";
import { type Phrase, type PhraseReader, phraseReaderOf } from "./phrase.ts";
import { maskQuotes, sentencesIn } from "./prose.ts";
import type { Quantity } from "./quantity.ts";
import { search } from "./remember.ts";

/** Words that repeat a figure of the tables; offsets count from the start of the paragraph. */
export interface Claim {
  /** The words quoted in messages: the phrase with its figure. */
  readonly from: number;
  readonly to: number;
  /** The figure; undefined where the prose says that there was none. */
  readonly quantity: Quantity | undefined;
  readonly value: number;
  /** Sums of cells the figure may stand for, the likeliest first. */
  readonly sums: readonly (readonly CellId[])[];
  readonly certain: boolean;
}

/** Words that draw a conclusion from the figures: a share of them, a rate of replies, that all is done. */
export interface Conclusion {
  readonly kind: "share" | "replied" | "closed" | "all closed";
  readonly from: number;
  readonly to: number;
  /** The percentage; undefined for `all closed`. */
  readonly quantity: Quantity | undefined;
  /** For a share: the figure before it. */
  readonly part: number | undefined;
}

/** Who writes a paragraph, and where: what its words may mean depends on it. */
export interface Speaker {
  readonly form: Form;
  /** Whether the report is that of a government on its area, rather than of one agency. */
  readonly isArea: boolean;
  readonly agency: string | undefined;
  readonly year: number | undefined;
  /** Whether the paragraph stands under the heading on disclosure upon request. */
  readonly isOnRequests: boolean;
}

/** What one paragraph says about the figures of the tables. */
export interface Statements {
  readonly claims: readonly Claim[];
  /** Totals of what was published in the year, which no table holds. */
  readonly published: readonly Quantity[];
  readonly conclusions: readonly Conclusion[];
}

/** Reads one paragraph. A phrase that may mean anything else than a figure of the tables says nothing. */
export function readStatements(text: string, speaker: Speaker): Statements {
  const own = stating(text);
  if (own === undefined) return silence;
  const reader = new Reader(speaker, own);
  reader.read();
  return reader;
}

/** A text without its titles, where it may say anything about figures. */
const stating = search((text) => {
  const own = maskQuotes(text);
  return /[\d０-９一二三四五六七八九十]\s*[件份宗起条例%％]|未|没有|无/u.test(own) ? own : undefined;
});

/** What most paragraphs say about the tables. */
export const silence: Statements = { claims: [], published: [], conclusions: [] };

/** What the sentences so far spoke of. */
interface Topic {
  readonly table: string;
  readonly rows: Phrase["rows"];
  readonly columns: Phrase["columns"];
}

/** Reads one paragraph from left to right, keeping in mind what is being counted. */
class Reader {
  readonly claims: Claim[] = [];
  readonly conclusions: Conclusion[] = [];
  readonly published: Quantity[] = [];
  private topic: Topic | "other" | undefined;
  /** Where the last figure ends that is not understood. */
  private unread: number | undefined;
  private readonly text: string;
  private readonly speaker: Speaker;
  private readonly readPhrase: PhraseReader;

  constructor(speaker: Speaker, text: string) {
    this.speaker = speaker;
    this.readPhrase = phraseReaderOf(speaker.form, speaker.isArea);
    this.text = text;
    this.topic = speaker.isOnRequests ? { table: "requests", rows: undefined, columns: undefined } : undefined;
  }

  read(): void {
    for (const { from, to } of sentencesIn(this.text)) this.readSentence(from, to);
  }

  private readSentence(from: number, to: number): void {
    if (typeof this.topic === "object") this.topic = { table: this.topic.table, rows: undefined, columns: undefined };
    let last: Claim | undefined;
    let isOtherYear = false;
    let seen = from;
    for (const clause of clausesOf(this.text, from, to)) {
      isOtherYear = this.leavesYear(this.text.slice(seen, clause.from)) ?? isOtherYear;
      if (/^[本今当]年/u.test(clause.before)) isOtherYear = false;
      seen = clause.from;
      if (isOtherYear && clause.quantity !== undefined) this.topic = "other";
      if (isOtherYear) continue;
      const conclusion = this.conclusionIn(clause, last);
      if (conclusion !== undefined) this.conclusions.push(conclusion);
      const claim = clause.quantity?.unit === "%" ? undefined : this.readClause(clause);
      if (clause.quantity !== undefined) last = claim;
      if (claim === undefined) continue;
      this.claims.push(claim);
      seen = clause.to;
    }
  }

  private conclusionIn({ from, to, before, quantity }: Clause, last: Claim | undefined): Conclusion | undefined {
    if (typeof this.topic !== "object" || this.topic.table !== "requests") return undefined;
    const one = { from, to, quantity };
    if (quantity === undefined) {
      const isAll = last !== undefined && /^[\s已并]*(?:均|全部|都|皆)[已按时期]*办结\s*$/u.test(before);
      return isAll ? { ...one, kind: "all closed", part: undefined } : undefined;
    }
    if (quantity.unit !== "%") return undefined;
    const rate = /^\s*(答复|办结|办复)率[为达到均]*\s*$/u.exec(before)?.[1];
    if (rate !== undefined) return { ...one, kind: rate === "答复" ? "replied" : "closed", part: undefined };
    return last !== undefined && /占/u.test(before) ? { ...one, kind: "share", part: last.value } : undefined;
  }

  private readClause({ from, to, before, after, quantity }: Clause): Claim | undefined {
    const phrase = this.phraseOf(before, after);
    if (phrase === undefined) {
      if (quantity !== undefined && !/^\s*(?:其中|含|包括|上年|去年|上一年)/u.test(before)) this.topic = "other";
      if (quantity !== undefined) this.unread = to;
      return undefined;
    }
    // Beside a figure that is not understood (公开行政处罚5件、行政强制3件) the next one shares its verb.
    if (phrase.table === "disclosure" && this.isBesideUnread(from)) {
      this.unread = to;
      return undefined;
    }
    if (phrase.table === undefined || phrase.negated !== (quantity === undefined)) return undefined;
    if (phrase.table === "published" && quantity !== undefined) this.published.push(quantity);
    const { topic } = this;
    const isSame = typeof topic === "object" && topic.table === phrase.table;
    const isAbout = phrase.noun || isSame;
    if (!isAbout || (phrase.table === "litigation" && !this.isOnInformation())) return undefined;
    const rows = phrase.rows ?? this.defaultRows(phrase, isSame ? topic.rows : undefined);
    const sumsOver = (columns: Phrase["columns"]) =>
      (rows ?? [])
        .map((ids) => cellsWhere(this.speaker.form, phrase.table ?? "", ids, columns))
        .filter(({ length }) => length > 0);
    const own = sumsOver(phrase.columns);
    const columns = own.length > 0 || !isSame ? phrase.columns : topic.columns;
    const sums = own.length > 0 ? own : sumsOver(columns);
    this.topic = { table: phrase.table, rows: phrase.rows ?? (isSame ? topic.rows : undefined), columns };
    // What is counted in 条 are pieces of information about decisions and cases, not the decisions and cases.
    const isPieces = quantity?.unit === "条" && phrase.table !== "requests" && columns === undefined;
    if (sums.length === 0 || isPieces) return undefined;
    const certain = phrase.certain || (phrase.negated && phrase.table === "requests");
    return { from, to, quantity, value: quantity?.value ?? 0, sums, certain };
  }

  private isBesideUnread(from: number): boolean {
    return this.unread !== undefined && /^[\s、和及与]*$/u.test(this.text.slice(this.unread, from));
  }

  /** The words before a figure; where they do not name a line alone, together with those behind it. */
  private phraseOf(before: string, after: string): Phrase | undefined {
    const ahead = this.phraseIn(before);
    const isWhole = ahead?.noun === true && (ahead.rows !== undefined || ahead.columns !== undefined);
    if (isWhole || after === "") return ahead;
    return this.phraseIn(`${before}${after}`);
  }

  private phraseIn(words: string): Phrase | undefined {
    const { year, agency, isArea } = this.speaker;
    const anonymous = agency === undefined ? words : withoutName(words, agency, isArea);
    const plain = year === undefined ? anonymous : relativeYears(anonymous, year);
    return plain.length > 80 ? undefined : this.readPhrase(plain);
  }

  private defaultRows(phrase: Phrase, before: Phrase["rows"]): Phrase["rows"] {
    if (phrase.columns === undefined) return phrase.negated ? [["received"]] : undefined;
    return before ?? vocabulary.defaultRows[phrase.table ?? ""];
  }

  private isOnInformation(): boolean {
    return vocabulary.subjectMatter.some((word) => this.text.includes(word));
  }

  /** Whether words turn to another time than the report year, or back to it; undefined where they name none. */
  private leavesYear(words: string): boolean | undefined {
    const marks = words.matchAll(/(20\d\d)\s*年|去年|上年|上一年|同期|往年|历年|明年|次年|下一步|计划/gu);
    const last = Array.from(marks).at(-1);
    return last === undefined ? undefined : Number(last[1]) !== this.speaker.year;
  }
}
