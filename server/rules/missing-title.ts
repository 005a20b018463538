import type { Draft } from "../draft/draft.ts";
import { agencyPlaceholder } from "../draft/title.ts";
import type { Heading } from "../read/outline.ts";
import { lineStart } from "./edits.ts";
import { insertPassage, topOf } from "./passages.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "missing-title",
  severity: "error",
  certainty: "definite",
  title: "缺少标题",
  why: "标题写明哪个机关、哪个年度的报告：机关全称、年份，加上报告的名称。检查时也靠标题认出年度和机关层级。",
  source: "年度报告格式；标题的写法为各地通行的实务",
  incomplete: "report",
  *check(draft) {
    if (draft.title !== undefined) return;
    const year = draft.year === undefined ? "" : `${draft.year}年`;
    const title = `${agencyPlaceholder}${year}${draft.due.title}`;
    const top = lineStart(draft.text, draft.outline.blocks[0]?.span.start ?? 0);
    const wanted = `${agencyPlaceholder}${year === "" ? "（年份）年" : year}${draft.due.title}`;
    const other = otherTitle(draft);
    if (other !== undefined) {
      yield {
        at: other.span,
        message: `标题“${other.text.trim()}”没有写明是${draft.due.title}，应写“${wanted}”`,
      };
      return;
    }
    yield {
      at: draft.sections[0]?.heading.span ?? topOf(draft),
      message: `报告没有标题，开头应写“${wanted}”`,
      fixes: [{ title: "补上标题，机关名称待填", safe: false, edits: [insertPassage(draft.text, top, `# ${title}`)] }],
    };
  },
} satisfies Rule;

/** A heading above the sections that calls itself a report, but not this one. */
function otherTitle({ outline, sections, due }: Draft): Heading | undefined {
  const first = sections[0]?.heading.span.start ?? 0;
  return outline.blocks
    .filter((block) => block.kind === "heading")
    .find(({ span, text }) => span.end <= first && text.trim().endsWith(due.title.slice(-2)) && !text.includes("\n"));
}
