import { type Citation, citingIn, type Quoted } from "../draft/citation.ts";
import type { Draft } from "../draft/draft.ts";
import { isYearCertain } from "../draft/period.ts";
import type { Form } from "../form/form.ts";
import { type Prose, spanIn } from "../read/outline.ts";
import type { Edit, Problem, Rule } from "./rule.ts";

export default {
  id: "wrong-basis",
  severity: "error",
  certainty: "definite",
  title: "编制依据引用有误",
  why: "2021 年度起的报告依据国办公开办函〔2021〕30号公布的格式，2019、2020 年度依据国办公开办函〔2019〕60号。引用通知时，发文机关、格式名称和发文字号要与原文一致：字号多一字、少一字，就成了另一份文件。",
  source: "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
  *check(draft) {
    const citing = citingIn(draft.outline).filter(({ prose }) => prose !== draft.title?.block);
    const cited = citing.flatMap(({ prose, citations }) => citations.map((citation) => ({ prose, citation })));
    const isDueCited = cited.some(({ citation }) => citation.form === draft.due);
    for (const { prose, citation } of cited) {
      const problems = citation.misquotes.map((quoted) => misquote(prose, quoted));
      if (citation.form === draft.due || !isYearCertain(draft)) yield* problems;
      else yield* superseded(draft, prose, citation, isDueCited);
    }
  },
} satisfies Rule;

function misquote(prose: Prose, { from, to, expected }: Quoted): Problem {
  const actual = prose.text.slice(from, to);
  return {
    at: spanIn(prose, from, to),
    message: `引用的编制依据有误：“${actual}”应为“${expected}”`,
    expected,
    actual,
    fixes: [{ title: `改为“${expected}”`, safe: true, edits: [edit(prose, { from, to, expected })] }],
  };
}

function* superseded(
  draft: Draft,
  prose: Prose,
  { form, title, number }: Citation,
  isDueCited: boolean,
): Iterable<Problem> {
  const place = number ?? title;
  if (place === undefined) return;
  const { due, year } = draft;
  const edits = [
    ...(title === undefined ? [] : [edit(prose, { ...title, expected: due.notice.title })]),
    ...(number === undefined ? [] : [edit(prose, { ...number, expected: due.notice.number })]),
  ];
  yield {
    at: spanIn(prose, place.from, place.to),
    severity: isDueCited ? "warning" : "error",
    message: `${year ?? ""}年度报告应依据${due.notice.number}，这里引用的${form.notice.number}只适用于${span(form)}的报告`,
    expected: due.notice.number,
    actual: prose.text.slice(place.from, place.to),
    // Where the right notice is cited beside it, replacing this one would only repeat it.
    fixes: isDueCited ? [] : [{ title: `改为引用${due.notice.number}`, safe: true, edits }],
  };
}

function span({ years: { from, to } }: Form): string {
  return to === undefined ? `${from}年度起` : `${from}至${to}年度`;
}

function edit(prose: Prose, { from, to, expected }: Quoted): Edit {
  return { at: spanIn(prose, from, to), text: expected };
}
