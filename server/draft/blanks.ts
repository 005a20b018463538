import { type CheckedEquation, isBlank } from "./arithmetic.ts";
import { type Diagnosis, diagnosisOf } from "./diagnosis.ts";
import type { Cell, Draft, LocatedRow, LocatedTable } from "./draft.ts";
import { groupBy } from "./group-by.ts";
import { cellsIn } from "./tables.ts";

/** Blanks in more rows than this are a habit, not slips. */
const SLIPS = 3;

/** Blanks that are blank for one reason. */
export interface Blanks {
  /** What is blank from end to end; `some` where it is only cells here and there. */
  readonly whole: "table" | "column" | "row" | "some";
  readonly cells: readonly Cell[];
  /** Relations that fail while the cells are blank, the one printed in the form first. */
  readonly equations: readonly CheckedEquation[];
  /** Figures that would make them hold, where the figures around tell. */
  readonly due: ReadonlyMap<Cell, number>;
}

/** The blank cells of a table, those with the same cause together. Rows that are read as shifted do not count. */
export function blanksOf(draft: Draft, { table }: LocatedTable): readonly Blanks[] {
  const diagnosis = diagnosisOf(draft);
  const shifted = new Set(
    diagnosis.repairs.flatMap(({ shift, changes }) => (shift === undefined ? [] : changes.map(({ cell }) => cell))),
  );
  const cells = cellsIn(draft, table).filter((cell) => !shifted.has(cell));
  const blank = cells.filter(isBlank);
  if (blank.length === 0) return [];
  const gather = (whole: Blanks["whole"], some: readonly Cell[]) => gathered(diagnosis, whole, some);
  if (blank.length === cells.length) return [gather("table", blank)];
  const columns = blankColumns(cells);
  const rest = blank.filter((cell) => !columns.some((column) => column.includes(cell)));
  const groups = byCause(diagnosis, cells, rest);
  const harmless = groups.filter(({ equations }) => equations.length === 0);
  const habit = harmless.flatMap((group) => group.cells);
  return [
    ...columns.map((column) => gather("column", column)),
    ...groups.filter(({ equations }) => equations.length > 0),
    ...(harmless.length > SLIPS ? [gather("some", habit)] : harmless),
  ];
}

function byCause(diagnosis: Diagnosis, cells: readonly Cell[], blank: readonly Cell[]): readonly Blanks[] {
  const rows = groupBy(cells, ({ row }) => row);
  const isWhole = (row: LocatedRow) => rows.get(row)?.every(isBlank) === true;
  return [...groupBy(blank, (cell) => (isWhole(cell.row) ? cell.row : causeOf(diagnosis, cell))).values()].map(
    (group) => {
      const whole = group.length > 1 && group.every(({ row }) => isWhole(row)) ? "row" : "some";
      return gathered(diagnosis, whole, group);
    },
  );
}

/** Columns left blank from top to bottom, or nearly so, while most of the others are filled in. */
function blankColumns(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const columns = [...groupBy(cells, ({ column }) => column.leaf.id).values()];
  const blank = columns
    .map((column) => ({ column, blanks: column.filter(isBlank) }))
    .filter(({ column, blanks }) => blanks.length >= SLIPS && blanks.length * 2 >= column.length)
    .map(({ blanks }) => blanks);
  return blank.length * 2 < columns.length ? blank : [];
}

/** What blanks have in common that are blank for one reason: the repair that fills them, what they break, the row. */
function causeOf({ repairs, discrepancies }: Diagnosis, cell: Cell): unknown {
  const repair = repairs.find(({ changes }) => changes.some((change) => change.cell === cell));
  if (repair !== undefined) return repair;
  const broken = discrepancies.flatMap(({ equations }) => equations.filter((one) => stands(cell, one)));
  if (broken.length === 0) return cell.row;
  return broken.map(({ equation: { kind, of, line } }) => `${kind} ${of} ${line.id}`).join();
}

function gathered({ repairs, discrepancies }: Diagnosis, whole: Blanks["whole"], cells: readonly Cell[]): Blanks {
  const changes = repairs.flatMap((repair) => repair.changes).filter(({ cell }) => cells.includes(cell));
  const broken = [
    ...repairs.filter((repair) => repair.changes.some(({ cell }) => cells.includes(cell))),
    ...discrepancies,
  ]
    .flatMap(({ equations }) => equations)
    .filter((one) => cells.some((cell) => stands(cell, one)))
    .toSorted((a, b) => Number(b.equation.kind === "balance") - Number(a.equation.kind === "balance"));
  const due = new Map(changes.map(({ cell, value }) => [cell, value]));
  const [cell, ...others] = cells;
  const told = others.length > 0 || cell === undefined ? undefined : totalDue(broken, cell);
  if (cell !== undefined && told !== undefined && !due.has(cell)) due.set(cell, told);
  return { whole, cells, equations: broken, due };
}

/** The figure that would mend the first relation, for a blank that is a total of other figures. */
function totalDue([first]: readonly CheckedEquation[], cell: Cell): number | undefined {
  if (first === undefined || first.right[0] !== cell) return undefined;
  const due = first.leftSum - first.rightSum;
  return due < 0 ? undefined : due;
}

function stands(cell: Cell, { left, right }: CheckedEquation): boolean {
  return left.includes(cell) || right.includes(cell);
}
