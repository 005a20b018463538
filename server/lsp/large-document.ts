import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import { type LargeText, mentionsReport } from "../analysis.ts";
import { linesOf } from "../read/lines.ts";

/** A text that is too large to be read, kept as lines, so that a key costs no more than the line it is typed on. */
export interface LargeDocument extends LargeText {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  /** Behind the last ending there is none. */
  lines: string[];
  length: number;
  mentionsReport: boolean;
}

/** Splits a text that was opened. */
export function largeDocument(uri: string, languageId: string, version: number, text: string): LargeDocument {
  return { uri, languageId, version, ...kept(text) };
}

/** Applies changes one after the other, whatever their positions, as the library does to its own documents. */
export function updateLarge(
  large: LargeDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): void {
  for (const change of changes) {
    if ("range" in change) replace(large, change.range, change.text);
    else Object.assign(large, kept(change.text));
  }
  large.version = version;
}

function kept(text: string): Pick<LargeDocument, keyof LargeText> {
  return { lines: split(text), length: text.length, mentionsReport: mentionsReport(text) };
}

function split(text: string): string[] {
  const { starts } = linesOf(text);
  return starts.map((start, nth) => text.slice(start, starts[nth + 1])).filter((line) => line !== "");
}

/** Has the library change the lines of the range alone. */
function replace(large: LargeDocument, { start, end }: Range, text: string): void {
  const { lines } = large;
  const until = Math.max(start.line, end.line, 0) + 1;
  let from = Math.max(0, Math.min(start.line, end.line, lines.length));
  // The line before may go on: the last one has no ending, and a CR may get its LF.
  if (lines[from - 1]?.endsWith("\n") === false) from -= 1;
  const within = ({ line, character }: Position) => ({ line: line - from, character });
  const before = lines.slice(from, until).join("");
  const part = TextDocument.create("", "", 0, before);
  const after = TextDocument.update(part, [{ range: { start: within(start), end: within(end) }, text }], 0).getText();
  const added = split(after);
  // More than a function takes as arguments.
  if (added.length > 10_000) large.lines = lines.slice(0, from).concat(added, lines.slice(until));
  else lines.splice(from, until - from, ...added);
  large.length += after.length - before.length;
  large.mentionsReport =
    mentionsReport(after) || (large.mentionsReport && (!mentionsReport(before) || large.lines.some(mentionsReport)));
}
