import { analyze, defaultSettings } from "../../server/analysis.ts";
import type { Cell, Draft } from "../../server/draft/draft.ts";
import type { Finding } from "../../server/rules/rule.ts";
import { type CleanReport, cleanReport } from "./clean.ts";

/** A clean report as it is read, for operators to choose a place in. */
export interface Subject {
  readonly report: CleanReport;
  readonly text: string;
  readonly draft: Draft;
  /** What is said of the report although nothing is wrong with it. */
  readonly findings: readonly Finding[];
}

const known = new Map<number, Subject>();

/** The clean report of a seed, read. */
export function subjectOf(seed: number): Subject {
  const before = known.get(seed);
  if (before !== undefined) return before;
  const report = cleanReport(seed);
  const analysis = analyze(report.text, defaultSettings);
  if (analysis.status !== "checked") throw new Error(`The report of seed ${seed} is not read: ${analysis.status}`);
  const subject = { report, text: report.text, draft: analysis.draft, findings: analysis.findings };
  known.set(seed, subject);
  return subject;
}

/** Whether the tables stand as pipes, one row to a line, as wide as the form. */
export function hasPipes({ report }: Subject): boolean {
  return ["canonical", "compact", "padded columns"].includes(report.layout);
}

/** The cells whose ids match, in reading order. */
export function cellsLike({ draft }: Subject, pattern: RegExp): readonly Cell[] {
  return [...draft.cells.values()].filter(({ id }) => pattern.test(id));
}
