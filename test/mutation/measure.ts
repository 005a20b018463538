import { type Analysis, analyze, defaultSettings } from "../../server/analysis.ts";
import type { Span } from "../../server/read/outline.ts";
import { rules } from "../../server/rules/index.ts";
import type { Finding, Fix } from "../../server/rules/rule.ts";
import { applyEdits } from "../support/fixture.ts";
import { randomFrom } from "../support/reports.ts";
import type { Mutation, Operator } from "./operator.ts";
import { countRepairs, figuresAfter, isNoticeable } from "./relations.ts";
import { type Subject, subjectOf } from "./subject.ts";

/** What became of one slip. */
export interface Outcome {
  readonly seed: number;
  /** `excluded`: the slip leaves every relation of the form true, so that nothing betrays it. */
  readonly state: "measured" | "excluded";
  readonly detected: boolean;
  readonly located: boolean;
  /** Whether the text tells what stood there before, and whether the first fix puts it back. */
  readonly restorable: boolean;
  readonly restored: boolean;
  /** New errors and warnings. */
  readonly count: number;
  readonly mutation: Mutation;
}

/** Whether a rule that should see the slip is there yet. */
export function isAwaited({ rules: expected }: Operator): boolean {
  return !expected.some((id) => rules.some((rule) => rule.id === id));
}

/** Makes a slip in reports from a seed on, until so many have been measured or `tries` reports have been looked at. */
export function measure(operator: Operator, first: number, wanted: number, tries: number): readonly Outcome[] {
  const outcomes: Outcome[] = [];
  for (let seed = first; seed < first + tries; seed += 1) {
    if (outcomes.filter(({ state }) => state === "measured").length >= wanted) break;
    const outcome = outcomeOf(operator, seed);
    if (outcome !== undefined) outcomes.push(outcome);
  }
  return outcomes;
}

function outcomeOf(operator: Operator, seed: number): Outcome | undefined {
  const subject = subjectOf(seed);
  const mutation = operator.apply(subject, randomFrom(seed * 31 + hash(operator.name)));
  if (mutation === undefined) return undefined;
  const { form, cells } = subject.report;
  const figures = mutation.cells === undefined ? undefined : figuresAfter(form, cells, mutation.cells);
  const betrayed = operator.rules.some((id) =>
    ["unauthorised-regulation", "implausible-fee", "annotated-cell"].includes(id),
  );
  const nothing = { seed, detected: false, located: false, restorable: false, restored: false, count: 0, mutation };
  if (figures !== undefined && !betrayed && !isNoticeable(form, figures)) return { ...nothing, state: "excluded" };
  const analysis = analyze(mutation.text, defaultSettings);
  const found = newFindings(analysis, subject);
  const told = found.filter(({ rule }) => operator.rules.includes(rule));
  const unique = figures === undefined || countRepairs(form, figures) === 1;
  const here = told.filter((finding) => isHere(finding, mutation, analysis, unique));
  const fix = here.flatMap(({ fixes = [] }) => fixes.slice(0, 1))[0];
  const restorable = operator.restores === "always" || (operator.restores === "unique" && unique);
  return {
    ...nothing,
    state: "measured",
    detected: told.length > 0,
    located: here.length > 0,
    restorable,
    restored: fix !== undefined && isSame(applyEdits(mutation.text, fix.edits), subject.text),
    count: found.filter(({ severity }) => severity === "error" || severity === "warning").length,
  };
}

/** Findings the report did not have before; none of them may be told by its place, which moves. */
function newFindings(analysis: Analysis, subject: Subject): readonly Finding[] {
  if (analysis.status !== "checked") return [];
  const before = subject.findings.map(({ rule, message }) => `${rule} ${message}`);
  return analysis.findings.filter(({ rule, message }) => !before.includes(`${rule} ${message}`));
}

/**
 * Whether a finding points at the slip: it or one of its related places stands on what was changed. One about figures
 * has to name the cell, stand on it or rewrite it with its first fix; where several repairs are possible it may as well
 * stand in the cell's row, name a place in it, or offer the cell in any of its fixes.
 */
function isHere(finding: Finding, { places, cells }: Mutation, analysis: Analysis, unique: boolean): boolean {
  if (cells === undefined) return [finding, ...(finding.related ?? [])].some(({ at }) => touches(at, places));
  if (analysis.status !== "checked") return false;
  const own = [...analysis.draft.cells.values()].filter(({ id }) => cells.has(id));
  const boxes = own.map(({ box }) => box.inner);
  const [first, ...others] = finding.fixes ?? [];
  const rewrites = (fix: Fix | undefined) => fix?.edits.some(({ at }) => touches(at, boxes)) === true;
  if (finding.cells?.some((id) => cells.has(id)) || touches(finding.at, [...boxes, ...places]) || rewrites(first))
    return true;
  if (unique) return false;
  const rows = own.map(({ row }) => row.row.span);
  const all = [finding, ...(finding.related ?? [])];
  return all.some(({ at }) => touches(at, rows)) || others.some(rewrites);
}

/** The same text, blanks and blank lines aside: a compact table is mended with a blank on each side of the figure. */
function isSame(text: string, other: string): boolean {
  const bare = (one: string) => one.replaceAll(/[ \t]/gu, "").replaceAll(/\n+/gu, "\n");
  return bare(text) === bare(other);
}

function touches(at: Span, places: readonly Span[]): boolean {
  return places.some(({ start, end }) => at.start < end && start < at.end);
}

/** A number for a name, so that operators make their slips at other places. */
function hash(name: string): number {
  return [...name].reduce((sum, one) => (sum * 33 + (one.codePointAt(0) ?? 0)) % 1_000_003, 7);
}
