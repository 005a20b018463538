import { type CheckedEquation, figureOf } from "../draft/arithmetic.ts";
import { type Discrepancy, diagnosisOf } from "../draft/diagnosis.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import { resultsMissing } from "../draft/results.ts";
import { nameOf, putFigure, relatedTo, sumText } from "./figures.ts";
import { kindOf, mistaken, rowNames, together } from "./mismatches.ts";
import type { Fix, Problem, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "balance-mismatch",
  severity: "error",
  certainty: "definite",
  title: "勾稽关系不成立",
  why: "表三每一列都要满足表上印明的勾稽关系：第一项加第二项之和，等于第三项（七）总计加第四项之和。收进来的申请，要么今年办完，要么结转到下一年。空白按 0 计。",
  source: "年度报告格式表三左上角印明的勾稽关系",
  *check(draft) {
    const { repairs, discrepancies } = diagnosisOf(draft);
    for (const repair of repairs) {
      if (kindOf(repair) !== "balance" || (repair.along === "row" && repair.shift !== undefined)) continue;
      if (isUnbooked(draft, repair)) continue;
      const problem = mistaken(draft, repair);
      if (problem !== undefined) yield problem;
    }
    for (const discrepancy of discrepancies) {
      const { equations } = discrepancy;
      const [one] = equations;
      if (one === undefined || kindOf(discrepancy) !== "balance") continue;
      if (equations.length === 1) yield unbalanced(draft, one);
      else if (!isUnbooked(draft, discrepancy)) yield together(draft, discrepancy);
    }
  },
} satisfies Rule;

/** That nothing was booked at all is reported as such. */
function isUnbooked(draft: Draft, { equations }: Pick<Discrepancy, "equations">): boolean {
  return equations.every(({ rightSum }) => rightSum === 0) && resultsMissing(draft) !== undefined;
}

function unbalanced(draft: Draft, one: CheckedEquation): Problem {
  const { equation, left, right, leftSum, rightSum } = one;
  const [closed] = right;
  if (closed === undefined) throw new Error("A balance has two sides");
  const sides = `${rowNames(left)}之和为 ${sumText(left, leftSum)}，${rowNames(right)}之和为 ${sumText(right, rightSum)}`;
  return {
    at: closed.box.span,
    message: `${equation.table.name}${quote(equation.line.label)}一列勾稽关系不成立：${sides}，相差 ${Math.abs(leftSum - rightSum)}`,
    cells: [closed.id],
    related: relatedTo(
      draft,
      [...left, ...right].filter((cell) => cell !== closed),
    ),
    fixes: waysToBalance(draft, one),
  };
}

/** Every figure that alone closes the gap: what is carried over first, for it appears in no other sum. */
function waysToBalance(draft: Draft, { left, right, leftSum, rightSum }: CheckedEquation): readonly Fix[] {
  const gap = leftSum - rightSum;
  const change = (cell: Cell, by: number) =>
    figureOf(cell) + by < 0
      ? []
      : [putFigure(cell, figureOf(cell) + by, `${nameOf(draft, cell)}改为 ${figureOf(cell) + by}`)];
  return [...right.toReversed().flatMap((cell) => change(cell, gap)), ...left.flatMap((cell) => change(cell, -gap))];
}
