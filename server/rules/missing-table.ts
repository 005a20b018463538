import type { LocatedSection } from "../draft/draft.ts";
import type { Table } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { writeTable } from "../write/markdown.ts";
import { insertBelow, lineEnding } from "./edits.ts";
import type { Edit, Rule } from "./rule.ts";

export default {
  id: "missing-table",
  severity: "error",
  certainty: "definite",
  title: "缺少规定的表",
  why: "第二、三、四部分以表格形式报告。表格贴成图片、漏了表，数就无法核对，也无法汇总。补上的表留空，由填写人填数。",
  source: "《条例》第五十条；年度报告格式",
  incomplete: "part",
  *check(draft) {
    const found = new Set(draft.tables.map(({ table }) => table.id));
    const reported = new Set<string>();
    for (const { section, heading } of draft.sections) {
      const { table } = section;
      if (table === undefined || found.has(table.id) || reported.has(table.id)) continue;
      reported.add(table.id);
      const rows = table.blocks.flatMap((block) => leavesOf(block.rows)).filter(({ label }) => label !== "").length;
      yield {
        at: heading.span,
        message: `“${section.number}、${section.title}”缺少${table.name}${rows > 0 ? `（${rows} 行）` : ""}，或表中的行名、列名都无法识别`,
        fixes: [
          {
            title: `插入空白的${table.name}`,
            safe: false,
            edits: [inserted(draft.text, heading, table)],
          },
        ],
      };
    }
  },
} satisfies Rule;

/** The table below the heading, with a blank line before it, and one after it where there is none yet. */
function inserted(text: string, heading: LocatedSection["heading"], table: Table): Edit {
  const end = heading.kind === "heading" ? heading.whole.end : heading.span.end;
  const below = insertBelow(text, end, ["", ...writeTable(table, () => "")]);
  const isLast =
    /^\s*$/u.test(text.slice(below.at.end)) || /^(?:\r\n|\r|\n)[ \t]*[\r\n]/u.test(text.slice(below.at.end));
  return isLast ? below : { ...below, text: below.text + lineEnding(text) };
}
