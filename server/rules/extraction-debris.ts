import { BOOKMARK, breaksOff, goesOn, INVISIBLE, LOST, mayHoldDebris, ordinary, RADICAL } from "../draft/debris.ts";
import type { Draft } from "../draft/draft.ts";
import { matchesIn } from "../read/matches.ts";
import { type Prose, spanIn } from "../read/outline.ts";
import { gathered } from "./gathered.ts";
import type { Problem, Rule } from "./rule.ts";
import { blankSlips } from "./stray-blanks.ts";
import { sentencesOf, sentencesWith } from "./texts.ts";

export default {
  id: "extraction-debris",
  severity: "warning",
  certainty: "definite",
  title: "转换文件时留下的残迹",
  why: "从 Word、PDF、网页转成文本时，会留下书签、看不见的字符、形似而编码不同的字、多余的空格和断开的段落。",
  source: "实务；GB/T 9704—2012、GB/T 15834 的通行写法",
  *check(draft) {
    if (mayHoldDebris(draft.text)) yield* marksAndCharacters(draft);
    const blanks = blankSlips(draft).map((at) => ({ at, due: "" }));
    if (blanks.length > 0) yield gathered(blanks, "这里有多余的空格", { severity: "hint" });
    for (const [prose, next] of tornParagraphs(draft)) yield* torn(draft, prose, next);
  },
} satisfies Rule;

function* marksAndCharacters(draft: Draft): Iterable<Problem> {
  for (const { at, mark } of found(draft, BOOKMARK))
    yield gathered([{ at, due: "" }], `“${mark.replace("\\", "")}”是文字处理软件的标记，不是报告的内容`);
  const radicals = found(draft, RADICAL).map((one) => ({ ...one, due: ordinary(one.mark) }));
  const [radical] = radicals;
  if (radical !== undefined)
    yield gathered(radicals, `“${radical.mark}”是部首字符，与“${radical.due ?? "正常的字"}”形似而编码不同，检索不到`);
  const invisible = found(draft, INVISIBLE).map(({ at }) => ({ at, due: "" }));
  if (invisible.length > 0) yield gathered(invisible, "这里有看不见的字符", { severity: "info" });
  const lost = found(draft, LOST);
  if (lost.length > 0) yield gathered(lost, "这里的字符在转换时丢失了，请对照原文补上");
}

/** Where a pattern fits the source, a byte order mark at its beginning aside. */
function found({ text }: Draft, pattern: RegExp) {
  const marks = matchesIn(text, pattern).map(({ index, 0: mark }) => ({
    at: { start: index, end: index + mark.length },
    mark,
  }));
  return marks.filter(({ at, mark }) => at.start > 0 || mark !== "\ufeff");
}

/** Paragraphs that break off, each with the one that goes on. */
function tornParagraphs(draft: Draft): readonly (readonly [Prose, Prose])[] {
  return sentencesWith(draft, breaksOff).flatMap(({ prose, nth }) => {
    const next = sentencesOf(draft)[nth + 1];
    const isTorn = prose.kind === "paragraph" && next?.kind === "paragraph" && goesOn(next);
    return isTorn ? [[prose, next] as const] : [];
  });
}

function* torn({ text }: Draft, prose: Prose, next: Prose): Iterable<Problem> {
  const between = { start: prose.span.end, end: next.span.start };
  const gap = text.slice(between.start, between.end).trim();
  // A comment, such as one that allows this, does not end a sentence; to join the lines would lose it.
  if (gap !== "" && !/^<!--[^>]*-->$/u.test(gap)) return;
  yield {
    at: spanIn(prose, prose.text.length - 2, prose.text.length),
    severity: "hint",
    message: "这一段末尾没有标点，可能是一句话断成了两段，也可能漏了句号",
    fixes: gap === "" ? [{ title: "与下一段连成一段", safe: false, edits: [{ at: between, text: "" }] }] : [],
  };
}
