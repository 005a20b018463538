import type { Form } from "../form/form.ts";
import { type CellId, type Equation, equationsOf } from "../form/index.ts";
import type { Cell, Draft } from "./draft.ts";
import { oncePer } from "./remember.ts";

/** An equation of the form with today's figures. */
export interface CheckedEquation {
  readonly equation: Equation;
  readonly left: readonly Cell[];
  readonly right: readonly Cell[];
  readonly leftSum: number;
  readonly rightSum: number;
  /** Whether the relation holds as the figures stand, blanks counted as 0. */
  readonly holds: boolean;
}

/** Which of the form's relations hold between the figures of a draft. */
export interface Arithmetic {
  readonly checked: readonly CheckedEquation[];
  /** Equations that cannot be judged: a cell is absent or holds no figure, or all of them are blank; in a draft, one is. */
  readonly unchecked: readonly Equation[];
  /** Those of them that have all their cells, with 0 for the cells that hold no figure. */
  readonly guessed: readonly CheckedEquation[];
}

/** Checks every relation of the form that can be judged; computed once per draft. */
export const arithmeticOf = oncePer((draft: Draft): Arithmetic => {
  const checked: CheckedEquation[] = [];
  const unchecked: Equation[] = [];
  const guessed: CheckedEquation[] = [];
  for (const equation of equationsOf(draft.form)) {
    const left = cellsOf(draft, equation.left);
    const right = cellsOf(draft, equation.right);
    const one = left === undefined || right === undefined ? undefined : judge(equation, left, right);
    const every = (holds: (cell: Cell) => boolean) => (left ?? []).every(holds) && (right ?? []).every(holds);
    if (draft.stage === "draft" && !every(isFilled)) {
      unchecked.push(equation);
      continue;
    }
    const areReadable = every(isReadable);
    if (one !== undefined && areReadable && !every(isBlank)) {
      checked.push(one);
      continue;
    }
    unchecked.push(equation);
    if (one !== undefined && !areReadable) guessed.push(one);
  }
  return { checked, unchecked, guessed };
});

/** The figure of a cell as sums count it: a blank is 0. */
export function figureOf(cell: Cell): number {
  return cell.value ?? 0;
}

/** True where a cell says nothing at all. */
export function isBlank({ numeral }: Cell): boolean {
  return numeral.state === "blank";
}

function isFilled(cell: Cell): boolean {
  return !isBlank(cell);
}

/** True where sums can count a cell: it holds a figure or is blank. */
export function isReadable(cell: Cell): boolean {
  return isBlank(cell) || cell.value !== undefined;
}

/** The sum of some cells, with other figures in place of those given. */
export function sumOf(cells: readonly Cell[], instead: ReadonlyMap<Cell, number>): number {
  return cells.reduce((sum, cell) => sum + (instead.get(cell) ?? figureOf(cell)), 0);
}

/** `1 + 0 + 2`: the figures of some cells written out. */
export function writeSum(cells: readonly Cell[]): string {
  return cells.map((cell) => String(figureOf(cell))).join(" + ");
}

/** A total as its addends give it, down its column (`rows`) or along its row (`columns`); another figure as it is. */
export function addedUp(draft: Draft, cell: Cell, of: "rows" | "columns"): number {
  const equation = totalsOf(draft.form)[of].get(cell.id);
  const addends = equation === undefined ? undefined : cellsOf(draft, equation.left);
  return addends === undefined ? figureOf(cell) : totalOf(addends);
}

/** The first sum that gives each total. */
const totalsOf = oncePer((form: Form) => {
  const totals = { rows: new Map<CellId, Equation>(), columns: new Map<CellId, Equation>() };
  for (const equation of equationsOf(form).filter(({ kind }) => kind === "sum")) {
    const own = totals[equation.of];
    for (const id of equation.right) if (!own.has(id)) own.set(id, equation);
  }
  return totals;
});

/** All the cells, or nothing if one is absent: other rules report that. */
function cellsOf(draft: Draft, ids: readonly CellId[]): readonly Cell[] | undefined {
  const cells: Cell[] = [];
  for (const id of ids) {
    const cell = draft.cells.get(id);
    if (cell === undefined) return undefined;
    cells.push(cell);
  }
  return cells;
}

function totalOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + figureOf(cell), 0);
}

function judge(equation: Equation, left: readonly Cell[], right: readonly Cell[]): CheckedEquation {
  const leftSum = totalOf(left);
  const rightSum = totalOf(right);
  const holds = equation.kind === "stock" ? leftSum <= rightSum : leftSum === rightSum;
  return { equation, left, right, leftSum, rightSum, holds };
}
