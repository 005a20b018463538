import type { Rule } from "./rule.ts";

export default {
  id: "unknown-row",
  severity: "warning",
  certainty: "suspicious",
  title: "表中没有这一行",
  why: "行名与规定的任何一行都对不上，这一行的数没有检查。表样没有小计行，也不能增加行；如果是行名写错了，请对照表样改正。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    for (const { table, strangers } of draft.tables) {
      for (const { box } of strangers) {
        const what = box.text === "" ? "有一行没有行名" : `没有“${box.text}”这一行`;
        yield { at: box.span, message: `${table.name}${what}，其中的数未检查`, actual: box.text };
      }
    }
  },
} satisfies Rule;
