import { isBlank } from "../../server/draft/arithmetic.ts";
import type { Cell, Draft, LocatedRow, LocatedTable } from "../../server/draft/draft.ts";
import { locate } from "../../server/draft/locate.ts";
import { sumsOf } from "../../server/form/index.ts";
import { flowOf } from "../../server/read/flow.ts";
import type { Box, Grid, GridRow } from "../../server/read/outline.ts";
import { type MergedCell, mergeCells, type Slot } from "./merge-cells.ts";
import type { ReadTokens, TokenTable } from "./read-tokens.ts";

/** An official table as it is to be shown: the cells of each of its rows. */
export interface OfficialTable {
  readonly table: TokenTable;
  readonly rows: readonly (readonly OfficialCell[])[];
}

/** A cell and what it is; `blank` is a figure that is not filled in yet. */
export interface OfficialCell extends MergedCell {
  readonly kind: "head" | "label" | "figure" | "total" | "blank" | "other";
}

/** Finds the official tables of a document, by their labels as everywhere; none where it is no report. */
export function officialTables({ blocks, tables }: ReadTokens): readonly OfficialTable[] {
  const { text, outline } = flowOf(blocks);
  const draft = locate(text, outline, undefined);
  if (draft === undefined) return [];
  const kindOf = figureKinds(draft);
  const grids = outline.blocks.filter((block) => block.kind === "grid");
  const written = new Map(grids.map((grid, nth) => [grid, tables[nth]]));
  return draft.tables.flatMap((located) =>
    located.grids.flatMap((grid) => {
      const table = written.get(grid);
      return table === undefined ? [] : [{ table, rows: rowsOf(located, grid, kindOf) }];
    }),
  );
}

type KindOf = (box: Box | undefined) => "figure" | "total" | "blank";

function figureKinds({ form, cells }: Draft): KindOf {
  const sums = sumsOf(form);
  const found = new Map<Box | undefined, Cell>([...cells.values()].map((cell) => [cell.box, cell]));
  return (box) => {
    const cell = found.get(box);
    if (cell === undefined) return "figure";
    if (isBlank(cell)) return "blank";
    return sums.has(cell.id) ? "total" : "figure";
  };
}

function rowsOf(located: LocatedTable, grid: Grid, kindOf: KindOf): OfficialTable["rows"] {
  const slots = slotsOf(located, grid);
  return mergeCells(slots).map((cells, row) =>
    cells.map((cell) => {
      const zone = slots[row]?.[cell.column]?.zone ?? "other";
      const kind = zone === "heads" ? "head" : zone === "labels" ? "label" : zone;
      return { ...cell, kind: kind === "figures" ? kindOf(grid.rows[row]?.boxes[cell.column]) : kind };
    }),
  );
}

/** What the places of a grid are for. Rows that were not made out, or whose figures were not, are shown as written. */
function slotsOf({ heads, captions, rows }: LocatedTable, grid: Grid): readonly (readonly Slot[])[] {
  const bodies = new Map<GridRow, LocatedRow>(rows.map((row) => [row.row, row]));
  const frame = new Set([...heads, ...captions].map(({ box }) => box));
  return grid.rows.map((row) => {
    const body = bodies.get(row);
    if (body !== undefined && body.shifted === undefined && body.columns.length > 0) return bodySlots(row, body);
    if (body !== undefined || !row.boxes.some((box) => frame.has(box))) return row.boxes.map(() => ({ zone: "other" }));
    return row.boxes.map(({ text }) => ({ zone: "heads", joins: text === "" ? "either" : undefined }));
  });
}

/** A blank before the row's own label belongs to the group above, one behind it to the label. */
function bodySlots({ boxes }: GridRow, { columns }: LocatedRow): readonly Slot[] {
  const figures = new Set(columns.map(({ index }) => index));
  const first = columns.reduce((least, { index }) => Math.min(least, index), boxes.length);
  const label = boxes.findIndex(({ text }) => text !== "");
  return boxes.map(({ text }, at): Slot => {
    const isBlank = text === "" && !figures.has(at);
    const joins = isBlank ? (at < label ? "above" : "left") : undefined;
    return { zone: at < first ? "labels" : "figures", joins };
  });
}
