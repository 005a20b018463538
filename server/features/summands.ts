import type { Cell, Draft } from "../draft/draft.ts";
import { type CellId, equationsOf } from "../form/index.ts";
import { officialPlace } from "./official-place.ts";

/** The figure at an offset with the sums it stands in. */
export interface SummandsAt {
  readonly cell: Cell;
  /** The figures it is the sum of, along its row and down its column; empty for a figure that is no sum. */
  readonly addends: readonly Cell[];
  /** The sums it is counted in. */
  readonly totals: readonly Cell[];
}

/** What is added up at an offset; undefined where there is no figure of the form. */
export function summandsAt(draft: Draft, offset: number): SummandsAt | undefined {
  const place = officialPlace(draft, offset);
  if (place?.kind !== "cell") return undefined;
  const { cell } = place;
  const sums = equationsOf(draft.form).filter(({ kind }) => kind === "sum");
  return {
    cell,
    addends: cellsOf(
      draft,
      sums.filter(({ right }) => right.includes(cell.id)).flatMap(({ left }) => left),
    ),
    totals: cellsOf(
      draft,
      sums.filter(({ left }) => left.includes(cell.id)).flatMap(({ right }) => right),
    ),
  };
}

function cellsOf({ cells }: Draft, ids: readonly CellId[]): readonly Cell[] {
  return [...new Set(ids)].flatMap((id) => cells.get(id) ?? []);
}
