import { mayMakeRegulations } from "../draft/agency.ts";
import { arithmeticOf, figureOf, isBlank } from "../draft/arithmetic.ts";
import { nameOf, putFigure, relatedTo, shown } from "./figures.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "stock-shortfall",
  severity: "error",
  certainty: "definite",
  title: "现行有效件数少于本年净增件数",
  why: "年末现行有效的文件，至少包括本年制发而没有废止的：现行有效件数 ≥ 本年制发件数 − 本年废止件数。只有当年制发又自然失效、且没有计入废止的文件才会例外，属于例外的请说明理由后允许。",
  source: "由各栏目的含义推得（《条例》第二十条第（一）项）",
  *check(draft) {
    for (const { equation, left, right, holds } of arithmeticOf(draft).checked) {
      const stock = right.at(-1);
      if (equation.kind !== "stock" || holds || stock === undefined || [...left, ...right].some(isBlank)) continue;
      // Who may not make regulations at all is told so, and that nothing but 0 is due.
      if (stock.row.leaf.rulemaking === true && mayMakeRegulations(draft) === false) continue;
      const issued = left.reduce((sum, cell) => sum + figureOf(cell), 0);
      const repealed = right.slice(0, -1).reduce((sum, cell) => sum + figureOf(cell), 0);
      const least = issued - repealed;
      yield {
        at: stock.box.span,
        message: `${nameOf(draft, stock)}至少应为 ${least}，现为 ${shown(stock)}：${issued} − ${repealed} = ${least}`,
        cells: [stock.id],
        expected: `≥ ${least}`,
        actual: String(figureOf(stock)),
        related: relatedTo(draft, [...left, ...right.slice(0, -1)]),
        fixes: [putFigure(stock, least, `改为 ${least}（最少的数）`)],
      };
    }
  },
} satisfies Rule;
