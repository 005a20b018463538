import type { Cell } from "../draft/draft.ts";

/** Figures and what they add up to; undefined for an addend that was not found. */
export interface Sum {
  readonly addends: readonly (Cell | undefined)[];
  readonly total: Cell;
}

/**
 * Puts into `due` what the totals of some sums come to, by the figures that are due and else by those written. The
 * answer tells which sums hold then: none with a figure that cannot be read, and not all where they contradict.
 */
export function settleTotals(sums: readonly Sum[], due: Map<Cell, number>): (sum: Sum) => boolean {
  const figure = (cell: Cell | undefined) => (cell && (due.get(cell) ?? cell.value)) ?? Number.NaN;
  const comesTo = ({ addends }: Sum) => addends.reduce((sum, cell) => sum + figure(cell), 0);
  const holds = (sum: Sum) => comesTo(sum) === figure(sum.total);
  // Every round settles at least one more total, from the figures up.
  for (let round = 0; round < sums.length && !sums.every(holds); round += 1) {
    for (const sum of sums) due.set(sum.total, comesTo(sum));
  }
  return holds;
}
