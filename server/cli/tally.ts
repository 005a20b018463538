import type { Severity } from "../rules/rule.ts";
import type { FileResult } from "./check-text.ts";
import { SEVERITIES } from "./severity.ts";

/** What a whole run came to. */
export interface Tally {
  readonly files: number;
  readonly checked: number;
  readonly notReports: number;
  /** Files that could not be read or checked. */
  readonly failed: number;
  /** Files whose fixes could not be saved. */
  readonly unsaved: number;
  readonly findings: Readonly<Record<Severity, number>>;
  /** Findings that a safe fix would settle, those one did settle, and those that are allowed. */
  readonly fixable: number;
  readonly fixed: number;
  readonly allowed: number;
  /** Why something was not checked, the first file it holds for, and in how many. */
  readonly unchecked: ReadonlyMap<string, { readonly first: string; readonly files: number }>;
}

/** Before the first file. */
export const nothing: Tally = {
  files: 0,
  checked: 0,
  notReports: 0,
  failed: 0,
  unsaved: 0,
  findings: { error: 0, warning: 0, info: 0, hint: 0 },
  fixable: 0,
  fixed: 0,
  allowed: 0,
  unchecked: new Map(),
};

/** The tally with one more file. */
export function count(tally: Tally, result: FileResult): Tally {
  const files = tally.files + 1;
  if (result.status === "not-a-report") return { ...tally, files, notReports: tally.notReports + 1 };
  if (result.status !== "checked") return { ...tally, files, failed: tally.failed + 1 };
  const { findings, allowed } = result;
  const of = (severity: Severity) =>
    tally.findings[severity] + findings.filter((finding) => finding.severity === severity).length;
  return {
    ...tally,
    files,
    checked: tally.checked + 1,
    findings: { error: of("error"), warning: of("warning"), info: of("info"), hint: of("hint") },
    fixable: tally.fixable + findings.filter(({ fixes = [] }) => fixes.some(({ safe }) => safe)).length,
    fixed: tally.fixed + result.fixed,
    allowed: tally.allowed + allowed.length,
    unchecked: noted(tally.unchecked, result.path, result.unchecked),
  };
}

function noted(
  before: Tally["unchecked"],
  path: string,
  unchecked: readonly { readonly reason: string }[],
): Tally["unchecked"] {
  const notes = new Map(before);
  for (const reason of new Set(unchecked.map((one) => one.reason))) {
    const { first, files } = before.get(reason) ?? { first: path, files: 0 };
    notes.set(reason, { first, files: files + 1 });
  }
  return notes;
}

/** How many findings are at least as severe as the given one. */
export function atLeast({ findings }: Tally, severity: Severity): number {
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1);
  return counted.reduce((sum, one) => sum + findings[one], 0);
}
