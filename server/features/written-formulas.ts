import { arithmeticOf, type CheckedEquation, figureOf, writeSum } from "../draft/arithmetic.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import { type CellId, type Equation, equationsOf } from "../form/index.ts";
import { slotOf } from "../rules/wording.ts";

/** Longer sums are shown by their ends and their figures other than 0. */
const WRITTEN_IN_FULL = 8;

/** Every formula a cell stands in, in words and with the figures of the draft, a point each. */
export function writtenFormulas(draft: Draft, { id }: Cell): readonly string[] {
  const { checked } = arithmeticOf(draft);
  return equationsOf(draft.form)
    .filter(({ left, right }) => left.includes(id) || right.includes(id))
    .map((equation) => {
      const figures = checked.find((one) => one.equation === equation);
      return `${inWords(draft, equation)}：${figures === undefined ? whyNot(draft, equation) : inFigures(figures)}`;
    });
}

function inWords(draft: Draft, { kind, of, left, right }: Equation): string {
  const name = (id: CellId) => {
    const slot = slotOf(draft.form, id);
    return (of === "columns" ? slot?.column.label : slot?.row.label) ?? id;
  };
  const side = (ids: readonly CellId[]) => {
    const [first, last] = [ids[0], ids.at(-1)];
    if (ids.length <= WRITTEN_IN_FULL || first === undefined || last === undefined) return ids.map(name).join(" + ");
    return `“${name(first)}”至“${name(last)}”共 ${ids.length} 项之和`;
  };
  return `${of === "columns" ? "本行" : "本列"} ${side(left)} ${kind === "stock" ? "≤" : "="} ${side(right)}`;
}

function whyNot(draft: Draft, { left, right }: Equation): string {
  const cells = [...left, ...right].map((id) => draft.cells.get(id));
  if (cells.some((cell) => cell === undefined)) return "有的格没有找到，暂不能核对";
  if (cells.every((cell) => cell?.numeral.state === "blank")) return "各格均为空白";
  if (draft.stage === "draft" && cells.some((cell) => cell?.numeral.state === "blank")) return "有的格还没有填";
  return "有的格不是数字，暂不能核对";
}

function inFigures({ equation, left, right, leftSum, rightSum, holds }: CheckedEquation): string {
  const gap = `差 ${Math.abs(leftSum - rightSum)}`;
  const verdict = holds ? " ✓" : equation.kind === "sum" ? `，现为 ${rightSum}，${gap}` : `，${gap}`;
  const other = equation.kind === "sum" ? "" : `${comparison(equation, holds)}${side(right, rightSum)}`;
  return `${side(left, leftSum)}${other}${verdict}${blanks([...left, ...right])}`;
}

function comparison({ kind }: Equation, holds: boolean): string {
  if (kind === "stock") return holds ? " ≤ " : " > ";
  return "，";
}

/** `1 + 0 + 2 = 3`; a single figure stands for itself. */
function side(cells: readonly Cell[], sum: number): string {
  if (cells.length === 1) return String(sum);
  if (cells.length <= WRITTEN_IN_FULL) return `${writeSum(cells)} = ${sum}`;
  const filled = cells.filter((cell) => figureOf(cell) !== 0);
  if (filled.length === 0) return `${cells.length} 项均为 0，和为 0`;
  const rest = cells.length - filled.length;
  return `${writeSum(filled)} = ${sum}${rest === 0 ? "" : `（其余 ${rest} 项为 0）`}`;
}

function blanks(cells: readonly Cell[]): string {
  const count = cells.filter(({ numeral }) => numeral.state === "blank").length;
  return count === 0 ? "" : `（空白 ${count} 格按 0 计）`;
}
