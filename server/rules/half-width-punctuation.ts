import { spanIn } from "../read/outline.ts";
import { gathered } from "./gathered.ts";
import type { Rule } from "./rule.ts";
import { sourceOf, wordedTextsOf } from "./texts.ts";

export default {
  id: "half-width-punctuation",
  severity: "hint",
  certainty: "style",
  title: "中文里用了半角标点",
  why: "中文里的标点用全角；数、网址、发文字号和外文里的除外。全文合为一处提示，一次改正。",
  source: "《标点符号用法》（GB/T 15834）",
  *check(draft) {
    const slips = wordedTextsOf(draft).flatMap(({ prose, wording }) =>
      wording.halfWidth.flatMap(({ from, to, due }) => {
        // Blanks behind the mark go with it, but not those that part it from emphasis or a link.
        const isPlain = to > from + 1 && sourceOf(draft, prose, from, to + 1) !== undefined;
        const source = sourceOf(draft, prose, from, isPlain ? to : from + 1);
        return source === undefined ? [] : [{ at: spanIn(prose, from, from + 1), source, due, mark: prose.text[from] }];
      }),
    );
    const [first] = slips;
    if (first !== undefined) yield gathered(slips, `中文里用了半角标点：“${first.mark}”应为“${first.due}”`);
  },
} satisfies Rule;
