import { type Analysis, analyze, defaultSettings, type Settings } from "../analysis.ts";
import { splice, textOf } from "../features/composed-edits.ts";
import { safeFixes } from "../features/safe-fixes.ts";
import { type Unchecked, uncheckedIn } from "../features/unchecked.ts";

/** What became of one file. */
export type FileResult =
  | {
      readonly path: string;
      readonly status: "checked";
      readonly analysis: Extract<Analysis, { status: "checked" }>;
      readonly unchecked: readonly Unchecked[];
      /** How many findings were fixed. */
      readonly fixed: number;
    }
  | { readonly path: string; readonly status: "not-a-report" }
  | { readonly path: string; readonly status: "too-complex" | "unreadable"; readonly reason: string };

/** A checked text, and the text as it stands after the safe fixes: the same one where there were none. */
export interface CheckedText {
  readonly result: FileResult;
  readonly text: string;
}

const MARK = "\uFEFF";

/** Checks a text. Places count without the byte order mark, as in editors; the fixed text has it again. */
export function checkText(path: string, source: string, settings: Settings = defaultSettings): FileResult {
  return resultOf(path, analyze(bare(source), settings), 0);
}

/** Applies the safe fixes to a text and checks what comes of it. */
export function fixText(path: string, source: string, settings: Settings = defaultSettings): CheckedText {
  const before = analyze(bare(source), settings);
  const { edits, settled } = safeFixes(before, settings);
  if (edits.length === 0) return { result: resultOf(path, before, 0), text: source };
  const fixed = textOf(splice([{ start: 0, end: before.text.length }], edits), before.text);
  const after = analyze(fixed, settings);
  return { result: resultOf(path, after, settled), text: source.startsWith(MARK) ? MARK + fixed : fixed };
}

function bare(source: string): string {
  return source.startsWith(MARK) ? source.slice(1) : source;
}

function resultOf(path: string, analysis: Analysis, fixed: number): FileResult {
  if (analysis.status === "checked") {
    return { path, status: "checked", analysis, unchecked: uncheckedIn(analysis.draft, analysis.off), fixed };
  }
  if (analysis.status === "too-complex") return { path, status: "too-complex", reason: analysis.reason };
  return { path, status: "not-a-report" };
}
