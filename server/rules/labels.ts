import type { Draft, LocatedRow } from "../draft/draft.ts";
import { lettersOf, type Match, numberingOf } from "../draft/label.ts";
import { isFigure } from "../draft/numeral.ts";
import { oncePer } from "../draft/remember.ts";
import type { Table } from "../form/form.ts";
import type { Box } from "../read/outline.ts";

/** A label of a table as it stands and as the form has it. */
export interface WrittenLabel {
  readonly table: Table;
  readonly box: Box;
  readonly official: string;
  readonly match: Match;
  readonly axis: "rows" | "columns";
  /** The row whose label it is, with the torn-off ends below it. */
  readonly row?: LocatedRow;
}

/** Every label of the tables that was found, in the order of the text. */
export const writtenLabels = oncePer((draft: Draft): readonly WrittenLabel[] => {
  const labels = draft.tables.flatMap(({ table, heads, rows, captions }): readonly WrittenLabel[] => [
    ...heads.map(({ box, leaf, match }) => ({ table, box, official: leaf.label, match, axis: "columns" }) as const),
    ...rows
      .filter(({ leaf }) => leaf.label !== "")
      .map((row) => ({ table, box: row.box, official: row.leaf.label, match: row.match, axis: "rows", row }) as const),
    ...captions.map(({ official, match, axis, box }) => ({ table, box, official, match, axis })),
  ]);
  return labels.toSorted((a, b) => a.box.span.start - b.box.span.start);
});

/** True where the words themselves are wrong, not only blanks, punctuation or numbering. */
export function isMislabelled({ match, row, box, official }: WrittenLabel): boolean {
  if (match === "exact" || match === "style") return (row?.fragments.length ?? 0) > 0;
  return lettersOf(box.text) !== lettersOf(official);
}

/** True where the label is numbered in another way than the form does: 1、 for 1. or no number at all. */
export function isMisnumbered(label: WrittenLabel): boolean {
  const { box, official, match } = label;
  // What may be a figure that has run into the label is no number of it.
  if (box.text === official || isFigure(box.text)) return false;
  // What only its place explains is another label altogether; a wrong letter in the number is one in the label.
  if (match === "context" || folded(box.text) === folded(official)) return false;
  return openingOf(box.text) === "" || numberingOf(box.text) !== "" || !isMislabelled(label);
}

/** Brackets or a mark as behind a number, with at most one character in the number's place: `（）`, `、`, `（工）`. */
export function openingOf(label: string): string {
  return /^\s*(?:[（(]\s*(?:\S\s*)?[)）]|[^\s（(]?、)\s*/u.exec(label)?.[0] ?? "";
}

function folded(label: string): string {
  return numberingOf(label.normalize("NFKC").replaceAll(/\s/gu, ""));
}
