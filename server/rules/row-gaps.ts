import type { LocatedRow, LocatedTable } from "../draft/draft.ts";
import { groupBy } from "../draft/group-by.ts";
import type { Block, Leaf } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";

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
}

/** Runs of official rows that were not found, across the blocks of the table. */
export function gapsIn({ table, rows }: LocatedTable): readonly RowGap[] {
  const places = table.blocks.flatMap((block) =>
    namedRows(block).map((leaf) => ({ block, leaf, found: rows.find((row) => row.leaf === leaf) })),
  );
  const gaps: RowGap[] = [];
  for (let from = 0; from < places.length; from += 1) {
    const next = places.findIndex(({ found }, at) => from <= at && found !== undefined);
    const to = next < 0 ? places.length : next;
    const parts = [...groupBy(places.slice(from, to), ({ block }) => block)].map(([block, run]) => {
      const leaves = run.map(({ leaf }) => leaf);
      return { block, leaves, isWhole: leaves.length === namedRows(block).length };
    });
    if (parts.length > 0) gaps.push({ parts, above: places[from - 1]?.found, below: places[to]?.found });
    from = to;
  }
  return gaps;
}

function namedRows({ rows }: Block): readonly Leaf[] {
  return leavesOf(rows).filter(({ label }) => label !== "");
}
