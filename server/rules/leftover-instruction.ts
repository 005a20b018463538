import { spanIn } from "../read/outline.ts";
import { gathered } from "./gathered.ts";
import { habits } from "./habits.ts";
import type { Rule } from "./rule.ts";
import { wordedOf } from "./texts.ts";

export default {
  id: "leftover-instruction",
  severity: "warning",
  certainty: "suspicious",
  title: "模板的说明或者空缺没有处理",
  why: "格式里的说明是写给编写人看的，不是报告的内容；“XX”“____”和填写提示要换成实际内容。",
  source: "国办公开办函〔2021〕30号所附格式；实务",
  *check(draft) {
    const worded = wordedOf(draft).filter(({ prose }) => prose !== draft.title?.block);
    const slips = worded.flatMap(({ prose, wording }) =>
      wording.leftovers.map(({ leftover: { what }, from, words }) => {
        return { at: spanIn(prose, from, from + words.length), message: `“${words}”${what}` };
      }),
    );
    for (const group of habits(slips, ({ message }) => message)) yield gathered(group, group[0]?.message ?? "");
  },
} satisfies Rule;
