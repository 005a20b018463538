import { spanIn } from "../read/outline.ts";
import type { Fix, Rule } from "./rule.ts";
import { sourceOf, wordedOf } from "./texts.ts";

export default {
  id: "nested-title-marks",
  severity: "info",
  certainty: "style",
  title: "书名号里面的书名号写法不对",
  why: "书名号里面的一层用单书名号：《……〈……〉……》。",
  source: "《标点符号用法》（GB/T 15834）",
  *check(draft) {
    for (const { prose, wording } of wordedOf(draft)) {
      for (const { from, to, due } of wording.nested) {
        const ends = [from, to - 1];
        const edits = ends.flatMap((at, nth) => {
          const source = sourceOf(draft, prose, at, at + 1);
          return source === undefined ? [] : [{ at: source, text: due.charAt(nth) }];
        });
        const fix: Fix = { title: `改为“${due}”`, safe: true, edits };
        const actual = ends.map((at) => prose.text[at]).join("");
        yield {
          at: spanIn(prose, from, prose.text.slice(from, to).includes("\n") ? from + 1 : to),
          message: `书名号里面的一层应用“${due}”，现为“${actual}”`,
          expected: due,
          actual,
          fixes: edits.length === 2 ? [fix] : [],
        };
      }
    }
  },
} satisfies Rule;
