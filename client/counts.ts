import { l10n } from "vscode";

/** How many findings there are of each severity, as the server counts them. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** No findings at all. */
export const noFindings: Counts = { errors: 0, warnings: 0, infos: 0, hints: 0 };

/** Adds up the findings of two texts. */
export function addCounts(a: Counts, b: Counts): Counts {
  return {
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    hints: a.hints + b.hints,
  };
}

/** Whether Problems lists any of them: hints stand in the text alone. */
export function hasProblems({ errors, warnings, infos }: Counts): boolean {
  return errors + warnings + infos > 0;
}

/** The counts in words, severities without a finding left out. */
export function describeCounts({ errors, warnings, infos, hints }: Counts): string {
  const parts = [
    errors > 0 ? l10n.t("{0} errors", errors) : "",
    warnings > 0 ? l10n.t("{0} warnings", warnings) : "",
    infos + hints > 0 ? l10n.t("{0} hints", infos + hints) : "",
  ].filter((part) => part !== "");
  return parts.length === 0 ? l10n.t("no problems") : parts.join(l10n.t(", "));
}
