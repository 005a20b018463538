import type { Leaf } from "../form/form.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import { isFigure } from "./numeral.ts";
import type { TableIndex } from "./table-index.ts";

/** The columns that are known already, by their place in the grid. */
type Known = ReadonlyMap<number, { readonly leaf: Leaf }>;

/**
 * The one official column that is missing beside the known ones, where a blank head stands over figures there. In a
 * table of several blocks the figures below may belong to other heads: nothing is told then.
 */
export function blankColumn(
  index: TableIndex,
  { rows }: Grid,
  heads: readonly GridRow[],
  known: Known,
): { readonly at: number; readonly leaf: Leaf } | undefined {
  const official = index.columns.entries.map(({ item }) => item.leaf);
  const found = new Map([...known].map(([at, { leaf }]) => [leaf, at]));
  const [missing, ...others] = official.filter((leaf) => !found.has(leaf));
  if (missing === undefined || others.length > 0 || index.table.blocks.length > 1) return undefined;
  const [left, right] = [-1, 1].map((step) => official[official.indexOf(missing) + step]);
  const [from, to] = [left, right].map((leaf) => (leaf === undefined ? undefined : found.get(leaf)));
  const at = from === undefined ? (to ?? 0) - 1 : from + 1;
  const width = Math.max(0, ...heads.map(({ boxes }) => boxes.length));
  const below = rows.filter((row) => !heads.includes(row) && row.boxes.length === width);
  const figures = below.filter(({ boxes }) => boxes.some(isCount));
  const isFilled = figures.length > 0 && figures.every(({ boxes }) => isCount(boxes[at]));
  const isBetween = to === undefined || to === at + 1;
  return isBetween && isFilled && blankHead(index, heads, missing, at) !== undefined
    ? { at, leaf: missing }
    : undefined;
}

function isCount(box: Box | undefined): boolean {
  return box !== undefined && box.merged !== true && isFigure(box.text);
}

/** The blank box in which a column's head should stand: as deep among the heads as its groups put it. */
export function blankHead(
  { columns }: TableIndex,
  heads: readonly GridRow[],
  leaf: Leaf | undefined,
  at: number,
): Box | undefined {
  const depth = columns.entries.find(({ item }) => item.leaf === leaf)?.item.groups.length ?? 0;
  const box = heads[Math.min(depth, heads.length - 1)]?.boxes[at];
  return leaf !== undefined && box?.text === "" && box.merged !== true ? box : undefined;
}
