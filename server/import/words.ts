import { lookUp } from "../draft/label.ts";
import { isFigure } from "../draft/numeral.ts";
import { type TableIndex, tableIndexOf } from "../draft/table-index.ts";
import { forms, tableSections } from "../form/index.ts";
import type { Box, GridRow } from "../read/outline.ts";

/** The words of every official table there is. */
export const tableIndexes: readonly TableIndex[] = forms.flatMap((form) =>
  tableSections(form).map(({ table }) => tableIndexOf(table)),
);

/** Whether a box holds what stands in a cell of figures: a figure, a rough one, or a mark for nothing. */
export function isDatum(index: TableIndex, { text }: Box): boolean {
  if (/^\s*(?:[/／\\—–―－-]+|无|没有|不适用|零)\s*$/u.test(text)) return true;
  return (isFigure(text) || isRough(text)) && lookUp(index.rows, text) === undefined;
}

/** A number with a word or a mark before it: 约10, <5. */
function isRough(text: string): boolean {
  return /^\s*[\p{Script=Han}\p{S}\p{P}]{1,2}\s*\d+\s*(?:\p{Script=Han}\s*)?$/u.test(text.normalize("NFKC"));
}

/** Whether a text stands over columns: a head, a group of heads or a corner. */
export function isHeadWord(index: TableIndex, { text }: Box): boolean {
  return [index.columns, index.columnGroups, index.corners].some((labels) => lookUp<Label>(labels, text) !== undefined);
}

/** Whether a text stands beside rows. */
export function isRowWord(index: TableIndex, { text }: Box): boolean {
  return [index.rows, index.rowGroups].some((labels) => lookUp<Label>(labels, text) !== undefined);
}

/** Whether a text is the title of a block. */
export function isTitleWord(index: TableIndex, { text }: Box): boolean {
  return lookUp(index.titles, text) !== undefined;
}

interface Label {
  readonly label: string;
}

/** The boxes of a row that say something, each once. */
export function filledBoxes({ boxes }: GridRow): readonly Box[] {
  return boxes.filter(({ text, merged }) => text !== "" && merged !== true);
}

/** A blank beside a box. */
export function blankBeside({ inner, span }: Box): Box {
  return {
    text: "",
    span: { start: span.end - 1, end: span.end },
    runs: [],
    inner: { start: inner.end, end: inner.end },
  };
}
