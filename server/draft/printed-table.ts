import type { Leaf, Table } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { layoutOf, type PlacedBlock, type PlacedRow } from "../form/layout.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import type { LocatedCaption, LocatedColumn, LocatedRow, LocatedTable } from "./draft.ts";
import { labelKey, type Match } from "./label.ts";
import { isPlainNumber } from "./numeral.ts";
import { oncePerBoth } from "./remember.ts";

/** What the grids of one table say. */
export type ReadTable = Pick<LocatedTable, "heads" | "rows" | "strangers" | "captions">;

/**
 * Reads a grid that is a table as the form prints it, label for label but for blanks and punctuation, with plain numbers
 * or blanks for figures: most tables are, and nothing has to be looked for in them. Undefined for any other grid.
 */
export const readPrinted = oncePerBoth((grid: Grid, table: Table): ReadTable | undefined => {
  const { width, blocks, rows } = layoutOf(table);
  if (grid.markup !== "pipes" || grid.rows.length !== rows.length) return undefined;
  if (!rows.every((cells, at) => isPrinted(grid.rows[at], cells, width))) return undefined;
  let below = 0;
  const read = blocks.map((block) => {
    const above = below;
    below += block.heads.length + block.body.length;
    return readBlock(block, grid, grid.rows.slice(above, below));
  });
  return {
    heads: read.flatMap(({ columns }) => columns),
    rows: read.flatMap(({ located }) => located),
    strangers: [],
    captions: read.flatMap(({ captions }) => captions),
  };
});

function isPrinted(row: GridRow | undefined, cells: PlacedRow, width: number): boolean {
  if (row?.boxes.length !== width) return false;
  let nth = 0;
  return row.boxes.every(({ text }, column) => {
    const cell = cells[nth];
    if (cell?.column !== column) return text === "";
    nth += 1;
    if (cell.kind === "figure") return text === "" || isPlainNumber(text);
    return text === cell.text || (text !== "" && labelKey(text).full === labelKey(cell.text).full);
  });
}

function readBlock({ block, heads, body }: PlacedBlock, grid: Grid, rows: readonly GridRow[]) {
  const columns: LocatedColumn[] = [];
  const located: LocatedRow[] = [];
  const captions: LocatedCaption[] = [];
  const leaves = leavesOf(block.rows);
  const add = (leaf: Leaf, match: Match, box: Box, row: GridRow) =>
    located.push({ leaf, match, block, box, grid, row, columns, fragments: [], shifted: undefined, repeated: false });
  rows.forEach((row, at) => {
    for (const { kind, text, line, column: index } of heads[at] ?? body[at - heads.length] ?? []) {
      const box = row.boxes[index];
      if (box === undefined || text === "") continue;
      const match = box.text === text ? "exact" : "style";
      if (line === undefined || "lines" in line) {
        captions.push({ official: text, note: line?.note, axis: kind === "head" ? "columns" : "rows", box, match });
      } else if (kind === "head") {
        columns.push({ leaf: line, box, match, grid, index });
      } else {
        add(line, match, box, row);
      }
    }
    const unnamed = leaves[at - heads.length];
    const first = row.boxes.find(({ text }) => text !== "") ?? row.boxes[0];
    if (unnamed?.label === "" && first !== undefined) add(unnamed, "exact", first, row);
  });
  columns.sort((a, b) => a.index - b.index);
  return { columns, located, captions };
}
