/**
 * What the official form is made of. A form is data: labels, presentation tree and calculation relations, in the
 * manner of an XBRL taxonomy. The forms themselves stand in the files named for their year.
 */
export interface Form {
  /** The year the form took effect, e.g. `"2021"`. */
  readonly id: string;
  readonly notice: Notice;
  /** Report years the form is in force for; `to` is absent while it still is. */
  readonly years: { readonly from: number; readonly to?: number };
  /** Title of every report after the year: 〈agency〉〈YYYY〉年 + this. */
  readonly title: string;
  readonly sections: readonly Section[];
}

/** The notice that published a form. */
interface Notice {
  /** Full title without the outer 《》. */
  readonly title: string;
  /** Name of the annexed format as the notice's title quotes it, without 〈〉; absent where the title quotes none. */
  readonly format?: string;
  /** Document number, e.g. `国办公开办函〔2021〕30号`. */
  readonly number: string;
}

/** One of the numbered sections: prose the agency writes, or a table it fills in. */
export interface Section {
  readonly id: string;
  /** Chinese numeral of the section; the heading is `${number}、${title}`. */
  readonly number: string;
  readonly title: string;
  /** Other wordings seen in published reports. */
  readonly aliases?: readonly string[];
  readonly note: Note;
  /** The aspects the notice wants covered under this section, in order. */
  readonly aspects?: readonly Aspect[];
  readonly table?: Table;
  /** What the section must state in prose. */
  readonly statements?: readonly Statement[];
}

/** A sub-heading （一）… of a prose section. */
export interface Aspect {
  readonly id: string;
  readonly number: string;
  /** E.g. `主动公开情况`; the heading is `（${number}）${title}`. */
  readonly title: string;
  readonly aliases?: readonly string[];
  readonly note: Note;
  /**
   * What the text under the aspect has to mention if the agency is a government (条例 Article 50 (四)): each entry is
   * one duty, met by any of its words.
   */
  readonly governmentDuties?: readonly { readonly name: string; readonly words: readonly string[] }[];
}

/** A sentence the section owes. */
interface Statement {
  readonly id: string;
  /** What is owed, for messages. */
  readonly name: string;
  /** Any of these words meets it. */
  readonly words: readonly string[];
  /** The plain negative statement, offered for the agency to confirm. */
  readonly sentence: string;
  readonly note: Note;
}

export interface Table {
  readonly id: string;
  /** How people call it: `表二`. */
  readonly name: string;
  readonly blocks: readonly Block[];
}

/** A part of a table with its own column heads. Tables 三 and 四 have one, table 二 has one per item of Article 20. */
export interface Block {
  /** Row that spans the whole table above the heads, e.g. `第二十条第（一）项`. */
  readonly title?: string;
  readonly titleAliases?: readonly string[];
  /** Text of the head cell over the row labels. */
  readonly corner?: string;
  readonly columns: readonly Line[];
  /** A block whose columns alone name the cells has one row, with the id `""`. */
  readonly rows: readonly Line[];
  readonly formulas: readonly Formula[];
}

/** A row or a column: one that holds cells, or a heading over others. */
export type Line = Leaf | Group;

export interface Leaf {
  /** Part of the cell id; in a block whose only row is unnamed, a column's id has both parts: `review.upheld`. */
  readonly id: string;
  readonly label: string;
  /** Other wordings seen in published reports. */
  readonly aliases?: readonly string[];
  readonly note?: Note;
  /** What the cells hold; a column's kind goes before its row's. Counts where absent. */
  readonly kind?: Kind;
  /** Unit of the cells, e.g. `件`, `万元`. */
  readonly unit?: string;
  /** True on rows only some levels of government may fill (规章). */
  readonly rulemaking?: true;
}

/** `count`: whole number ≥ 0. `money`: decimal ≥ 0 in 万元. `change`: signed whole number. */
export type Kind = "count" | "money" | "change";

export interface Group {
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly note?: Note;
  readonly lines: readonly Line[];
}

/**
 * A relation between lines, holding down every column (`of: "rows"`) or across every row (`of: "columns"`).
 * `sum`: the `left` cells add up to the one cell on the right. `balance`: both sides add up to the same.
 * `stock`: the left side is at most the right side.
 */
export interface Formula {
  readonly kind: "sum" | "balance" | "stock";
  readonly of: "rows" | "columns";
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Meaning of a line in our own words, the article that governs it, and practice where no source orders it. */
export interface Note {
  readonly text: string;
  /** Article or notice, e.g. `《条例》第三十七条`. */
  readonly basis?: string;
  /** Guidance from practice, shown as such and never as law. */
  readonly guidance?: string;
}

/** Keeps the literal types of a form, so that a cell id with a typo does not compile. */
export function defineForm<const T extends Form>(form: T): T {
  return form;
}
