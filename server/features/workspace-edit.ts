import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { rangeOf } from "../read/lines.ts";
import type { Edit } from "../rules/rule.ts";

/** The document some edits are for, and what its editor can take. */
export interface EditTarget {
  readonly uri: string;
  readonly version: number;
  /** The editor refuses edits made for another version. */
  readonly versioned: boolean;
  /** The editor can put the cursor where something is left to be written. */
  readonly snippets: boolean;
}

/** An insertion that leaves a gap for the clerk between two texts. */
export interface Gap {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/** The edits of one document. */
export function workspaceEdit(
  { lines }: Pick<Analysis, "lines">,
  target: EditTarget,
  edits: readonly Edit[],
): WorkspaceEdit {
  return wrap(
    target,
    edits
      .toSorted((a, b) => a.at.start - b.at.start || a.at.end - b.at.end)
      .map(({ at, text }) => ({ range: rangeOf(lines, at), newText: text })),
  );
}

/** An insertion with the cursor in its gap where the editor can do that, and without where it cannot. */
export function gapEdit(analysis: Pick<Analysis, "lines">, target: EditTarget, gap: Gap): WorkspaceEdit {
  const { offset, before, after } = gap;
  const at = { start: offset, end: offset };
  // Editors indent the further lines of a snippet like its first, which these already are.
  const isIndented = /[\r\n][ \t]/u.test(after);
  if (!target.versioned || !target.snippets || isIndented) {
    return workspaceEdit(analysis, target, [{ at, text: before + after }]);
  }
  const value = `${escaped(before)}$0${escaped(after)}`;
  return wrap(target, [{ range: rangeOf(analysis.lines, at), snippet: { kind: "snippet", value } }]);
}

function wrap({ uri, version, versioned }: EditTarget, edits: (TextEdit | SnippetTextEdit)[]): WorkspaceEdit {
  if (versioned) return { documentChanges: [{ textDocument: { uri, version }, edits }] };
  return { changes: { [uri]: edits.filter((edit) => "newText" in edit) } };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/gu, "\\$&");
}
