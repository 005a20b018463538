import { isFigure } from "../draft/numeral.ts";
import { forms } from "../form/index.ts";
import type { Grid, GridRow, OutlineBlock, Prose } from "../read/outline.ts";
import type { Workbook } from "../read/xlsx.ts";
import { filledBoxes, isHeadWord, isRowWord, isTitleWord, tableIndexes } from "./words.ts";

/**
 * The sheets of a workbook as blocks: what stands alone in its row and is no word of a table is a line of text. A sheet
 * that begins with a table is headed by its name; the title is that among the properties where no sheet has one.
 */
export function sheetBlocks({ title, sheets }: Workbook): readonly OutlineBlock[] {
  const blocks = sheets.flatMap(({ name, grids }) => {
    const own = grids.flatMap(partsOf);
    const isHeaded = own[0]?.kind === "grid" && !/^(?:sheet|工作表)\s*\d*$/iu.test(name.trim());
    return isHeaded ? [headingOf(name.trim(), 2), ...own] : own;
  });
  const isTitle = (text: string) => forms.some((form) => text.includes(form.title));
  const hasTitle = blocks.some((block) => block.kind !== "grid" && isTitle(block.text));
  return hasTitle || !isTitle(title) ? blocks : [headingOf(title.trim(), 1), ...blocks];
}

function partsOf(grid: Grid): readonly OutlineBlock[] {
  const parts: OutlineBlock[] = [];
  let rows: GridRow[] = [];
  const endGrid = () => {
    if (rows.length > 0) parts.push({ ...grid, rows });
    rows = [];
  };
  for (const row of grid.rows) {
    const [box, ...others] = filledBoxes(row);
    if (box === undefined || others.length > 0 || isFigure(box.text) || isKnown(box)) rows.push(row);
    else {
      endGrid();
      parts.push({ kind: "paragraph", ...proseOf(box.text) });
    }
  }
  endGrid();
  return parts;
}

function isKnown(box: Parameters<typeof isRowWord>[1]): boolean {
  return tableIndexes.some((index) => isTitleWord(index, box) || isHeadWord(index, box) || isRowWord(index, box));
}

function headingOf(text: string, depth: number): OutlineBlock {
  return { kind: "heading", depth, whole: { start: 0, end: 0 }, ...proseOf(text) };
}

function proseOf(text: string): Prose {
  return { text, span: { start: 0, end: 0 }, runs: [] };
}
