import type { TextEdit } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Draft, LocatedTable } from "../draft/draft.ts";
import type { Match } from "../draft/label.ts";
import { displayWidth } from "../read/display-width.ts";
import { rangeOf } from "../read/lines.ts";
import type { Box, Grid, GridRow, Span } from "../read/outline.ts";
import type { Edit } from "../rules/rule.ts";
import { escapeText } from "../write/markdown.ts";

/**
 * Official tables in order: labels spelt as the form spells them where they differ in blanks, punctuation or numbering
 * only; columns aligned where the lines stay short enough to be seen whole, else one blank on each side of a cell.
 * Touches no figure, no prose and no HTML; `within` limits it to a span of the text. Formatting twice changes nothing
 * more.
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
  const rows = grid.rows
    .filter(isBarred)
    .map(({ boxes }) => boxes.map((box) => ({ box, content: contentOf(draft.text, box, spelling) })));
  const first = Math.min(...located.heads.filter((head) => head.grid === grid).map(({ index }) => index));
  const widths = alignedWidths(rows.map((row) => row.map(({ content }) => displayWidth(content))));
  const pad = (content: string, column: number) => {
    const blanks = " ".repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(content)));
    return column < first ? ` ${content}${blanks} ` : ` ${blanks}${content} `;
  };
  return [
    ...rows.flatMap((row) =>
      row
        .map(({ box, content }, column) => ({ at: box.inner, text: pad(content, column), merged: box.merged }))
        .filter(({ merged }) => merged !== true),
    ),
    ...delimiterEdits(draft.text, grid, first, widths),
  ];
}

/** Display columns in which a line is still seen whole beside the sidebar. */
const SEEN_WHOLE = 100;

/** The display columns of each column of a table; none where its lines would get too long. */
function alignedWidths(rows: readonly (readonly number[])[]): readonly number[] {
  const widths = rows.reduce<readonly number[]>(
    (widest, row) =>
      Array.from({ length: Math.max(widest.length, row.length) }, (_, at) =>
        Math.max(3, widest[at] ?? 0, row[at] ?? 0),
      ),
    [],
  );
  return widths.reduce((sum, width) => sum + width + 3, 1) <= SEEN_WHOLE ? widths : [];
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

/** What stands in a cell between its blanks. Other white space is something the clerk has to look at. */
function contentOf(text: string, { inner, text: seen }: Box, spelling: ReadonlyMap<number, string>): string {
  const written = text.slice(inner.start, inner.end);
  // With emphasis or a comment beside it a label is left as it is.
  const label = written.trim() === seen ? spelling.get(inner.start) : undefined;
  return label === undefined ? written.replaceAll(/^[ \t]+|(?<![ \t])[ \t]+$/gu, "") : escapeText(label);
}

/** `---` under labels, `---:` under figures, as long as the column is wide. */
function delimiterEdits(text: string, { delimiter }: Grid, first: number, widths: readonly number[]): readonly Edit[] {
  if (delimiter === undefined) return [];
  let column = -1;
  return Array.from(
    text.slice(delimiter.start, delimiter.end).matchAll(/(?<![ \t])[ \t]*:?-+:?[ \t]*/gu),
    ({ index, 0: written }) => {
      column += 1;
      const start = delimiter.start + index;
      return { at: { start, end: start + written.length }, text: ` ${dashes(column < first, widths[column])} ` };
    },
  );
}

function dashes(isLabel: boolean, width: number | undefined): string {
  if (width === undefined) return isLabel ? "---" : "---:";
  return isLabel ? "-".repeat(width) : `${"-".repeat(width - 1)}:`;
}
