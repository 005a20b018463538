import { arithmeticOf, type CheckedEquation, isBlank, isReadable, sumOf } from "./arithmetic.ts";
import type { Cell, Draft } from "./draft.ts";
import { groupBy } from "./group-by.ts";
import { oncePer } from "./remember.ts";
import type { Repair } from "./repair.ts";
import { repairsOf } from "./repairs.ts";

/** What is wrong with the figures of a draft, each cause once. */
export interface Diagnosis {
  /** Figures that are known to be wrong. */
  readonly repairs: readonly Repair[];
  /** Relations that fail without telling which figure is wrong. */
  readonly discrepancies: readonly Discrepancy[];
}

/** Relations that fail for one reason. */
export interface Discrepancy {
  /** Of one kind, in one table; several where the differences of the columns add up among themselves. */
  readonly equations: readonly CheckedEquation[];
  /** Changes that would mend all of them, none more likely than the others. */
  readonly ways: readonly Repair[];
}

/** Finds the causes behind the relations that do not hold; computed once per draft. */
export const diagnosisOf = oncePer((draft: Draft): Diagnosis => {
  const { checked, guessed } = arithmeticOf(draft);
  const { certain, possible } = knownRepairs(checked, guessed);
  const broken = checked.filter(({ holds, equation }) => !holds && equation.kind !== "stock");
  const explained = new Set(certain.flatMap(({ equations }) => equations));
  const due = new Map(certain.flatMap(({ changes }) => changes.map(({ cell, value }) => [cell, value])));
  const open = broken.filter((one) => !explained.has(one));
  const rows = rowDiscrepancies(open, possible, explained, due);
  const columns = columnDiscrepancies(open, checked, possible, explained, due);
  return { repairs: certain, discrepancies: [...rows, ...columns] };
});

/** What cells should say that say something else, as far as it is known; cells with a text that stands for 0 included. */
export const dueFigures = oncePer((draft: Draft): ReadonlyMap<Cell, number> => {
  const due = new Map(
    diagnosisOf(draft).repairs.flatMap(({ changes }) => changes.map(({ cell, value }) => [cell, value] as const)),
  );
  const { guessed } = arithmeticOf(draft);
  for (const cell of draft.cells.values()) {
    if (isReadable(cell) || due.has(cell)) continue;
    // An inequality holds with many figures, 0 among them: it tells none.
    const own = guessed.filter(
      ({ equation, left, right }) => equation.kind !== "stock" && [...left, ...right].includes(cell),
    );
    const alone = own.every(({ left, right }) => [...left, ...right].every((one) => one === cell || isReadable(one)));
    if (own.length > 0 && alone && own.every(({ holds }) => holds)) due.set(cell, 0);
  }
  return due;
});

/**
 * Repairs, those of cells that hold no figure included; but a cell that holds none, or a total left blank, is not
 * passed over to blame others.
 */
function knownRepairs(checked: readonly CheckedEquation[], guessed: readonly CheckedEquation[]) {
  const { certain, possible } = repairsOf([...checked, ...guessed]);
  const isFair = ({ changes, equations }: Repair) =>
    equations.every(({ equation, left, right }) => {
      const telling = [...left, ...right].filter((cell) => !changes.some((change) => change.cell === cell));
      const openTotal = equation.kind === "sum" && telling.some((cell) => right.includes(cell) && isBlank(cell));
      return !openTotal && telling.every(isReadable);
    });
  return { certain: certain.filter(isFair), possible: possible.filter(isFair) };
}

/**
 * Every row whose total does not match is a cause of its own. A total that is wrong in its row is wrong in its
 * column, too, so that column is judged by the total that is due; and a column that is out by the same amount as a
 * row has its fault in that row.
 */
function rowDiscrepancies(
  open: readonly CheckedEquation[],
  possible: readonly Repair[],
  explained: Set<CheckedEquation>,
  due: Map<Cell, number>,
): readonly Discrepancy[] {
  return open
    .filter(({ equation }) => equation.of === "columns")
    .map((one) => {
      const ways = possible.filter(({ changes, equations }) => changes.length === 1 && equations.includes(one));
      const [way] = ways.filter(({ equations }) => !equations.some((other) => explained.has(other)));
      const [total] = one.right;
      for (const equation of way?.equations ?? []) explained.add(equation);
      for (const { cell, value } of way?.changes ?? []) due.set(cell, value);
      if (way === undefined && total !== undefined) due.set(total, one.leftSum);
      return { equations: [one], ways };
    });
}

/** Columns, by what is due in their rows. Differences that add up along the row come from one and the same row. */
function columnDiscrepancies(
  open: readonly CheckedEquation[],
  checked: readonly CheckedEquation[],
  possible: readonly Repair[],
  explained: ReadonlySet<CheckedEquation>,
  due: ReadonlyMap<Cell, number>,
): readonly Discrepancy[] {
  const gap = ({ left, right }: CheckedEquation) => sumOf(left, due) - sumOf(right, due);
  const wrong = open.filter((one) => one.equation.of === "rows" && !explained.has(one) && gap(one) !== 0);
  const groups = groupBy(wrong, ({ equation: { table, kind } }) => `${table.id} ${kind}`);
  return [...groups.values()].flatMap((group): readonly Discrepancy[] => {
    const kin = checked.filter(({ equation }) => isKin(equation, group[0]?.equation));
    const whole = kin.every((one) => group.includes(one) || gap(one) === 0);
    if (group.length < 2 || !whole || !addsUp(kin, gap)) return group.map((one) => ({ equations: [one], ways: [] }));
    const ways = possible.filter(
      ({ along, equations }) =>
        along === "row" && equations.length === group.length && equations.every((one) => group.includes(one)),
    );
    return [{ equations: group, ways }];
  });
}

function isKin(one: CheckedEquation["equation"], other: CheckedEquation["equation"] | undefined): boolean {
  return one.table === other?.table && one.kind === other.kind && one.of === other.of;
}

/** Whether the differences of the columns obey the sums that every row obeys. */
function addsUp(kin: readonly CheckedEquation[], gap: (one: CheckedEquation) => number): boolean {
  const gaps = new Map(kin.map((one) => [one.equation.line.id, gap(one)]));
  const sums = (kin[0]?.equation.table.blocks ?? []).flatMap(({ formulas }) =>
    formulas.filter(({ kind, of }) => kind === "sum" && of === "columns"),
  );
  const total = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (gaps.get(id) ?? Number.NaN), 0);
  return sums.length > 0 && sums.every(({ left, right }) => total(left) === total(right));
}
