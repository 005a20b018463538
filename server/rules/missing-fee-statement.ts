import type { Draft } from "../draft/draft.ts";
import { headingOf } from "../form/index.ts";
import { bodyOf, extentOf, insertPassage, isBlank, nextLine, prosesOf, wholeOf } from "./passages.ts";
import type { Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "missing-fee-statement",
  severity: "error",
  certainty: "definite",
  title: "没有报告信息处理费收取情况",
  why: "自 2021 年起依申请公开可以收取信息处理费，收取情况要纳入年度报告，接受社会监督：收取了多少件、多少元；没有收取的，写明未收取。没有单独的栏目，通常写在第六部分；写在其他部分的不再提示。",
  source: "国办函〔2020〕109号及各地实施通知；写在第六部分为各地通行的实务",
  incomplete: "part",
  *check(draft) {
    const form = draft.year === undefined ? draft.form : draft.due;
    for (const { id, statements = [] } of form.sections) {
      const located = draft.sections.find(({ section }) => section.id === id);
      if (located === undefined || isBlank(draft, bodyOf(draft, located))) continue;
      for (const { name, words, sentence } of statements) {
        if (isStated(draft, id, words)) continue;
        const place = nextLine(draft.text, wholeOf(located.heading).end);
        yield {
          at: located.heading.span,
          message: `${quote(headingOf(located.section))}没有写${name}，没有收取的也应写明，例如“${sentence}”`,
          fixes: [
            {
              title: `插入“${sentence}”，请核实后使用`,
              safe: false,
              edits: [insertPassage(draft.text, place, sentence)],
            },
          ],
        };
      }
    }
  },
} satisfies Rule;

/** Any of the words where they belong, or the official one, which comes first, anywhere else. */
function isStated(draft: Draft, id: string, words: readonly string[]): boolean {
  const under = draft.sections.filter(({ section }) => section.id === id).map((located) => extentOf(draft, located));
  const [official = ""] = words;
  return (
    under.some(({ start, end }) => words.some((word) => draft.text.slice(start, end).includes(word))) ||
    prosesOf(draft.outline.blocks).some(({ text }) => text.replaceAll(/《[^《》]*》/gu, "").includes(official))
  );
}
