import type { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import { lineRange } from "./line-range.ts";
import { rulePage } from "./rule-page.ts";

const SOURCE = "nianbao";

// Of the LSP library only types are used here: its values would be bundled a second time beside the server's own.
const severities = { error: 1, warning: 2, info: 3, hint: 4 } as const satisfies Record<Severity, DiagnosticSeverity>;

/** What an editor shows of an analysis; `uri` is the document's, for the places a finding refers to. */
export function diagnostics(analysis: Analysis, uri: string): Diagnostic[] {
  if (analysis.status === "not-a-report") return [];
  if (analysis.status === "too-complex") return [notChecked(analysis.text, analysis.reason)];
  return analysis.findings.map((finding) => diagnosticOf(analysis, finding, uri));
}

/** The diagnostic of one finding. */
export function diagnosticOf(analysis: Analysis, finding: Finding, uri: string): Diagnostic {
  const { at, severity, rule, message, related = [] } = finding;
  const places = related.map(
    (other): DiagnosticRelatedInformation => ({
      location: { uri, range: lineRange(analysis, other.at) },
      message: other.message,
    }),
  );
  return {
    range: lineRange(analysis, at),
    severity: severities[severity],
    code: rule,
    codeDescription: { href: rulePage(rule) },
    source: SOURCE,
    message,
    ...(places.length > 0 ? { relatedInformation: places } : {}),
  };
}

/** How many diagnostics there are of each severity. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** Counts diagnostics by severity. */
export function countsOf(found: readonly Diagnostic[]): Counts {
  const count = (severity: Severity) => found.filter((one) => one.severity === severities[severity]).length;
  return { errors: count("error"), warnings: count("warning"), infos: count("info"), hints: count("hint") };
}

/** A report that was not read says so on its first line, lest silence be taken for a clean bill. */
function notChecked(text: string, reason: string): Diagnostic {
  const length = text.search(/[\r\n]/u);
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: length < 0 ? text.length : length } },
    severity: severities.warning,
    code: "too-complex",
    source: SOURCE,
    message: reason,
  };
}
