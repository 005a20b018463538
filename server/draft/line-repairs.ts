import { type CheckedEquation, figureOf, isBlank, sumOf } from "./arithmetic.ts";
import type { Cell } from "./draft.ts";
import { groupBy } from "./group-by.ts";
import { changesTo, correctionOf, evidenceOf, type Holding, type Repair } from "./repair.ts";

/** Repairs of several figures of one row or column. */
export function lineRepairs(holding: Holding): readonly Repair[] {
  const lines = linesOf(holding);
  return [
    ...lines.flatMap((line) => lineRepair(line, holding) ?? []),
    ...lines.flatMap((line) => shiftRepairs(line, holding)),
    ...columnRepairs(lines, holding),
  ];
}

interface CellLine {
  readonly along: Exclude<Repair["along"], "columns">;
  readonly cells: readonly Cell[];
}

/** The rows and columns of cells, each in the order of the form. */
function linesOf(holding: Holding): readonly CellLine[] {
  const cells = [...holding.keys()];
  const rows = groupBy(cells, ({ row }) => row);
  const columns = groupBy(cells, ({ table, column }) => `${table.id}.${column.leaf.id}`);
  return [
    ...[...rows.values()].map((line) => ({ along: "row", cells: line }) as const),
    ...[...columns.values()].map((line) => ({ along: "column", cells: line }) as const),
  ];
}

/** Several figures of one line: the equations across it tell each its value, and those along it have to agree. */
function lineRepair({ along, cells }: CellLine, holding: Holding): Repair | undefined {
  const values = new Map<Cell, number>();
  const own = new Set<CheckedEquation>();
  const across = new Set<CheckedEquation>();
  for (const cell of cells) {
    const change = changeAcross(cell, along, holding, { own, across });
    if (change === undefined || figureOf(cell) + change < 0) return undefined;
    values.set(cell, figureOf(cell) + change);
  }
  const changes = changesTo(values, (cell, value) => value !== figureOf(cell));
  if (changes.length < 2 || [...own].some(({ left, right }) => sumOf(left, values) !== sumOf(right, values))) return;
  const equations = [...own, ...across].filter(({ holds }) => !holds);
  const evidence = evidenceOf(changes, equations);
  const shift = shiftOf(cells.map(figureOf), [...values.values()]);
  if (shift === undefined) return { along, changes, equations, evidence };
  return {
    along,
    changes: changesTo(values, (cell, value) => isBlank(cell) || value !== figureOf(cell)),
    equations,
    evidence,
    shift,
  };
}

/** Whether a line holds what is due one place further on or back; what fell off its end may be any figure. */
function shiftOf(written: readonly number[], due: readonly number[]): 1 | -1 | undefined {
  const holds = (kept: readonly number[], from: number) =>
    kept.some((figure) => figure > 0) && kept.every((figure, at) => figure === written[at + from]);
  if (holds(due.slice(0, -1), 1)) return 1;
  return holds(due.slice(1), 0) ? -1 : undefined;
}

/** Whole columns that stand under the heads of others: told to their own, the figures of every row add up. */
function columnRepairs(lines: readonly CellLine[], holding: Holding): readonly Repair[] {
  const rows = lines.flatMap(({ along, cells: [first] }) =>
    along === "row" && first !== undefined
      ? (holding.get(first) ?? []).filter(({ equation }) => equation.kind === "sum" && equation.of === "columns")
      : [],
  );
  const equations = rows.filter(({ holds }) => !holds);
  if (equations.length < 3) return [];
  return ordersOf(rows[0]?.left.length ?? 0).flatMap((order): readonly Repair[] => {
    const values = new Map(
      rows.flatMap(({ left, right }) => {
        const cells = [...left, ...right];
        return cells.map((cell, at) => [cell, figureOf(cells[order[at] ?? at] ?? cell)] as const);
      }),
    );
    if (rows.some(({ left, right }) => sumOf(left, values) !== sumOf(right, values))) return [];
    const changes = changesTo(values, (cell, value) => value !== figureOf(cell));
    return [{ along: "columns", changes, equations, evidence: "crossed line" }];
  });
}

/** Ways to confuse a column of totals with the columns before it: changed places with one, or put before them all. */
function ordersOf(total: number): readonly (readonly number[])[] {
  const places = Array.from({ length: total + 1 }, (_, at) => at);
  const swaps = places.slice(0, -1).map((one) => places.map((at) => (at === one ? total : at === total ? one : at)));
  return [...swaps, [...places.slice(1), 0]];
}

/** What the equations across a line want of one of its cells; undefined where they disagree. */
function changeAcross(
  cell: Cell,
  along: Repair["along"],
  holding: Holding,
  { own, across }: { readonly own: Set<CheckedEquation>; readonly across: Set<CheckedEquation> },
): number | undefined {
  const wanted = new Set<number>();
  for (const one of holding.get(cell) ?? []) {
    if ((one.equation.of === "columns") === (along === "row")) {
      own.add(one);
      continue;
    }
    across.add(one);
    wanted.add(correctionOf(one, cell));
  }
  if (wanted.size > 1) return undefined;
  return [...wanted][0] ?? 0;
}

/**
 * A row without any equation across it, as a row of several sums has: with two neighbours exchanged, or else moved by
 * one place, with the figure that fell off its end put back, all its sums hold.
 */
function shiftRepairs({ along, cells }: CellLine, holding: Holding): readonly Repair[] {
  const own = [...new Set(cells.flatMap((cell) => holding.get(cell) ?? []))];
  const broken = own.filter(({ holds }) => !holds);
  if (along === "column" || broken.length < 2 || own.some(({ equation }) => equation.of === "rows")) return [];
  const exchanged = cells.flatMap((cell, at) => exchangeRepair(cell, cells[at + 1], own));
  if (exchanged.length > 0) return exchanged;
  return ([1, -1] as const).flatMap((shift): readonly Repair[] => {
    const values = new Map(cells.map((cell, at) => [cell, figureOf(cells[at + shift] ?? cell)]));
    const lost = shift > 0 ? cells.at(-1) : cells[0];
    const sum = own.find(({ left, right }) => lost !== undefined && [...left, ...right].includes(lost));
    if (lost === undefined || sum === undefined) return [];
    values.set(lost, 0);
    const gap = sumOf(sum.left, values) - sumOf(sum.right, values);
    values.set(lost, sum.left.includes(lost) ? -gap : gap);
    const holds = own.every(({ left, right }) => sumOf(left, values) === sumOf(right, values));
    if (!holds || [...values.values()].some((value) => value < 0)) return [];
    const changes = changesTo(values, (cell, value) => isBlank(cell) || value !== figureOf(cell));
    return [{ along, changes, equations: broken, evidence: "crossed line", shift }];
  });
}

/** Two neighbours, neither of them blank, that stand in each other's place. */
function exchangeRepair(one: Cell, other: Cell | undefined, own: readonly CheckedEquation[]): readonly Repair[] {
  if (other === undefined || isBlank(one) || isBlank(other)) return [];
  const values = new Map([
    [one, figureOf(other)],
    [other, figureOf(one)],
  ]);
  if (own.some(({ left, right }) => sumOf(left, values) !== sumOf(right, values))) return [];
  const changes = changesTo(values, () => true);
  return [{ along: "row", changes, equations: own.filter(({ holds }) => !holds), evidence: "rearranged" }];
}
