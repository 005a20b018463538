import { dueFigures } from "../draft/diagnosis.ts";
import { resultsMissing } from "../draft/results.ts";
import { relatedTo } from "./figures.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "missing-results",
  severity: "error",
  certainty: "definite",
  title: "有申请而没有办理结果",
  why: "本年新收和上年结转的申请，每一件都要在办理结果中计一次，没有办完的计入结转下年度。申请不为 0，而办理结果各项和结转下年度全部为 0，说明结果漏填。",
  source: "《条例》第三十六条至第四十条；年度报告格式表三的勾稽关系",
  *check(draft) {
    const missing = resultsMissing(draft);
    const [first] = missing?.results ?? [];
    if (missing === undefined || first === undefined) return;
    // Applications that are known to be a slip of the pen need no result.
    const due = dueFigures(draft);
    if (missing.due.every((cell) => due.get(cell) === 0)) return;
    yield {
      at: first.row.box.span,
      message: `${first.table.name}有申请要办理（${missing.count} 件），办理结果各项和结转下年度却都是 0：每件申请应按结果计入其中一项`,
      cells: missing.closed.filter((id) => draft.cells.has(id)).slice(-1),
      related: relatedTo(draft, missing.due),
    };
  },
} satisfies Rule;
