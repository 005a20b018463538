import { labelKey, lookUp } from "../draft/label.ts";
import type { TableIndex } from "../draft/table-index.ts";
import { forms, headingOf } from "../form/index.ts";
import type { Box, Grid, Outline, OutlineBlock, Paragraph } from "../read/outline.ts";
import { isDatum, isHeadWord, isRowWord, isTitleWord, tableIndexes } from "./words.ts";

/** Longest line that may be a cell. */
const LONGEST = 60;

/**
 * Word processors write a table as text with every cell on a line of its own and nothing between: lines that are words
 * of one official table and figures become one long row of it, which is taken apart by its words.
 */
export function gatherCells(outline: Outline): Outline {
  const blocks: OutlineBlock[] = [];
  for (let at = 0; at < outline.blocks.length; at += 1) {
    const cells = cellsAt(outline.blocks, at);
    const block = outline.blocks[at];
    if (cells.length > 0) blocks.push(gridOf(cells));
    else if (block !== undefined) blocks.push(block);
    at += Math.max(0, cells.length - 1);
  }
  return { ...outline, blocks };
}

const sections = new Set(
  forms.flatMap((form) =>
    form.sections.flatMap((section) =>
      [headingOf(section), section.title, ...(section.aliases ?? [])].map((title) => labelKey(title).core),
    ),
  ),
);

/** The cells of the table that begins at a line, by the table that knows most of them; none where it is prose. */
function cellsAt(blocks: readonly OutlineBlock[], at: number): readonly Paragraph[] {
  const found = tableIndexes.map((index) => stretchOf(index, blocks, at));
  return found.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

function stretchOf(index: TableIndex, blocks: readonly OutlineBlock[], at: number): readonly Paragraph[] {
  const cells: Paragraph[] = [];
  let [words, figures, end] = [0, 0, 0];
  for (const block of blocks.slice(at)) {
    if (block.kind !== "paragraph" || !isCell(block)) break;
    const isWord = isKnown(index, block);
    const isFigure = isDatum(index, boxOf(block));
    if (cells.length === 0 && !isWord) break;
    // Labels of two rows without a figure between them: columns were read one after the other, or a figure is lost.
    if (isRowAlone(index, block) && isRowAlone(index, cells.at(-1))) return [];
    cells.push(block);
    if (isWord) words += 1;
    if (isFigure) figures += 1;
    if (isWord || isFigure) end = cells.length;
    // Heads come to thirty words, a table to three hundred.
    if (cells.length > 500 || (figures === 0 && cells.length > 60)) break;
    // Two strange lines in a row are no longer the table.
    if (cells.length > end + 1) break;
  }
  return words > 2 && figures > 0 ? cells.slice(0, end) : [];
}

function isCell({ text }: Paragraph): boolean {
  return text.length <= LONGEST && !/[。；]$/u.test(text) && !sections.has(labelKey(text).core);
}

function isKnown(index: TableIndex, paragraph: Paragraph): boolean {
  const box = boxOf(paragraph);
  return isTitleWord(index, box) || isHeadWord(index, box) || isRowWord(index, box);
}

function isRowAlone(index: TableIndex, paragraph: Paragraph | undefined): boolean {
  if (paragraph === undefined || isHeadWord(index, boxOf(paragraph))) return false;
  return lookUp(index.rows, paragraph.text) !== undefined && lookUp(index.rowGroups, paragraph.text) === undefined;
}

function boxOf({ text, span, runs }: Paragraph): Box {
  return { text, span, runs, inner: span };
}

function gridOf(cells: readonly Paragraph[]): Grid {
  const span = { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 };
  return { kind: "grid", markup: "pipes", span, rows: [{ span, boxes: cells.map(boxOf) }] };
}
