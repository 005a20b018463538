import type { Draft, LocatedSection } from "../draft/draft.ts";
import { outOfOrder } from "../draft/order.ts";
import { headingOf } from "../form/index.ts";
import { bodyOf, extentOf, insertPassage, isBlank, removePassage, wholeOf } from "./passages.ts";
import type { Fix, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "duplicate-section",
  severity: "error",
  certainty: "definite",
  title: "同一部分出现两次",
  why: "年度报告由六个部分组成，每个部分只有一处。同一标题出现两次，多半是复制时多粘了一份，或者把别的部分的标题写成了这一部分的。",
  source: "《条例》第五十条；年度报告格式",
  *check(draft) {
    for (const located of draft.sections) {
      const first = draft.sections.find(({ section }) => section.id === located.section.id);
      if (first === undefined || first === located) continue;
      const name = quote(headingOf(located.section));
      yield {
        at: located.heading.span,
        message: `${name}重复出现，每个部分只应有一处`,
        related: [{ at: first.heading.span, message: `${name}第一次出现在这里` }],
        fixes: [merged(draft, first, located)],
      };
    }
  },
} satisfies Rule;

/** Puts the text below the repeated heading at the end of the section it repeats. */
function merged(draft: Draft, first: LocatedSection, repeated: LocatedSection): Fix {
  const blanks = [repeated, first].filter((one) => isBlank(draft, bodyOf(draft, one)));
  const [blank] = blanks.toSorted((a, b) => disorder(draft, a) - disorder(draft, b));
  if (blank !== undefined) {
    return { title: "删除没有内容的重复标题", safe: true, edits: [removePassage(draft.text, extentOf(draft, blank))] };
  }
  const extent = extentOf(draft, repeated);
  const start = wholeOf(repeated.heading).end;
  const body = draft.text.slice(start, extent.end);
  const behind = start + body.length - body.trimStart().length;
  const { end } = extentOf(draft, first);
  const edits =
    end === extent.start
      ? [{ at: { start: extent.start, end: behind }, text: "" }]
      : [removePassage(draft.text, extent), insertPassage(draft.text, end, body.trim())];
  return { title: "删除重复的标题，内容并入前面的同一部分", safe: false, edits };
}

/** How many sections would be out of order without one of them. */
function disorder({ form, sections }: Draft, without: LocatedSection): number {
  const rest = sections.filter((located) => located !== without);
  return outOfOrder(rest.map(({ section }) => form.sections.findIndex(({ id }) => id === section.id))).length;
}
