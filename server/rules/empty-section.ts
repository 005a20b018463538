import type { Draft, LocatedSection } from "../draft/draft.ts";
import { lettersOf } from "../draft/label.ts";
import { headingOf } from "../form/index.ts";
import type { OutlineBlock } from "../read/outline.ts";
import { bodyOf, extentOfAspect, firstLine, isBlank, lettersIn, prosesOf } from "./passages.ts";
import type { Problem, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

/** Fewer letters than this cannot name a problem and what was done about it. */
const SHORTEST = 10;

export default {
  id: "empty-section",
  severity: "error",
  certainty: "definite",
  title: "有标题没有内容",
  why: "六个部分都要有内容：第一部分逐项写五个方面，第五部分写问题和改进情况，第六部分没有事项的也要写明没有。第五部分只写“无”等于没有报告。整篇正文一字未写的空白表不提示。",
  source: "《条例》第五十条第一款；第五部分不得只写“无”、小标题下应有内容，为实务要求",
  incomplete: "part",
  *check(draft) {
    const prose = draft.sections.filter(({ section }) => section.table === undefined);
    if (!isBegun(draft, prose)) return;
    for (const located of prose) {
      const body = bodyOf(draft, located);
      const letters = located.section.id === "problems" ? lettersIn(draft, body) : undefined;
      if (isBlank(draft, body))
        yield { at: located.heading.span, message: `${quote(headingOf(located.section))}没有内容` };
      else if (letters !== undefined && letters.length < SHORTEST) yield tooShort(located, letters);
      else yield* emptyAspects(draft, located);
    }
  },
} satisfies Rule;

/** A blank form nobody has written a word in yet lacks nothing. */
function isBegun(draft: Draft, prose: readonly LocatedSection[]): boolean {
  const first = draft.sections[0]?.heading.span.start ?? 0;
  const isTitle = (start: number) => draft.title !== undefined && start < draft.title.prose.span.end;
  const isAbove = ({ kind, span }: OutlineBlock) => kind === "paragraph" && span.start < first && !isTitle(span.start);
  return draft.outline.blocks.some(isAbove) || prose.some((located) => !isBlank(draft, bodyOf(draft, located)));
}

function tooShort({ section, heading, body }: LocatedSection, letters: string): Problem {
  const text = prosesOf(body).find((block) => lettersOf(block.text) !== "");
  const isNothing = /^(?:本年度|目前)?(?:暂?无|没有|不存在)/u.test(letters);
  return {
    at: text === undefined ? heading.span : firstLine(text),
    severity: isNothing ? "error" : "warning",
    message: `${quote(headingOf(section))}只写了“${letters}”，应写明本年度存在的主要问题和改进情况`,
  };
}

function* emptyAspects(draft: Draft, located: LocatedSection): Iterable<Problem> {
  const empty = located.aspects.filter((aspect) => isBlank(draft, extentOfAspect(draft, located, aspect)));
  const [first, ...others] = empty;
  if (first === undefined) return;
  const names = empty.map(({ aspect }) => quote(aspect.title)).join("");
  yield {
    at: firstLine(first.heading),
    severity: "warning",
    message: `小标题${names}下没有内容`,
    related: others.map(({ heading }) => ({ at: firstLine(heading), message: "这个小标题下也没有内容" })),
  };
}
