import { arithmeticOf, type CheckedEquation, figureOf, writeSum } from "../draft/arithmetic.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import type { Leaf, Line } from "../form/form.ts";
import { type CellId, type Equation, equationsOf, leavesOf } from "../form/index.ts";
import { quote, slotOf } from "../rules/wording.ts";

/** Longer sums are shown by the groups of the form. */
const WRITTEN_IN_FULL = 8;

/** More cells than these are no help to somebody who looks for the one that is wrong. */
const CELLS_NAMED = 3;

/** Every formula a cell stands in, in words and with the figures of the draft, a point each. */
export function writtenFormulas(draft: Draft, { id }: Cell): readonly string[] {
  const { checked } = arithmeticOf(draft);
  return equationsOf(draft.form)
    .filter(({ left, right }) => left.includes(id) || right.includes(id))
    .map((equation) => {
      const figures = checked.find((one) => one.equation === equation);
      return `${inWords(draft, equation)}：${figures === undefined ? whyNot(draft, equation) : inFigures(draft, figures)}`;
    });
}

function inWords(draft: Draft, { kind, of, left, right }: Equation): string {
  const name = (id: CellId) => labelOf(draft, of, id);
  const side = (ids: readonly CellId[]) => {
    if (ids.length <= WRITTEN_IN_FULL) return ids.map(name).join(" + ");
    const terms = termsOf(draft, ids);
    return `“${terms[0]?.label}”至“${terms.at(-1)?.label}”共 ${ids.length} 项之和`;
  };
  return `${of === "columns" ? "本行" : "本列"} ${side(left)} ${kind === "stock" ? "≤" : "="} ${side(right)}`;
}

/** What tells a cell from the others of its row (`columns`) or of its column (`rows`). */
function labelOf({ form }: Draft, of: Equation["of"], id: CellId): string {
  const slot = slotOf(form, id);
  return (of === "columns" ? slot?.column.label : slot?.row.label) ?? id;
}

function whyNot(draft: Draft, { left, right }: Equation): string {
  const cells = [...left, ...right].map((id) => draft.cells.get(id));
  if (cells.some((cell) => cell === undefined)) return "有的格没有找到，暂不能核对";
  if (cells.every((cell) => cell?.numeral.state === "blank")) return "各格均为空白";
  if (draft.stage === "draft" && cells.some((cell) => cell?.numeral.state === "blank")) return "有的格还没有填";
  return "有的格不是数字，暂不能核对";
}

function inFigures(draft: Draft, one: CheckedEquation): string {
  const { equation, left, right, leftSum, rightSum, holds } = one;
  const gap = `差 ${Math.abs(leftSum - rightSum)}${alike(draft, one)}`;
  const verdict = holds ? " ✓" : equation.kind === "sum" ? `，现为 ${rightSum}，${gap}` : `，${gap}`;
  const other = equation.kind === "sum" ? "" : `${comparison(equation, holds)}${side(draft, right, rightSum)}`;
  return `${side(draft, left, leftSum)}${other}${verdict}${blanks([...left, ...right])}`;
}

/** The cells whose figure is just what is amiss: one that was left out, or counted twice. */
function alike(draft: Draft, { equation, left, right, leftSum, rightSum }: CheckedEquation): string {
  const gap = Math.abs(leftSum - rightSum);
  if (gap === 0 || equation.kind === "stock") return "";
  const equal = (equation.kind === "sum" ? left : [...left, ...right]).filter((cell) => figureOf(cell) === gap);
  if (equal.length === 0) return "";
  const names = equal.slice(0, CELLS_NAMED).map(({ id }) => quote(labelOf(draft, equation.of, id)));
  return `（${names.join("")}${equal.length > CELLS_NAMED ? `等 ${equal.length} 格` : ""}正好是这个数）`;
}

function comparison({ kind }: Equation, holds: boolean): string {
  if (kind === "stock") return holds ? " ≤ " : " > ";
  return "，";
}

/** `1 + 0 + 2 = 3`, or `（一）1 + （二）(0 + 2) = 3`; a single figure stands for itself. */
function side(draft: Draft, cells: readonly Cell[], sum: number): string {
  if (cells.length === 1) return String(sum);
  if (cells.length <= WRITTEN_IN_FULL) return `${writeSum(cells)} = ${sum}`;
  const terms = termsOf(
    draft,
    cells.map(({ id }) => id),
  ).map(({ label, ids }) => {
    const own = cells.filter((cell) => ids.includes(cell.id) && figureOf(cell) !== 0);
    return `${numberOf(label)}${own.length > 1 ? `(${writeSum(own)})` : writeSum(own) || "0"}`;
  });
  return `${terms.join(" + ")} = ${sum}`;
}

/** A line of the form that a long sum is told by, with those of its cells that are added up. */
interface Term {
  readonly label: string;
  readonly ids: readonly CellId[];
}

/** The lines under the innermost heading that is over all of the cells. */
function termsOf({ form }: Draft, ids: readonly CellId[]): readonly Term[] {
  const slots = ids.flatMap((id) => slotOf(form, id) ?? []);
  const down = new Set(slots.map(({ row }) => row)).size > 1;
  const idOf = new Map<Leaf, CellId>(slots.map((slot) => [down ? slot.row : slot.column, slot.id]));
  const under = (lines: readonly Line[]): readonly Term[] => {
    const terms = lines.flatMap((line) => {
      const own = ("lines" in line ? leavesOf(line.lines) : [line]).flatMap((leaf) => idOf.get(leaf) ?? []);
      return own.length === 0 ? [] : [{ line, label: line.label, ids: own }];
    });
    const [only] = terms;
    return terms.length === 1 && only !== undefined && "lines" in only.line ? under(only.line.lines) : terms;
  };
  const [slot] = slots;
  return slot === undefined ? [] : under(down ? slot.block.rows : slot.block.columns);
}

/** `（三）` of `（三）不予公开`; a label without a number as it is, with a blank before its figure. */
function numberOf(label: string): string {
  const end = label.startsWith("（") ? label.indexOf("）") : -1;
  return end === -1 ? `${label} ` : label.slice(0, end + 1);
}

function blanks(cells: readonly Cell[]): string {
  const count = cells.filter(({ numeral }) => numeral.state === "blank").length;
  return count === 0 ? "" : `（空白 ${count} 格按 0 计）`;
}
