import type { Lonely } from "../draft/title-marks.ts";
import { spanIn } from "../read/outline.ts";
import type { Rule } from "./rule.ts";
import { sentencesOf, wordedOf } from "./texts.ts";

export default {
  id: "unpaired-mark",
  severity: "warning",
  certainty: "definite",
  title: "括号、引号、书名号不成对",
  why: "一段之内有前半没有后半，或者反过来，多半是漏打或者误删。补在哪里由填写人决定。",
  source: "《标点符号用法》（GB/T 15834）",
  *check(draft) {
    const marksAt = new Map(wordedOf(draft).map(({ nth, wording }) => [nth, wording.lonely]));
    for (const { prose, wording, nth } of wordedOf(draft)) {
      for (const lonely of wording.lonely) {
        const { at, name, isOpen } = lonely;
        // What one paragraph opens the next may close; a quotation opens anew in each of its paragraphs.
        if (marksAt.get(isOpen ? nth + 1 : nth - 1)?.some((other) => meets(lonely, other)) === true) continue;
        if (isOpen && name === "引号" && sentencesOf(draft)[nth + 1]?.text.startsWith("“") === true) continue;
        const [here, there] = isOpen ? ["前", "后"] : ["后", "前"];
        yield { at: spanIn(prose, at, at + 1), message: `这个${here}${name}没有与它配对的${there}${name}` };
      }
    }
  },
} satisfies Rule;

function meets(one: Lonely, other: Lonely): boolean {
  return one.name === other.name && one.isOpen !== other.isOpen;
}
