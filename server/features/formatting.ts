import type { TextEdit } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Draft, LocatedTable } from "../draft/draft.ts";
import type { Match } from "../draft/label.ts";
import { rangeOf } from "../read/lines.ts";
import type { Box, Grid, GridRow, Span } from "../read/outline.ts";
import type { Edit } from "../rules/rule.ts";
import { escapeText } from "../write/markdown.ts";

/**
 * Official tables as the canonical form writes them: one blank on each side of a cell, figures to the right, labels
 * spelt as the form spells them where they differ in blanks, punctuation or numbering only. Touches no figure, no prose
 * and no HTML; `within` limits it to a span of the text. Formatting twice changes nothing more.
 */
export function formatting(analysis: Analysis, within: Span): TextEdit[] {
  if (analysis.status !== "checked") return [];
  const { draft, lines, text } = analysis;
  return draft.tables
    .flatMap((located) => located.grids.flatMap((grid) => editsOf(draft, located, grid)))
    .filter(({ at, text: put }) => text.slice(at.start, at.end) !== put)
    .filter(({ at }) => within.start <= at.start && at.end <= within.end)
    .map(({ at, text: newText }) => ({ range: rangeOf(lines, at), newText }));
}

function editsOf(draft: Draft, located: LocatedTable, grid: Grid): readonly Edit[] {
  if (grid.markup !== "pipes") return [];
  const spelling = spellingsOf(located);
  // A row without its outer bars may be prose that slipped into the table.
  const isBarred = ({ span }: GridRow) =>
    /^[ \t]*\|(?:.*[^\\])?\|[ \t]*$/u.test(draft.text.slice(span.start, span.end));
  const cells = grid.rows
    .filter(isBarred)
    .flatMap(({ boxes }) => boxes)
    .filter(({ merged }) => merged !== true);
  return [
    ...cells.map((box) => ({ at: box.inner, text: padded(draft.text, box, spelling) })),
    ...delimiterEdits(draft.text, located, grid),
  ];
}

/** Official labels of cells that only differ in style. */
function spellingsOf({ heads, rows, captions }: LocatedTable): ReadonlyMap<number, string> {
  const named: readonly { readonly box: Box; readonly match: Match; readonly label: string }[] = [
    ...heads.map(({ box, match, leaf }) => ({ box, match, label: leaf.label })),
    ...rows
      .filter(({ fragments }) => fragments.length === 0)
      .map(({ box, match, leaf }) => ({ box, match, label: leaf.label })),
    ...captions.map(({ box, match, official }) => ({ box, match, label: official })),
  ];
  return new Map(
    named.flatMap(({ box, match, label }) =>
      match === "style" && label !== "" ? [[box.inner.start, label] as const] : [],
    ),
  );
}

/** An empty cell is two blanks. Other white space is something the clerk has to look at. */
function padded(text: string, { inner, text: seen }: Box, spelling: ReadonlyMap<number, string>): string {
  const written = text.slice(inner.start, inner.end);
  // With emphasis or a comment beside it a label is left as it is.
  const label = written.trim() === seen ? spelling.get(inner.start) : undefined;
  return ` ${label === undefined ? written.replaceAll(/^[ \t]+|(?<![ \t])[ \t]+$/gu, "") : escapeText(label)} `;
}

/** `---` under labels, `---:` under figures. */
function delimiterEdits(text: string, { heads }: LocatedTable, grid: Grid): readonly Edit[] {
  const { delimiter } = grid;
  if (delimiter === undefined) return [];
  const first = Math.min(...heads.filter((head) => head.grid === grid).map(({ index }) => index));
  let column = -1;
  return Array.from(
    text.slice(delimiter.start, delimiter.end).matchAll(/(?<![ \t])[ \t]*:?-+:?[ \t]*/gu),
    ({ index, 0: written }) => {
      column += 1;
      const start = delimiter.start + index;
      return { at: { start, end: start + written.length }, text: column < first ? " --- " : " ---: " };
    },
  );
}
