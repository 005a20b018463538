import type { LocatedRow, LocatedTable } from "../draft/draft.ts";
import { groupBy } from "../draft/group-by.ts";
import type { Block, Leaf } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";

/** Official rows next to each other that were not found, by their blocks. */
export interface RowGap {
  readonly parts: readonly GapPart[];
  /** The nearest rows that were found. */
  readonly above: LocatedRow | undefined;
  readonly below: LocatedRow | undefined;
}

export interface GapPart {
  readonly block: Block;
  readonly leaves: readonly Leaf[];
  /** Nothing of the block is left, so that its title and its heads are missing, too. */
  readonly isWhole: boolean;
  /** The title of the block and the last row of its heads, where only they are left above the rows that are missing. */
  readonly frame: Frame | undefined;
}

interface Frame {
  readonly title: Box;
  readonly grid: Grid;
  readonly last: GridRow;
}

/** Runs of official rows that were not found, across the blocks of the table. */
export function gapsIn(located: LocatedTable): readonly RowGap[] {
  const { table, rows } = located;
  const places = table.blocks.flatMap((block) =>
    namedRows(block).map((leaf) => ({ block, leaf, found: rows.find((row) => row.leaf === leaf) })),
  );
  const gaps: RowGap[] = [];
  for (let from = 0; from < places.length; from += 1) {
    const next = places.findIndex(({ found }, at) => from <= at && found !== undefined);
    const to = next < 0 ? places.length : next;
    if (to === from) continue;
    const above = places[from - 1]?.found;
    const parts = [...groupBy(places.slice(from, to), ({ block }) => block)].map(([block, run]) => {
      const leaves = run.map(({ leaf }) => leaf);
      const frame = block === above?.block ? undefined : frameOf(located, block);
      return { block, leaves, isWhole: leaves.length === namedRows(block).length && frame === undefined, frame };
    });
    gaps.push({ parts, above, below: places[to]?.found });
    from = to;
  }
  return gaps;
}

/** What is left of a block above its first row. */
function frameOf({ table, captions, grids, rows, strangers }: LocatedTable, { title }: Block): Frame | undefined {
  const titles = captions.filter(({ official }) => table.blocks.some((block) => block.title === official));
  const box = titles.find(({ official }) => official === title)?.box;
  const grid = grids.find((one) => one.rows.some(({ boxes }) => box !== undefined && boxes.includes(box)));
  if (box === undefined || grid === undefined) return undefined;
  const from = grid.rows.findIndex(({ boxes }) => boxes.includes(box));
  const ends = (row: GridRow) =>
    [...rows, ...strangers].some((one) => one.row === row) || titles.some((one) => row.boxes.includes(one.box));
  const next = grid.rows.findIndex((row, at) => at > from && ends(row));
  const last = grid.rows.slice(from, next < 0 ? undefined : next).at(-1);
  return last === undefined ? undefined : { title: box, grid, last };
}

function namedRows({ rows }: Block): readonly Leaf[] {
  return leavesOf(rows).filter(({ label }) => label !== "");
}
