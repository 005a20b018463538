import type { SemanticTokens, SemanticTokensLegend } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Cell, LocatedTable } from "../draft/draft.ts";
import type { Match } from "../draft/label.ts";
import { sumsOf } from "../form/index.ts";
import type { Span } from "../read/outline.ts";
import { lineRange } from "./line-range.ts";

/** What is coloured: labels of rows, labels over columns, sums, and figures to be filled in. */
const types = ["reportRowLabel", "reportColumnLabel", "reportTotal", "reportBlank"] as const;

/** The names of the tokens, in the order of their numbers. */
export const tokenLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [] };

interface Token {
  readonly at: Span;
  readonly type: (typeof types)[number];
}

/** The tokens of a report that touch a span, each on one line, as LSP writes them. What is written wrong stays plain. */
export function semanticTokens(analysis: Analysis, within: Span): SemanticTokens {
  if (analysis.status !== "checked") return { data: [] };
  const { draft } = analysis;
  const sums = sumsOf(draft.form);
  const all = [
    ...draft.tables.flatMap(labelTokens),
    ...[...draft.cells.values()].flatMap((cell) => figureToken(cell, sums.has(cell.id))),
  ];
  const shown = all.filter(({ at }) => at.start <= within.end && within.start <= at.end);
  const sorted = shown.toSorted((a, b) => a.at.start - b.at.start);
  const data: number[] = [];
  let last = { line: 0, character: 0, until: 0 };
  for (const { at, type } of sorted) {
    const { start, end } = lineRange(analysis, at);
    const length = end.character - start.character;
    // A label merged over several rows belongs to each of them.
    if (length === 0 || at.start < last.until) continue;
    const before = start.line === last.line ? last.character : 0;
    data.push(start.line - last.line, start.character - before, length, types.indexOf(type), 0);
    last = { ...start, until: at.end };
  }
  return { data };
}

function labelTokens({ heads, captions, rows }: LocatedTable): readonly Token[] {
  const isRight = ({ match }: { readonly match: Match }) => match === "exact" || match === "style";
  const columns = [...heads, ...captions.filter(({ axis }) => axis === "columns")];
  const beside = [...rows.filter(({ leaf }) => leaf.label !== ""), ...captions.filter(({ axis }) => axis === "rows")];
  return [
    ...columns.filter(isRight).map(({ box }): Token => ({ at: box.span, type: "reportColumnLabel" })),
    ...beside.filter(isRight).map(({ box }): Token => ({ at: box.span, type: "reportRowLabel" })),
  ];
}

/** Other figures are coloured as numbers are everywhere. */
function figureToken({ box, numeral }: Cell, isSum: boolean): readonly Token[] {
  if (numeral.state === "blank") return [{ at: box.inner, type: "reportBlank" }];
  return isSum ? [{ at: box.span, type: "reportTotal" }] : [];
}
