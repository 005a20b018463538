import { type Analysis, analyze, defaultSettings, type Settings } from "../analysis.ts";
import { splice, textOf } from "../features/composed-edits.ts";
import { safeFixes } from "../features/safe-fixes.ts";
import { uncheckedIn } from "../features/unchecked.ts";
import { type Lines, linesOf } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";
import type { Allowed } from "../rules/allowances.ts";
import type { Finding } from "../rules/rule.ts";

/** What a check finds out about a report. */
interface Checked {
  readonly status: "checked";
  /** Id of the form it was read by. */
  readonly form: string;
  readonly agency: string | null;
  readonly year: number | null;
  readonly findings: readonly Finding[];
  readonly allowed: readonly Allowed[];
  /** `section` is null for what concerns the whole report. */
  readonly unchecked: readonly { readonly section: string | null; readonly reason: string; readonly at: Span }[];
}

/** What comes of a text, wherever it stands: plain data, the same for the same text and settings. */
export type Verdict =
  | Checked
  | { readonly status: "not-a-report" }
  | { readonly status: "too-complex"; readonly reason: string };

/** What became of one file. */
export type FileResult =
  | ({
      readonly path: string;
      /** What the places of the findings are in. */
      readonly text: string;
      readonly lines: Lines;
      /** How many findings were fixed. */
      readonly fixed: number;
    } & Checked)
  | { readonly path: string; readonly status: "not-a-report" }
  | { readonly path: string; readonly status: "too-complex" | "unreadable"; readonly reason: string };

/** A checked text, and the text as it stands after the safe fixes: the same one where there were none. */
export interface CheckedText {
  readonly result: FileResult;
  readonly text: string;
}

const MARK = "\uFEFF";

/**
 * Checks a text, or takes what is known to come of it. Places count without the byte order mark, as in editors; the
 * fixed text has it again.
 */
export function checkText(path: string, source: string, settings = defaultSettings, known?: Verdict): FileResult {
  const text = bare(source);
  return resultOf(path, text, known ?? verdictOn(analyze(text, settings)), 0);
}

/** Applies the safe fixes to a text and checks what comes of it. */
export function fixText(path: string, source: string, settings: Settings = defaultSettings): CheckedText {
  const before = analyze(bare(source), settings);
  const { edits, settled } = safeFixes(before, settings);
  if (edits.length === 0) return { result: resultOf(path, before.text, verdictOn(before), 0), text: source };
  const fixed = textOf(splice([{ start: 0, end: before.text.length }], edits), before.text);
  return {
    result: resultOf(path, fixed, verdictOn(analyze(fixed, settings)), settled),
    text: source.startsWith(MARK) ? MARK + fixed : fixed,
  };
}

function bare(source: string): string {
  return source.startsWith(MARK) ? source.slice(1) : source;
}

function resultOf(path: string, text: string, verdict: Verdict, fixed: number): FileResult {
  return verdict.status === "checked" ? { path, ...verdict, text, lines: linesOf(text), fixed } : { path, ...verdict };
}

function verdictOn(analysis: Analysis): Verdict {
  if (analysis.status === "not-a-report") return { status: "not-a-report" };
  if (analysis.status === "too-complex") return { status: "too-complex", reason: analysis.reason };
  const { draft, findings, allowed, off } = analysis;
  const unchecked = uncheckedIn(draft, off).map(({ section, ...rest }) => ({ section: section?.id ?? null, ...rest }));
  const { form, agency = null, year = null } = draft;
  return { status: "checked", form: form.id, agency, year, findings, allowed, unchecked };
}
