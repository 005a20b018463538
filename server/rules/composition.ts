import { stemsOf } from "../draft/aspects.ts";
import type { Draft } from "../draft/draft.ts";
import { chineseNumeral } from "../draft/numbering.ts";
import { passagesOf, sentencesIn } from "../draft/prose.ts";
import { chineseNumber } from "../draft/quantity.ts";
import { remember } from "../draft/remember.ts";
import { vocabulary } from "../form/vocabulary.ts";
import { type Paragraph, spanIn } from "../read/outline.ts";
import type { Problem } from "./rule.ts";
import { quote } from "./wording.ts";

const COUNT = /([一二三四五六七八九十]|\d{1,2})\s*(?:个\s*)?(?:部分|章节)/u;

/** Such a sentence stands at the top. */
const FIRST = 8;

/** A sentence on what the report is made of (由……六部分组成) that leaves out a part, or counts them wrongly. */
export function* mistakenComposition(draft: Draft): Iterable<Problem> {
  const first: Paragraph[] = [];
  for (const { paragraphs } of passagesOf(draft)) first.push(...paragraphs.slice(0, FIRST - first.length));
  for (const prose of first) {
    for (const { from, sentence } of compositionsIn(prose)) yield* judge(draft, prose, from, sentence);
  }
}

/** The sentences that may say what the report is made of. */
const compositionsIn = remember((text) => {
  const isOne = (sentence: string) => /部分|章节/u.test(sentence) && /由|包括|包含|分为|分|共/u.test(sentence);
  if (!isOne(text)) return [];
  return sentencesIn(text).flatMap(({ from, to }) => {
    const sentence = text.slice(from, to);
    return isOne(sentence) ? [{ from, sentence }] : [];
  });
});

function* judge({ form }: Draft, prose: Paragraph, from: number, sentence: string): Iterable<Problem> {
  const [counted, number = ""] = COUNT.exec(sentence) ?? [];
  const listed = form.sections.filter(({ id }) => vocabulary.sections[id]?.some((word) => sentence.includes(word)));
  const at = sentence.indexOf(counted ?? "部分");
  const place = spanIn(prose, from + at, from + at + (counted ?? "部分").length);
  const many = form.sections.length;
  if (listed.length < 3) {
    const aspects = form.sections.flatMap((section) => section.aspects ?? []);
    const named = aspects.filter((aspect) => stemsOf(aspect).some((stem) => sentence.includes(stem)));
    if (named.length < 4) return;
    const message = `这里列的是${quote(form.sections[0]?.title ?? "")}的几个方面，报告由${chineseNumeral(String(many))}部分组成`;
    yield { at: place, severity: "hint", message };
    return;
  }
  if (counted === undefined) return;
  const value = chineseNumber(number) ?? Number(number);
  const missing = form.sections.filter((section) => !listed.includes(section));
  if (missing.length === 0 && value === many) return;
  const lacks =
    missing.length === 0
      ? `列出了 ${listed.length} 部分`
      : `没有列${missing.map(({ title }) => quote(title)).join("")}`;
  yield {
    at: place,
    message: `正文写${quote(counted.replaceAll(/\s+/gu, ""))}，${lacks}，报告应由 ${many} 部分组成`,
    expected: String(many),
    actual: String(value),
  };
}
