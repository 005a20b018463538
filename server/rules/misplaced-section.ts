import type { Draft, LocatedSection } from "../draft/draft.ts";
import { outOfOrder } from "../draft/order.ts";
import { headingOf } from "../form/index.ts";
import { extentOf, movePassage } from "./passages.ts";
import type { Edit, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "misplaced-section",
  severity: "error",
  certainty: "definite",
  title: "部分的次序与规定不符",
  why: "六个部分的次序由格式规定。修复时整个部分连同其中的表一起移动，内容不变。",
  source: "《条例》第五十条；年度报告格式",
  *check(draft) {
    const { sections } = draft.form;
    const rank = ({ section }: LocatedSection) => sections.findIndex(({ id }) => id === section.id);
    // Of a section that stands twice nobody knows which one is meant.
    const located = draft.sections.filter((one) =>
      draft.sections.every((other) => other === one || rank(other) !== rank(one)),
    );
    const moved = outOfOrder(located.map(rank));
    const kept = located.filter((_, at) => !moved.includes(at));
    for (const at of moved) {
      const one = located[at];
      if (one === undefined) continue;
      const above = kept.filter((other) => rank(other) < rank(one)).at(-1);
      const below = kept.find((other) => rank(one) < rank(other));
      const neighbour = above ?? below;
      if (neighbour === undefined) continue;
      const place = `${quote(headingOf(neighbour.section))}之${above === undefined ? "前" : "后"}`;
      yield {
        at: one.heading.span,
        message: `${quote(headingOf(one.section))}应在${place}`,
        related: [{ at: neighbour.heading.span, message: `应在这一部分之${above === undefined ? "前" : "后"}` }],
        fixes: [{ title: `移到${place}`, safe: true, edits: moveTo(draft, one, above, below) }],
      };
    }
  },
} satisfies Rule;

function moveTo(
  draft: Draft,
  one: LocatedSection,
  above: LocatedSection | undefined,
  below: LocatedSection | undefined,
): readonly Edit[] {
  const extent = extentOf(draft, one);
  const offset = above === undefined ? below && extentOf(draft, below).start : extentOf(draft, above).end;
  return movePassage(draft.text, extent, offset ?? extent.start);
}
