import { headingOf } from "../form/index.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "mislabelled-section",
  severity: "error",
  certainty: "definite",
  title: "部分的标题与规定不符",
  why: "六个部分的标题由格式规定，不随机关改写，也不照抄《条例》条文。标题变了，读者和汇总的人就不容易找到对应的部分。",
  source: "年度报告格式规定的六个部分的标题",
  *check(draft) {
    for (const { section, heading, match } of draft.sections) {
      if (match === "exact" || match === "style") continue;
      const expected = headingOf(section);
      const actual = heading.text.trim();
      yield {
        at: heading.span,
        message: `第${section.number}部分的标题应为“${expected}”，现为“${actual}”`,
        expected,
        actual,
        // Where only the number told the section, the words may be meant for something else.
        fixes: [
          { title: `标题改为“${expected}”`, safe: match !== "context", edits: [{ at: heading.span, text: expected }] },
        ],
      };
    }
  },
} satisfies Rule;
