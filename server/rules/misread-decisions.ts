import { figureOf } from "../draft/arithmetic.ts";
import { leavesOf } from "../form/index.ts";
import { nameOf, relatedTo } from "./figures.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "misread-decisions",
  severity: "hint",
  certainty: "suspicious",
  title: "处理决定数量像是由项目数量算出来的",
  why: "2019 年格式的“上一年项目数量”“本年增/减”数的是清单上的项目，“处理决定数量”数的是作出的决定，两者之间没有加减关系。决定的件数恰好等于项目数加增减数，多半是把决定当成了项目。",
  source: "2019 年年度报告格式表二的列名；各地通行的实务",
  *check(draft) {
    const cells = [...draft.cells.values()];
    for (const change of cells.filter(({ kind }) => kind === "change")) {
      const columns = leavesOf(change.row.block.columns);
      const at = columns.findIndex(({ id }) => id === change.column.leaf.id);
      const [items, decisions] = [columns[at - 1], columns[at + 1]].map((leaf) =>
        cells.find(({ row, column }) => row === change.row && column.leaf.id === leaf?.id),
      );
      if (items === undefined || decisions === undefined) continue;
      if ([items, change, decisions].some(({ value }) => value === undefined) || figureOf(change) === 0) continue;
      // Among small figures the sum comes about by chance.
      if (figureOf(items) + figureOf(change) !== figureOf(decisions) || figureOf(decisions) < 10) continue;
      const sign = figureOf(change) < 0 ? "−" : "+";
      yield {
        at: decisions.box.span,
        message: `${nameOf(draft, decisions)}恰好是 ${figureOf(items)} ${sign} ${Math.abs(figureOf(change))} = ${figureOf(decisions)}，请核对是否把项目数当成了决定的件数`,
        cells: [decisions.id],
        actual: decisions.box.text,
        related: relatedTo(draft, [items, change]),
      };
    }
  },
} satisfies Rule;
