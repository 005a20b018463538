import type { Draft } from "../draft/draft.ts";
import type { CellId } from "../form/index.ts";
import type { Span } from "../read/outline.ts";
import type { Allowance } from "./allowances.ts";

export type Severity = "error" | "warning" | "info" | "hint";

/**
 * How sure a finding is: a definite error, something that a person has to decide, or a matter of style. A single
 * finding may weigh more or less than its rule; its severity says so.
 */
type Certainty = "definite" | "suspicious" | "style";

/** As lists and pages call them. */
export const CERTAINTY_NAMES: Readonly<Record<Certainty, string>> = {
  definite: "确定的错误",
  suspicious: "需要核对",
  style: "写法",
};

/** One kind of defect. A rule is a pure function of the draft and says nothing about what another rule reports. */
export interface Rule {
  /** Kebab-case, equal to the file name, and names the defect: "allow sum-mismatch" must read. Never reused. */
  readonly id: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** One line in Chinese, shown in lists. */
  readonly title: string;
  /** Why it matters, Chinese Markdown, shown by `explain`. The bundled server has neither this nor the source. */
  readonly why: string;
  /** Article, notice or standard the rule rests on; practice is named as such. */
  readonly source: string;
  /**
   * Set where what it finds is not wrong but not there yet: while drafting, that is told once for the part it belongs
   * to, or for the whole report.
   */
  readonly incomplete?: "part" | "report";
  check?(draft: Draft): Iterable<Problem>;
  /** Judges the allowances once everything else is known: which there are, which were of use, which rules exist. */
  audit?(allowances: readonly Allowance[], used: ReadonlySet<Allowance>, known: ReadonlySet<string>): Iterable<Problem>;
  /** Tells in few words, while drafting, what is not there yet. */
  summarise?(draft: Draft, pending: readonly Pending[]): Iterable<Problem>;
}

/** A place where a rule is broken. */
export interface Problem {
  /** Something the user wrote: a cell, a heading, the title. What goes on over several lines is shown on the first. */
  readonly at: Span;
  /** Chinese, without a full stop; names table, row and column by their official labels. */
  readonly message: string;
  /** Where this one weighs more or less than its rule. */
  readonly severity?: Severity;
  /** The cells the problem is about (the total, not its addends). */
  readonly cells?: readonly CellId[];
  /** The one value that is due, and the one that stands there. */
  readonly expected?: string;
  readonly actual?: string;
  readonly related?: readonly Related[];
  /** Best first. */
  readonly fixes?: readonly Fix[];
}

export interface Related {
  readonly at: Span;
  readonly message: string;
  readonly cell?: CellId;
}

export interface Fix {
  /** Chinese, short, says what will stand there afterwards. */
  readonly title: string;
  /** True only where no reported figure changes and nothing the clerk wrote is lost. */
  readonly safe: boolean;
  readonly edits: readonly Edit[];
}

export interface Edit {
  /** May be empty for an insertion. */
  readonly at: Span;
  readonly text: string;
}

/** A problem with the rule it breaks. */
export interface Finding extends Problem {
  readonly rule: string;
  readonly severity: Severity;
}

/** A finding of something that is not there yet. */
export interface Pending extends Finding {
  readonly scope: NonNullable<Rule["incomplete"]>;
}
