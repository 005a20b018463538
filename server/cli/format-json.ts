import { lineRange } from "../features/line-range.ts";
import { type Lines, type Range, rangeOf } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";
import type { Allowed } from "../rules/allowances.ts";
import type { Edit, Finding, Fix, Related } from "../rules/rule.ts";
import type { FileResult } from "./check-text.ts";
import type { Reporter } from "./format-text.ts";
import type { Tally } from "./tally.ts";

/** One object, `nianbao/check/1`, for programs; lines and characters as in LSP. */
export function jsonReporter(): Reporter {
  const files: object[] = [];
  return {
    add: (result) => {
      // Kept as plain data, so that a folder of reports does not keep every analysis alive.
      files.push(fileJson(result));
      return "";
    },
    end: (tally) =>
      `${JSON.stringify({ schema: "nianbao/check/1", files, summary: summaryJson(tally) }, undefined, 2)}\n`,
  };
}

function summaryJson({ files, findings }: Tally): object {
  const { error, warning, info, hint } = findings;
  return { files, errors: error, warnings: warning, infos: info, hints: hint };
}

function fileJson(result: FileResult): object {
  const { path, status } = result;
  if (status === "not-a-report") return { path, status, findings: [], allowed: [], unchecked: [] };
  if (status !== "checked") return { path, status, reason: result.reason, findings: [], allowed: [], unchecked: [] };
  const { form, agency, year, findings, allowed, unchecked, fixed, lines } = result;
  return {
    path,
    status,
    form,
    agency,
    year,
    ...(fixed > 0 && { fixed }),
    findings: findings.map((finding) => findingJson(finding, lines)),
    allowed: allowed.map((one) => allowedJson(one, lines)),
    unchecked: unchecked.map(({ at, ...one }) => ({ ...one, range: lineRange(result, at) })),
  };
}

function findingJson(finding: Finding, lines: Lines): object {
  const { rule, severity, message, at, cells = [], expected, actual, related = [], fixes = [] } = finding;
  return {
    rule,
    severity,
    message,
    range: rangeJson(lines, at),
    cells,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    related: related.map((one) => relatedJson(one, lines)),
    fixes: fixes.map((fix) => fixJson(fix, lines)),
  };
}

function relatedJson({ at, message, cell }: Related, lines: Lines): object {
  return { range: rangeJson(lines, at), message, ...(cell !== undefined && { cell }) };
}

function fixJson({ title, safe, edits }: Fix, lines: Lines): object {
  return { title, safe, edits: edits.map((edit) => editJson(edit, lines)) };
}

function editJson({ at, text }: Edit, lines: Lines): object {
  return { range: rangeJson(lines, at), newText: text };
}

function allowedJson({ rule, reason, at }: Allowed, lines: Lines): object {
  return { rule, reason, range: rangeJson(lines, at) };
}

function rangeJson(lines: Lines, span: Span): Range {
  return rangeOf(lines, span);
}
