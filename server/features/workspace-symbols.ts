import type { SymbolInformation, SymbolKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { rangeOf } from "../read/lines.ts";

/** Shown with the sign of a file. */
const reportKind: SymbolKind = 1;

/** A report as it is found from anywhere in the workspace, by agency and year; undefined where it tells neither. */
export function reportSymbol(analysis: Analysis, uri: string): SymbolInformation | undefined {
  if (analysis.status !== "checked") return undefined;
  const { agency, year, title, form } = analysis.draft;
  const name = [agency, year === undefined ? undefined : `${year}年`].filter((part) => part !== undefined).join(" ");
  if (name === "") return undefined;
  const span = title?.prose.span ?? { start: 0, end: 0 };
  return { name, kind: reportKind, containerName: form.title, location: { uri, range: rangeOf(analysis.lines, span) } };
}

/** Whether a report is asked for: its name holds every word of the query, or all its letters in their order. */
export function isSought({ name }: SymbolInformation, query: string): boolean {
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => holdsInOrder(name.toLowerCase(), word));
}

function holdsInOrder(name: string, word: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = name.indexOf(letter, at) + letter.length;
    if (at < letter.length) return false;
  }
  return true;
}
