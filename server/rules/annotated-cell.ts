import { rewriteBox } from "./edits.ts";
import { nameOf } from "./figures.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "annotated-cell",
  severity: "info",
  title: "数据栏中夹有文字",
  why: "数据栏只写数：单位已印在表上，说明写在表外。检查时按开头的数计算，文字会妨碍汇总。",
  source: "实务通行做法",
  *check(draft) {
    for (const cell of draft.cells.values()) {
      const { numeral, box } = cell;
      if (numeral.state !== "annotated") continue;
      yield {
        at: box.span,
        message: `${nameOf(draft, cell)}只写数，现为“${box.text}”：检查时按 ${numeral.digits} 计`,
        cells: [cell.id],
        expected: numeral.digits,
        actual: box.text,
        fixes: [
          {
            title: `只保留 ${numeral.digits}`,
            safe: /^[件条个项宗起]$/u.test(numeral.words),
            edits: [rewriteBox(box, numeral.digits)],
          },
        ],
      };
    }
  },
} satisfies Rule;
