import { type CheckedEquation, figureOf, isBlank } from "../draft/arithmetic.ts";
import { type Discrepancy, diagnosisOf } from "../draft/diagnosis.ts";
import type { Draft } from "../draft/draft.ts";
import { resultsMissing } from "../draft/results.ts";
import { nameOf, putFigure, relatedTo, shown, sumText } from "./figures.ts";
import { kindOf, mistaken, together, wayFix } from "./mismatches.ts";
import type { Fix, Problem, Rule } from "./rule.ts";

export default {
  id: "sum-mismatch",
  severity: "error",
  certainty: "definite",
  title: "合计与各项之和不符",
  why: "表三每行的总计等于自然人与法人或其他组织各项之和，每列的（七）总计等于（一）至（六）各项之和；表四每组的总计等于四种结果之和。总计与分项对不上，读者无从判断哪一个数是真的。空白按 0 计。",
  source: "年度报告格式表三、表四的表样；表三左上角印有勾稽关系",
  *check(draft) {
    const { repairs, discrepancies } = diagnosisOf(draft);
    for (const repair of repairs) {
      if (kindOf(repair) !== "sum" || (repair.along === "row" && repair.shift !== undefined)) continue;
      const problem = mistaken(draft, repair);
      if (problem !== undefined) yield problem;
    }
    for (const discrepancy of discrepancies) {
      if (kindOf(discrepancy) === "sum") yield* unexplained(draft, discrepancy);
    }
  },
} satisfies Rule;

function* unexplained(draft: Draft, discrepancy: Discrepancy): Iterable<Problem> {
  const { equations } = discrepancy;
  // That the results were left out is reported as such, and a blank total by the rule on blanks.
  if (equations.every(({ equation, leftSum }) => equation.of === "rows" && leftSum === 0) && resultsMissing(draft))
    return;
  const [one] = equations;
  const [total] = one?.right ?? [];
  if (one === undefined || total === undefined || isBlank(total)) return;
  yield equations.length > 1 ? together(draft, discrepancy) : wrongTotal(draft, one, discrepancy);
}

/** The total does not match; which of the figures is wrong cannot be told. */
function wrongTotal(draft: Draft, one: CheckedEquation, { ways }: Discrepancy): Problem {
  const { left, right, leftSum, rightSum } = one;
  const [total] = right;
  if (total === undefined) throw new Error("A sum has a total");
  const fixes = [
    ...ways.map(wayFix),
    putFigure(total, leftSum, `${total.column.leaf.label}改为 ${leftSum}`),
    ...addendFixes(draft, one),
  ];
  return {
    at: total.box.span,
    message: `${nameOf(draft, total)}应为 ${leftSum}，现为 ${shown(total)}：${sumText(left, leftSum)}`,
    cells: [total.id],
    expected: String(leftSum),
    actual: String(rightSum),
    related: relatedTo(draft, left),
    fixes: fixes.filter(({ edits }, at) => fixes.findIndex((fix) => sameEdit(fix, edits)) === at),
  };
}

/** Other ways to close the gap: one filled addend at a time takes all of it. */
function addendFixes(draft: Draft, { left, leftSum, rightSum }: CheckedEquation): readonly Fix[] {
  const gap = rightSum - leftSum;
  return left
    .filter((cell) => figureOf(cell) > 0 && figureOf(cell) + gap >= 0)
    .slice(0, 3)
    .map((cell) => putFigure(cell, figureOf(cell) + gap, `${nameOf(draft, cell)}改为 ${figureOf(cell) + gap}`));
}

function sameEdit({ edits }: Fix, other: Fix["edits"]): boolean {
  return (
    edits.length === other.length &&
    edits.every(({ at, text }, nth) => {
      const same = other[nth];
      return at.start === same?.at.start && text === same.text;
    })
  );
}
