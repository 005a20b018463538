import type { Location } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Cell } from "../draft/draft.ts";
import { rangeOf } from "../read/lines.ts";
import { summandsAt } from "./summands.ts";

/** Where a sum comes from: its addends. Empty for a figure that is no sum. */
export function addendsOf(analysis: Analysis, offset: number, uri: string): Location[] {
  const found = analysis.status === "checked" ? summandsAt(analysis.draft, offset) : undefined;
  return locationsOf(analysis, found?.addends ?? [], uri);
}

/** Where a figure is used: the sums it is counted in; with itself where the client asks for the declaration, too. */
export function totalsOf(analysis: Analysis, offset: number, uri: string, withItself: boolean): Location[] {
  const found = analysis.status === "checked" ? summandsAt(analysis.draft, offset) : undefined;
  if (found === undefined) return [];
  return locationsOf(analysis, withItself ? [found.cell, ...found.totals] : found.totals, uri);
}

function locationsOf({ lines }: Analysis, cells: readonly Cell[], uri: string): Location[] {
  return cells.map(({ box }) => ({ uri, range: rangeOf(lines, box.span) }));
}
