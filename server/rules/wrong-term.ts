import type { Draft } from "../draft/draft.ts";
import type { FoundTerm } from "../draft/wording.ts";
import { type Prose, spanIn } from "../read/outline.ts";
import { gathered, type Slip } from "./gathered.ts";
import { habits } from "./habits.ts";
import type { Rule } from "./rule.ts";
import { freelyWordedOf, sourceOf } from "./texts.ts";

export default {
  id: "wrong-term",
  severity: "warning",
  certainty: "style",
  title: "用词不当",
  why: "常见的错字、重复的字和不规范的说法。只查没有第二种读法的；文件名称和引文里的不查。",
  source: "国办函〔2020〕109号的用语；GB/T 15834、GB/T 15835；规范汉语",
  *check(draft) {
    const slips = freelyWordedOf(draft).flatMap(({ prose, wording }) =>
      wording.terms.map((found) => ({ ...found, ...slipOf(draft, prose, found) })),
    );
    for (const group of habits(slips, ({ term }) => term.wrong.source)) {
      const [first] = group;
      if (first === undefined) continue;
      const { term, actual, expected } = first;
      const note = [expected === undefined ? [] : `应为“${expected}”`, term.note ?? []].flat().join("，");
      const { severity, isDoubtful } = term;
      const told = expected === undefined ? { severity, actual } : { severity, actual, expected };
      yield gathered(group, `“${actual}”${expected === undefined ? "：" : ""}${note}`, told, isDoubtful !== true);
    }
  },
} satisfies Rule;

function slipOf(
  draft: Draft,
  prose: Prose,
  { from, actual, due }: FoundTerm,
): Slip & { readonly expected: string | undefined } {
  const to = from + actual.length;
  const source = sourceOf(draft, prose, from, to);
  return { at: spanIn(prose, from, to), source, due: source === undefined ? undefined : due, expected: due };
}
