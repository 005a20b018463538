import type { Form } from "../../server/form/form.ts";
import { type CellId, type Equation, equationsOf, slotsOf } from "../../server/form/index.ts";
import type { Cells } from "../support/reports.ts";

// What can be known of a slip in the figures, computed from the form's relations alone and not from any rule.

/** Figures after a slip; undefined for a cell that holds no figure of its kind. */
export type Figures = ReadonlyMap<CellId, number | undefined>;

/** The figures of a report with some of its cells rewritten. */
export function figuresAfter(form: Form, cells: Cells, changes: ReadonlyMap<CellId, string>): Figures {
  return new Map(slotsOf(form).map(({ id }) => [id, readFigure(changes.get(id) ?? String(cells[id] ?? ""))]));
}

function readFigure(text: string): number | undefined {
  return /^(?:0|-?[1-9]\d*)(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

/** Whether anything at all betrays the slip: a relation that fails, or a cell without a figure. */
export function isNoticeable(form: Form, figures: Figures): boolean {
  if ([...figures.values()].includes(undefined)) return true;
  return equationsOf(form).some((equation) => !holds(equation, figures));
}

/** How many single figures there are that, put in the place of one cell, make every relation of the form true. */
export function countRepairs(form: Form, figures: Figures): number {
  const equations = equationsOf(form);
  const broken = equations.filter((equation) => !holds(equation, figures));
  const open = [...figures].filter(([, value]) => value === undefined).map(([id]) => id);
  // An inequality is mended by any figure that is large or small enough.
  if (broken.some(({ kind }) => kind === "stock")) return Number.POSITIVE_INFINITY;
  if (open.length > 1) return 0;
  const candidates = open.length === 1 ? open : [...figures.keys()];
  return candidates.filter((id) => {
    const own = equations.filter(({ left, right, kind }) => kind !== "stock" && [...left, ...right].includes(id));
    const [first] = own;
    if (first === undefined) return false;
    const value = (figures.get(id) ?? 0) + gap(first, figures) * (first.left.includes(id) ? -1 : 1);
    const mended = new Map(figures).set(id, value);
    if (value < 0 || value === figures.get(id)) return false;
    return [...broken, ...own].every((equation) => holds(equation, mended));
  }).length;
}

function holds(equation: Equation, figures: Figures): boolean {
  return equation.kind === "stock" ? gap(equation, figures) <= 0 : gap(equation, figures) === 0;
}

/** What the left side has more than the right. */
function gap({ left, right }: Equation, figures: Figures): number {
  const sum = (ids: readonly CellId[]) => ids.reduce((all, id) => all + (figures.get(id) ?? 0), 0);
  return sum(left) - sum(right);
}
