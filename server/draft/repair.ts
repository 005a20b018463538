import { type CheckedEquation, figureOf, isBlank, isReadable } from "./arithmetic.ts";
import type { Cell } from "./draft.ts";

/** Figures that, put in the place of others, make every broken relation they stand in true and break none. */
export interface Repair {
  /** All of them stand in one row or in one column; `columns` are whole columns under the heads of others. */
  readonly along: "row" | "column" | "columns";
  readonly changes: readonly Change[];
  /** The broken relations that are mended. */
  readonly equations: readonly CheckedEquation[];
  /** How it is known that just these figures are wrong, best first. */
  readonly evidence: Evidence;
  /** Set where the figures of the whole line are right, but stand one place too far on (1) or back (-1). */
  readonly shift?: 1 | -1;
}

export interface Change {
  readonly cell: Cell;
  readonly value: number;
}

/**
 * `crossed`: more relations are mended than figures change. `blank`: only cells without a figure are filled.
 * `rearranged`: the same figures in another order. `none`: nothing but that it would do.
 */
export type Evidence = "crossed blank" | "crossed cell" | "crossed line" | "blank" | "rearranged" | "none";

/** The equations each figure stands in. */
export type Holding = ReadonlyMap<Cell, readonly CheckedEquation[]>;

/** The changes that lead to some values, where there is any. */
export function changesTo(
  values: ReadonlyMap<Cell, number>,
  isChange: (cell: Cell, value: number) => boolean,
): readonly Change[] {
  return [...values].flatMap(([cell, value]) => (isChange(cell, value) ? [{ cell, value }] : []));
}

/** What a cell has to change by for the equation to hold. */
export function correctionOf({ left, leftSum, rightSum }: CheckedEquation, cell: Cell): number {
  return left.includes(cell) ? rightSum - leftSum : leftSum - rightSum;
}

/** True for a cell that awaits its figure: blank, filled with something that is none, or with a figure that lost its head. */
export function isOpen(cell: Cell): boolean {
  return isBlank(cell) || !isReadable(cell) || /^0\d/u.test(cell.box.text);
}

/** What speaks for a repair. */
export function evidenceOf(changes: readonly Change[], equations: readonly CheckedEquation[]): Evidence {
  const blank = changes.every(({ cell }) => isOpen(cell));
  if (equations.length > changes.length) {
    if (blank) return "crossed blank";
    return changes.length === 1 ? "crossed cell" : "crossed line";
  }
  if (blank) return "blank";
  const written = changes.map(({ cell }) => figureOf(cell));
  const sorted = (figures: readonly number[]) => figures.toSorted((a, b) => a - b).join();
  // Figures that differ by one or two may as well be a case or two counted in the wrong column of any row.
  const same =
    sorted(written) === sorted(changes.map(({ value }) => value)) &&
    changes.some(({ cell, value }) => Math.abs(figureOf(cell) - value) >= 3);
  return same ? "rearranged" : "none";
}
