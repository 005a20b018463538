import type { Draft, LocatedTitle } from "../draft/draft.ts";
import { type Period, periodsIn, type Year } from "../draft/period.ts";
import { mistakenMentions, openings, type YearMention, yearsIn } from "../draft/stale-year.ts";
import { type Prose, spanIn } from "../read/outline.ts";
import { firstLine } from "./passages.ts";
import type { Fix, Problem, Rule } from "./rule.ts";

export default {
  id: "wrong-year",
  severity: "error",
  certainty: "definite",
  title: "年份前后不一致",
  why: "标题、统计期限和正文说的应是同一个年度。沿用上年的稿子时，常有一两处年份没有改。发文字号、文件名称、上年对比和下年打算里的年份不检查。",
  source: "《条例》第四十九条：每年公布上一年度的报告；统计期限为自然年度，是各地通行的实务",
  *check(draft) {
    const { title, outline } = draft;
    const periods = periodsIn(outline);
    const torn = periods.filter(({ from, to }) => to !== undefined && to.year !== from.year);
    for (const period of torn) yield tornPeriod(period, title?.year);
    if (title?.year === undefined) return;
    const { year } = title;
    const others = periods.filter((period) => period.from.year !== year && !torn.includes(period));
    for (const period of others) yield* disagreement(draft, title, year, period);
    if (torn.length + others.length > 0) return;
    const mentions = mistakenMentions(draft, year);
    const [first, ...more] = mentions;
    const isTitleAlone = periods.length === 0 && openings(outline, year) === 0;
    if (first !== undefined && more.length > 0 && isTitleAlone) yield* disagreement(draft, title, year, first);
    else for (const mention of mentions) yield mistaken(mention, year);
  },
} satisfies Rule;

function tornPeriod({ prose, from, to = from }: Period, reported: number | undefined): Problem {
  const [wrong, right] = from.year === reported || reported === undefined ? [to, from.year] : [from, reported];
  return {
    at: yearSpan(prose, wrong),
    message: `统计期限从${from.year}年到${to.year}年，应在同一年度之内`,
    expected: `${right}`,
    actual: `${wrong.year}`,
    fixes: [mend(`改为${right}年`, prose, [from, to], right)],
  };
}

/** Title and period, or title and prose, that differ; points at the one the rest of the text speaks against. */
function* disagreement(draft: Draft, title: LocatedTitle, year: number, told: Period | YearMention): Iterable<Problem> {
  const [what, years] =
    "from" in told ? ["统计期限", told.to === undefined ? [told.from] : [told.from, told.to]] : ["正文", [told]];
  const [first] = years;
  if (first === undefined) return;
  const inTitle = yearsIn(title.prose.text, year);
  const [titleYear] = inTitle;
  const isTitleWrong = openings(draft.outline, year) < openings(draft.outline, first.year);
  const [here, at] = isTitleWrong && titleYear !== undefined ? [title.prose, titleYear] : [told.prose, first];
  const mendTitle = mend(`标题改为${first.year}年`, title.prose, inTitle, first.year);
  const mendOther = mend(`${what}改为${year}年`, told.prose, years, year);
  const offered = "from" in told ? [mendOther, mendTitle] : [mendTitle];
  const fixes = offered.filter(({ edits }) => edits.length > 0);
  yield {
    at: yearSpan(here, at),
    message: `标题是${year}年，${what}是${first.year}年，应为同一年度`,
    expected: `${at === first ? year : first.year}`,
    actual: `${at.year}`,
    related: [{ at: at === first ? firstLine(title.prose) : yearSpan(told.prose, first), message: "与这里的年份不同" }],
    fixes: isTitleWrong ? fixes.toReversed() : fixes,
  };
}

function mistaken(mention: YearMention, year: number): Problem {
  return {
    at: yearSpan(mention.prose, mention),
    severity: "warning",
    message: `这里写的是${mention.year}年的情况，报告的年度是${year}年，请核对年份`,
    expected: `${year}`,
    actual: `${mention.year}`,
    fixes: [mend(`改为${year}年`, mention.prose, [mention], year)],
  };
}

function yearSpan(prose: Prose, { at }: Year) {
  return spanIn(prose, at, at + 4);
}

/** Which of the years is right only the clerk knows. */
function mend(title: string, prose: Prose, years: readonly Year[], year: number): Fix {
  return { title, safe: false, edits: years.map((one) => ({ at: yearSpan(prose, one), text: `${year}` })) };
}
