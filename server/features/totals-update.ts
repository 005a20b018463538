import type { Cell, Draft } from "../draft/draft.ts";
import { type Equation, equationsOf } from "../form/index.ts";
import { rewriteBox } from "../rules/edits.ts";
import type { Edit } from "../rules/rule.ts";
import { type Sum, settleTotals } from "./settle-totals.ts";
import { summandsAt } from "./summands.ts";

/** New figures for the totals above one figure, all at once. */
interface TotalsUpdate {
  /** Says what changes to what, total by total. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * What brings every sum that counts the figure at an offset, directly or through other sums, back in line with its
 * addends. Undefined where they all hold, where one of their figures is blank or cannot be read, where they contradict
 * each other whatever is put there, and where the figure is a total that is wrong itself.
 */
export function totalsUpdate(draft: Draft, offset: number): TotalsUpdate | undefined {
  const from = summandsAt(draft, offset)?.cell;
  const sums = from === undefined ? undefined : sumsAbove(draft, from);
  if (from === undefined || sums === undefined) return undefined;
  const due = new Map<Cell, number>();
  const holds = settleTotals(sums, due);
  const changes = [...due]
    .filter(([cell, value]) => value !== cell.value)
    .toSorted(([{ box: one }], [{ box: other }]) => one.inner.start - other.inner.start);
  const places = new Set(changes.map(([{ box }]) => box.inner.start));
  if (changes.length === 0 || places.size < changes.length || !sums.every(holds)) return undefined;
  const told = changes.map(([cell, value]) => `${nameBeside(cell, from)} ${cell.value}→${value}`);
  return {
    title: `随之更新合计：${told.join("、")}`,
    edits: changes.map(([{ box }, value]) => rewriteBox(box, String(value))),
  };
}

/** The sums a figure is counted in, and those their totals are; undefined where one cannot be told for sure. */
function sumsAbove(draft: Draft, from: Cell): readonly Sum[] | undefined {
  const equations = equationsOf(draft.form).filter(({ kind }) => kind === "sum");
  const own = equations.filter(({ right }) => right.includes(from.id)).map((one) => readSum(draft, one));
  if (!own.every((sum) => sum !== undefined && add(sum.addends.map(written)) === from.value)) return undefined;
  const counted = new Set([from.id]);
  // The set grows while it is gone through.
  for (const id of counted) {
    for (const { left, right } of equations) if (left.includes(id)) for (const total of right) counted.add(total);
  }
  const above = equations.filter(({ left }) => left.some((id) => counted.has(id)));
  const sums = above.flatMap((one) => readSum(draft, one) ?? []);
  return sums.length === above.length ? sums : undefined;
}

function readSum({ cells }: Draft, { left, right: [id] }: Equation): Sum | undefined {
  const addends = left.flatMap((one) => cells.get(one) ?? []);
  const total = id === undefined ? undefined : cells.get(id);
  if (total?.value === undefined || addends.length < left.length) return undefined;
  return addends.every(({ value }) => value !== undefined) ? { addends, total } : undefined;
}

const written = (cell: Cell | undefined): number => cell?.value ?? Number.NaN;
const add = (figures: readonly number[]): number => figures.reduce((sum, one) => sum + one, 0);

/** Of a total in the row of the figure the column is enough, of one in its column the row. */
function nameBeside({ row, column }: Cell, from: Cell): string {
  if (row === from.row) return column.leaf.label;
  return column.leaf === from.column.leaf ? row.leaf.label : `${row.leaf.label}的${column.leaf.label}`;
}
