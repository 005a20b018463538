import { l10n } from "vscode";

/** How many findings there are of each severity, as the server counts them, and what no finding tells. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  /** Cells to be filled in, and passages to be written. */
  readonly unfilled: number;
  readonly unchecked: number;
}

/** No findings at all. */
export const noFindings: Counts = { errors: 0, warnings: 0, infos: 0, hints: 0, unfilled: 0, unchecked: 0 };

/** Adds up the findings of two texts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    hints: a.hints + b.hints,
    unfilled: a.unfilled + b.unfilled,
    unchecked: a.unchecked + b.unchecked,
  };
}

/** Whether Problems lists any of them: hints stand in the text alone. */
export function hasProblems({ errors, warnings, infos }: Counts): boolean {
  return errors + warnings + infos > 0;
}

/** The counts in words, severities without a finding left out. No problem is said to be none only where all was checked. */
export function describeCounts(counts: Counts): string {
  const { unchecked } = counts;
  const found = severities(counts);
  if (unchecked === 0) return found.length === 0 ? l10n.t("no problems") : inOneLine(found);
  return inOneLine([
    ...(found.length === 0 ? [l10n.t("no problems found")] : found),
    l10n.t("{0} unchecked", unchecked),
  ]);
}

/** The same of a report that is still being drafted: what is to be done comes first. */
export function describeDraft(counts: Counts): string {
  // What is not there yet is counted already: as hints it would be counted twice.
  const found = severities({ ...counts, infos: 0, hints: 0 });
  return l10n.t("Draft: {0}", inOneLine([l10n.t("{0} to fill in", counts.unfilled), ...found]));
}

function severities({ errors, warnings, infos, hints }: Counts): readonly string[] {
  return [
    errors > 0 ? l10n.t("{0} errors", errors) : "",
    warnings > 0 ? l10n.t("{0} warnings", warnings) : "",
    infos + hints > 0 ? l10n.t("{0} hints", infos + hints) : "",
  ].filter((part) => part !== "");
}

function inOneLine(parts: readonly string[]): string {
  return parts.join(l10n.t(", "));
}
