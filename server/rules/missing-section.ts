import { headingOf } from "../form/index.ts";
import { insertPassage, sectionMarks, topOf } from "./passages.ts";
import type { Rule } from "./rule.ts";
import { neighboursOf, placeFor } from "./section-place.ts";
import { quote } from "./wording.ts";

export default {
  id: "missing-section",
  severity: "error",
  certainty: "definite",
  title: "缺少规定的部分",
  why: "年度报告必须包含规定的六个部分，没有数据或者事项的部分也要保留标题：表填 0，其他事项写明没有。补上的只是标题，内容由填写人写。",
  source: "《条例》第五十条第一款；年度报告格式",
  incomplete: "report",
  *check(draft) {
    for (const section of draft.form.sections) {
      if (draft.sections.some((located) => located.section.id === section.id)) continue;
      const heading = headingOf(section);
      const above = neighboursOf(draft, section).above?.heading.span;
      yield {
        at: above ?? topOf(draft),
        message: `缺少“${heading}”这一部分`,
        expected: heading,
        fixes: [
          {
            title: `补上标题${quote(heading)}`,
            safe: false,
            edits: [insertPassage(draft.text, placeFor(draft, section), `${sectionMarks(draft)} ${heading}`)],
          },
        ],
      };
    }
  },
} satisfies Rule;
