import { periodsIn } from "../draft/period.ts";
import { tellingIn } from "../draft/prose.ts";
import { search } from "../draft/remember.ts";
import { bodyOf, insertPassage, isBlank, nextLine, topOf, wholeOf } from "./passages.ts";
import type { Rule } from "./rule.ts";
import { quote } from "./wording.ts";

const speaksOfPeriod = search((text) => /统计(?:期|时|周期|数据)|数据.{0,6}期限/u.test(text) || undefined);

export default {
  id: "missing-period",
  severity: "warning",
  certainty: "suspicious",
  title: "没有写统计期限",
  why: "报告的开头通常写明编制依据、组成部分和统计期限，读者据此知道数字包括哪一段时间。统计期限是自然年度：报告年度的1月1日至12月31日。",
  source: "各地通行的实务；《条例》第四十九条：每年公布上一年度的报告",
  incomplete: "report",
  *check(draft) {
    const { outline, sections, year, title, form } = draft;
    const overview = sections.find(({ section }) => section.id === form.sections[0]?.id);
    if (overview === undefined || isBlank(draft, bodyOf(draft, overview)) || periodsIn(outline).length > 0) return;
    // Another way to write it may be there.
    if (tellingIn(outline).some((prose) => prose.kind === "paragraph" && speaksOfPeriod(prose))) return;
    const block = title?.block;
    const place = nextLine(draft.text, wholeOf(block ?? overview.heading).end);
    const sentence = `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`;
    yield {
      at: topOf(draft),
      message: `没有写统计期限${year === undefined ? "" : `，例如${quote(sentence)}`}`,
      fixes:
        year === undefined
          ? []
          : [
              {
                title: `插入统计期限${year}年1月1日至12月31日`,
                safe: false,
                edits: [insertPassage(draft.text, place, sentence)],
              },
            ],
    };
  },
} satisfies Rule;
