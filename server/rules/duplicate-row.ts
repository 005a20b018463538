import type { Draft, LocatedRow } from "../draft/draft.ts";
import { removeLines } from "./edits.ts";
import type { Rule } from "./rule.ts";
import { rowTitle } from "./wording.ts";

export default {
  id: "duplicate-row",
  severity: "error",
  certainty: "definite",
  title: "同一行出现两次",
  why: "表中每一行只有一行；重复的行不参加检查，留下哪一行由填写人决定。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    for (const { table, rows } of draft.tables) {
      for (const row of rows) {
        if (!row.repeated || isUnderRepeated(draft, row)) continue;
        const first = rows.find(({ leaf }) => leaf === row.leaf);
        const isSame = first !== undefined && figuresOf(first).join() === figuresOf(row).join();
        const advice = isSame ? "两行的数相同，删去一行即可" : "两行的数不同，请核对留下哪一行";
        yield {
          at: row.box.span,
          message: `${rowTitle(table, row.leaf)}${row.leaf.label === "" ? "填数的" : ""}一行重复出现，检查时以前一行为准；${advice}`,
          related: first === undefined ? [] : [{ at: first.box.span, message: "前一行" }],
          fixes:
            row.grid.markup === "pipes"
              ? [{ title: "删去重复的这一行", safe: false, edits: [removeLines(draft.text, row.row.span)] }]
              : [],
        };
      }
    }
  },
} satisfies Rule;

/** Under a section that stands there twice every row does: that the section does says it all. */
function isUnderRepeated({ sections }: Draft, { grid }: LocatedRow): boolean {
  const own = sections.find(({ body }) => body.includes(grid));
  return own !== undefined && sections.find(({ section }) => section.id === own.section.id) !== own;
}

function figuresOf({ row, columns }: LocatedRow): readonly string[] {
  return columns.map(({ index }) => row.boxes[index]?.text ?? "");
}
