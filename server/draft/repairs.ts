import { type CheckedEquation, figureOf } from "./arithmetic.ts";
import type { Cell } from "./draft.ts";
import { lineRepairs } from "./line-repairs.ts";
import { correctionOf, type Evidence, evidenceOf, type Holding, isOpen, type Repair } from "./repair.ts";

const EVIDENCE: readonly Evidence[] = ["crossed blank", "crossed cell", "crossed line", "blank", "rearranged", "none"];

/**
 * Sums along rows and columns are a code: a wrong figure breaks exactly the equations it stands in. `certain` are the
 * repairs with evidence that no other with as much evidence contests; `possible` are the others.
 */
export function repairsOf(checked: readonly CheckedEquation[]): {
  readonly certain: readonly Repair[];
  readonly possible: readonly Repair[];
} {
  if (checked.every(({ holds }) => holds)) return { certain: [], possible: [] };
  const holding = equationsByCell(checked);
  const all = [...singles(holding), ...lineRepairs(holding)];
  const known = all.filter((one) => isFounded(one) && !all.some((other) => contests(other, one)));
  const certain = known.filter((one) => !known.some((other) => one !== other && isPartOf(one, other)));
  return { certain, possible: all.filter((one) => !known.includes(one)) };
}

/** Figures of one row may be the only ones that can be at fault, with no other evidence than that. */
function isFounded({ evidence, along }: Repair): boolean {
  return evidence !== "none" || along === "row";
}

/** Whether a repair that is as well founded mends one of the same relations in another way. */
function contests(other: Repair, one: Repair): boolean {
  if (rank(other) > rank(one) || isPartOf(one, other) || isPartOf(other, one)) return false;
  return other.equations.some((equation) => one.equations.includes(equation));
}

function isPartOf(one: Repair, other: Repair): boolean {
  return one.changes.every(({ cell, value }) =>
    other.changes.some((change) => change.cell === cell && change.value === value),
  );
}

function equationsByCell(checked: readonly CheckedEquation[]): Holding {
  const holding = new Map<Cell, CheckedEquation[]>();
  for (const one of checked) {
    if (one.equation.kind === "stock") continue;
    for (const cell of [...one.left, ...one.right]) {
      const known = holding.get(cell);
      if (known === undefined) holding.set(cell, [one]);
      else known.push(one);
    }
  }
  return holding;
}

function rank({ evidence }: Repair): number {
  return EVIDENCE.indexOf(evidence);
}

/** Single figures all of whose equations are broken by the same difference; of one equation alone, blanks only. */
function singles(holding: Holding): readonly Repair[] {
  return [...holding].flatMap(([cell, equations]): readonly Repair[] => {
    const [first] = equations;
    if (first === undefined || (equations.length < 2 && !isOpen(cell))) return [];
    const change = correctionOf(first, cell);
    const value = figureOf(cell) + change;
    if (change === 0 || value < 0 || equations.some((one) => correctionOf(one, cell) !== change)) return [];
    const changes = [{ cell, value }];
    return [{ along: "row", changes, equations, evidence: evidenceOf(changes, equations) }];
  });
}
