import type { Form } from "../form/form.ts";
import { type CellId, type Equation, equationsOf } from "../form/index.ts";
import { figureOf, isBlank } from "./arithmetic.ts";
import type { Cell, Draft } from "./draft.ts";
import { oncePer } from "./remember.ts";

/** Applications that had to be dealt with, and the places where not one of them was booked. */
export interface MissingResults {
  /** The cells that say there were any. */
  readonly due: readonly Cell[];
  /** How many, by the totals. */
  readonly count: number;
  readonly results: readonly Cell[];
  /** The cells the results should add up to. */
  readonly closed: readonly CellId[];
}

/** Undefined where there was nothing to deal with, where anything is booked, and where the results cannot be read. */
export function resultsMissing(draft: Draft): MissingResults | undefined {
  const { balances, sums, closed, booked: ids } = bookingsOf(draft.form);
  const cells = (some: readonly CellId[]) => some.flatMap((id) => draft.cells.get(id) ?? []);
  if (ids.some((id) => (draft.cells.get(id)?.value ?? 0) > 0)) return undefined;
  const due = cells(balances.flatMap(({ left }) => left)).filter((cell) => figureOf(cell) > 0);
  const results = cells(sums.flatMap(({ left }) => left));
  const booked = cells(ids);
  if (draft.stage === "draft" && booked.some(isBlank)) return undefined;
  if (due.length === 0 || results.length === 0 || !isWhole(draft, sums) || booked.every(isBlank)) return undefined;
  const sum = (some: readonly Equation[]) =>
    cells(some.flatMap(({ left }) => left)).reduce((all, cell) => all + figureOf(cell), 0);
  const count = Math.max(sum(balances.slice(-1)), sum(balances.slice(0, -1)));
  return { due, count, results, closed: [...closed] };
}

/** Where a form has applications booked: the balances, the sums of results in them, and the cells of both. */
const bookingsOf = oncePer((form: Form) => {
  const balances = equationsOf(form).filter(({ kind }) => kind === "balance");
  const closed = new Set(balances.flatMap(({ right }) => right.slice(0, 1)));
  const sums = equationsOf(form).filter(({ kind, of, right }) => {
    const [total] = right;
    return kind === "sum" && of === "rows" && total !== undefined && closed.has(total);
  });
  const carried = balances.flatMap(({ right }) => right.slice(1));
  return { balances, sums, closed, booked: [...sums.flatMap(({ left }) => left), ...carried] };
});

/** Nothing is said where result cells are absent or unreadable: the results may stand there. */
function isWhole(draft: Draft, sums: readonly Equation[]): boolean {
  return sums.every(({ left }) =>
    left.every((id) => {
      const cell = draft.cells.get(id);
      return cell !== undefined && (isBlank(cell) || cell.value !== undefined);
    }),
  );
}
