import type { DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Cell } from "../draft/draft.ts";
import { rangeOf } from "../read/lines.ts";
import { summandsAt } from "./summands.ts";

const read: DocumentHighlightKind = 2;
const write: DocumentHighlightKind = 3;

/** Of a sum its addends, of any other figure the sums it is counted in. Sums are shown as written to, addends as read. */
export function highlights(analysis: Analysis, offset: number): DocumentHighlight[] {
  const found = analysis.status === "checked" ? summandsAt(analysis.draft, offset) : undefined;
  if (found === undefined) return [];
  const { cell, addends, totals } = found;
  const shown = (cells: readonly Cell[], kind: DocumentHighlightKind) =>
    cells.map(({ box }) => ({ range: rangeOf(analysis.lines, box.span), kind }));
  return addends.length > 0
    ? [...shown([cell], write), ...shown(addends, read)]
    : [...shown([cell], read), ...shown(totals, write)];
}
