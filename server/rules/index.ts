import type { Draft } from "../draft/draft.ts";
import { linesOf } from "../read/lines.ts";
import { type Allowed, applyAllowances, readAllowances } from "./allowances.ts";
import annotatedCell from "./annotated-cell.ts";
import balanceMismatch from "./balance-mismatch.ts";
import blankCell from "./blank-cell.ts";
import duplicateRow from "./duplicate-row.ts";
import duplicateSection from "./duplicate-section.ts";
import emptySection from "./empty-section.ts";
import extractionDebris from "./extraction-debris.ts";
import halfWidthPunctuation from "./half-width-punctuation.ts";
import implausibleFee from "./implausible-fee.ts";
import itemNumbering from "./item-numbering.ts";
import lateDate from "./late-date.ts";
import leftoverInstruction from "./leftover-instruction.ts";
import malformedDocumentNumber from "./malformed-document-number.ts";
import malformedTitle from "./malformed-title.ts";
import mislabelledColumn from "./mislabelled-column.ts";
import mislabelledRow from "./mislabelled-row.ts";
import mislabelledSection from "./mislabelled-section.ts";
import misnumberedHeading from "./misnumbered-heading.ts";
import misplacedRow from "./misplaced-row.ts";
import misplacedSection from "./misplaced-section.ts";
import misreadDecisions from "./misread-decisions.ts";
import missingAspect from "./missing-aspect.ts";
import missingColumn from "./missing-column.ts";
import missingFeeStatement from "./missing-fee-statement.ts";
import missingPeriod from "./missing-period.ts";
import missingResults from "./missing-results.ts";
import missingRow from "./missing-row.ts";
import missingSection from "./missing-section.ts";
import missingTable from "./missing-table.ts";
import missingTitle from "./missing-title.ts";
import nestedTitleMarks from "./nested-title-marks.ts";
import notACount from "./not-a-count.ts";
import outdatedForm from "./outdated-form.ts";
import prosePartsMismatch from "./prose-parts-mismatch.ts";
import proseTableMismatch from "./prose-table-mismatch.ts";
import type { Finding, Pending, Problem, Rule, Severity } from "./rule.ts";
import shiftedRow from "./shifted-row.ts";
import stockShortfall from "./stock-shortfall.ts";
import sumMismatch from "./sum-mismatch.ts";
import unauthorisedRegulation from "./unauthorised-regulation.ts";
import unfinishedPart from "./unfinished-part.ts";
import unknownLevel from "./unknown-level.ts";
import unknownRow from "./unknown-row.ts";
import unpairedMark from "./unpaired-mark.ts";
import unusedAllowance from "./unused-allowance.ts";
import wrongBasis from "./wrong-basis.ts";
import wrongTerm from "./wrong-term.ts";
import wrongYear from "./wrong-year.ts";

/** Every rule, alphabetically. */
export const rules: readonly Rule[] = [
  annotatedCell,
  balanceMismatch,
  blankCell,
  duplicateRow,
  duplicateSection,
  emptySection,
  extractionDebris,
  halfWidthPunctuation,
  implausibleFee,
  itemNumbering,
  lateDate,
  leftoverInstruction,
  malformedDocumentNumber,
  malformedTitle,
  mislabelledColumn,
  mislabelledRow,
  mislabelledSection,
  misnumberedHeading,
  misplacedRow,
  misplacedSection,
  misreadDecisions,
  missingAspect,
  missingColumn,
  missingFeeStatement,
  missingPeriod,
  missingResults,
  missingRow,
  missingSection,
  missingTable,
  missingTitle,
  nestedTitleMarks,
  notACount,
  outdatedForm,
  prosePartsMismatch,
  proseTableMismatch,
  shiftedRow,
  stockShortfall,
  sumMismatch,
  unauthorisedRegulation,
  unfinishedPart,
  unknownLevel,
  unknownRow,
  unpairedMark,
  unusedAllowance,
  wrongBasis,
  wrongTerm,
  wrongYear,
];

const byId: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** The rule with an id. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}

/** Severities that replace those of the rules; `off` silences a rule. */
export type Severities = Readonly<Record<string, Severity | "off">>;

/** What came of all rules. */
export interface Checked {
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** Those the document allows with a reason. */
  readonly allowed: readonly Allowed[];
  /** What is not there yet: among the findings as well, but for a draft, whose findings only sum it up. */
  readonly pending: readonly Pending[];
  /** Rules the settings switch off. */
  readonly off: readonly Rule[];
}

/** Runs every rule over a draft. */
export function check(draft: Draft, severities: Severities): Checked {
  const found = rules.flatMap((rule) => findingsOf(rule, rule.check?.(draft) ?? [], severities));
  const allowances = readAllowances(draft);
  const { standing, allowed, used } = applyAllowances(found, allowances, draft.text, linesOf(draft.text));
  const known = new Set(byId.keys());
  const audited = rules.flatMap((rule) => findingsOf(rule, rule.audit?.(allowances, used, known) ?? [], severities));
  const pending = standing.toSorted(inOrder).flatMap((finding): readonly Pending[] => {
    const scope = ruleOf(finding.rule)?.incomplete;
    return scope === undefined ? [] : [{ ...finding, scope }];
  });
  const shown = draft.stage === "final" ? standing : summarised(draft, standing, pending, severities);
  const off = rules.filter(({ id }) => severities[id] === "off");
  return { findings: [...shown, ...audited].toSorted(inOrder), allowed, pending, off };
}

/** What is wrong already, and in few words what is not there yet. */
function summarised(
  draft: Draft,
  standing: readonly Finding[],
  pending: readonly Pending[],
  severities: Severities,
): readonly Finding[] {
  const summary = rules.flatMap((rule) => findingsOf(rule, rule.summarise?.(draft, pending) ?? [], severities));
  return [...standing.filter(({ rule }) => ruleOf(rule)?.incomplete === undefined), ...summary];
}

/** In the order of the text; of several at one place, those that say what is due come first. */
function inOrder(a: Finding, b: Finding): number {
  const vague = (finding: Finding) => (finding.expected === undefined ? 1 : 0);
  return a.at.start - b.at.start || a.at.end - b.at.end || vague(a) - vague(b);
}

function findingsOf(rule: Rule, problems: Iterable<Problem>, severities: Severities): readonly Finding[] {
  const told = severities[rule.id];
  if (told === "off") return [];
  const findings: Finding[] = [];
  for (const problem of problems)
    findings.push({ ...problem, rule: rule.id, severity: told ?? problem.severity ?? rule.severity });
  return findings;
}
