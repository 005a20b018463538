import { matchesIn } from "../read/matches.ts";
import type { Paragraph } from "../read/outline.ts";
import type { Draft } from "./draft.ts";
import { maskQuotes, sentencesIn, tellingParagraphs } from "./prose.ts";
import { type Quantity, quantitiesIn } from "./quantity.ts";
import { oncePer, orNothing, search } from "./remember.ts";

/** A figure and the list that takes it apart: `信息51条，其中政策3条、公告48条`. */
export interface PartList {
  readonly total: Quantity;
  readonly parts: readonly Quantity[];
  /** `all`: the list says that it is complete. `some`: it ends in 等 or only says what is included. `open`: neither. */
  readonly claims: "all" | "some" | "open";
}

/** A sentence with figures in it, and where it begins. */
export interface FigureSentence {
  readonly from: number;
  /** Titles and document numbers blanked out. */
  readonly text: string;
  /** Offsets of quantities count from the start of the sentence. */
  readonly quantities: readonly Quantity[];
  readonly lists: readonly PartList[];
}

/** The sentences of a paragraph that hold figures; titles and document numbers do not count. */
const figureSentencesIn = search((paragraph): readonly FigureSentence[] | undefined => {
  const text = maskQuotes(paragraph);
  if (quantitiesIn(text).length === 0) return undefined;
  return orNothing(
    sentencesIn(text).flatMap(({ from, to }) => {
      const sentence = text.slice(from, to);
      const quantities = quantitiesIn(sentence);
      return quantities.length === 0 ? [] : [{ from, text: sentence, quantities, lists: partListsIn(sentence) }];
    }),
  );
});

/** A paragraph that reports on the year with figures. */
export interface FigurePassage {
  readonly prose: Paragraph;
  readonly sentences: readonly FigureSentence[];
}

/** The paragraphs of a report that hold figures. */
export const figurePassagesOf = oncePer((draft: Draft): readonly FigurePassage[] =>
  tellingParagraphs(draft).flatMap((prose) => {
    const sentences = figureSentencesIn(prose);
    return sentences === undefined ? [] : [{ prose, sentences }];
  }),
);

/** The lists of one sentence. Figures of other units, lists within lists and sentences that go on end a list. */
function partListsIn(sentence: string): readonly PartList[] {
  const brackets = matchesIn(sentence, /[（(][^（）()]*[）)]/gu);
  const outer = sentence.replaceAll(/[（(][^（）()]*[）)]/gu, (hidden) => " ".repeat(hidden.length));
  const quantities = quantitiesIn(outer);
  const byEnd = new Map(quantities.map((one) => [one.to, one]));
  const inBrackets = brackets.flatMap(({ index, 0: bracket }) => {
    const total = byEnd.get(index);
    if (total === undefined) return [];
    const inside = quantitiesIn(bracket).map((one) => shift(one, index));
    const opening = openingOf(bracket.slice(1, (inside[0]?.from ?? index) - index));
    return listFrom(total, inside, sentence, index + bracket.length - 1, opening ?? "some");
  });
  const outside = quantities.flatMap((total, at) => {
    const next = quantities[at + 1];
    const opening = next === undefined ? undefined : openingOf(outer.slice(total.to, next.from));
    return opening === undefined
      ? []
      : listFrom(total, quantities.slice(at + 1, at + 1 + LONGEST), outer, outer.length, opening);
  });
  return [...outside, ...inBrackets, ...quantities.flatMap((_, at) => listBefore(quantities, at, outer))];
}

/** A total that stands behind its parts: `网站9条，公众号80条，合计89条`. What adds up with any of them is right. */
function listBefore(quantities: readonly Quantity[], at: number, text: string): readonly PartList[] {
  const total = quantities[at];
  const parts: Quantity[] = [];
  let [sum, next] = [0, total];
  for (const part of quantities.slice(Math.max(0, at - LONGEST), at).reverse()) {
    const words = text.slice(part.to, next?.from);
    const isList = parts.length === 0 ? SUMS_UP.test(words) : words.length <= 60 && !TURNS.test(words);
    if (!isList || part.unit !== total?.unit) break;
    parts.unshift(part);
    sum += part.value;
    if (parts.length > 1 && sum === total.value) return [];
    next = part;
  }
  return total === undefined || parts.length < 2 ? [] : [{ total, parts, claims: "all" }];
}

const SUMS_UP = /^[\s，,；;、]*(?:合计|共计|总计)[为是]?\s*$/u;
const TURNS = /其中|包括|包含|另|还有|同比|增长|减少|较上|比上|上年|去年/u;

/** Longer lists are not written in a sentence; the bound keeps the reading linear. */
const LONGEST = 60;

function shift(one: Quantity, by: number): Quantity {
  return { ...one, from: one.from + by, to: one.to + by, digitsEnd: one.digitsEnd + by };
}

/** What the words between a figure and the next one say about the list they open; undefined where they open none. */
function openingOf(words: string): PartList["claims"] | undefined {
  const [, word, colon] = /^[\s，,；;。、]*(?:(其中|包括|包含|分别|具体|含|涉及)|([：:]))/u.exec(words) ?? [];
  if (word === undefined && colon === undefined) return undefined;
  if (word === "分别" || word === "具体") return "all";
  return word === "含" || word === "涉及" ? "some" : "open";
}

function listFrom(
  total: Quantity,
  rest: readonly Quantity[],
  text: string,
  end: number,
  opening: PartList["claims"],
): readonly PartList[] {
  const parts: Quantity[] = [];
  let mark = "";
  for (const part of rest) {
    const last = parts.at(-1);
    const words = text.slice((last ?? total).to, part.from);
    const [between = ""] = /^\s*[、，,；;和及与]/u.exec(words) ?? [];
    if (part.unit !== total.unit || words.length > 60) break;
    if (last !== undefined) {
      if (between === "" || GOES_ON.test(words) || (mark === "、" && /[，,；;]/u.test(between))) break;
      mark ||= between.trim();
    }
    parts.push(part);
  }
  const last = parts.at(-1);
  if (last === undefined || parts.length < 2) return [];
  const isOpen = /^\s*等|以及其他|[、，]\s*其他.{0,4}等/u.test(text.slice(last.to, Math.min(end, last.to + 12)));
  return [{ total, parts, claims: isOpen ? "some" : opening }];
}

/** A list within the list, or a statement of its own. */
const GOES_ON =
  /其中|包括|包含|另有|另|还有|同比|增长|减少|较上|比上|上年|去年|^\s*[，,；;]\s*(?:共|全年|年内|并|同时|通过|发布|收到|受理|办理|回复|答复|办结|开展|举办|组织|召开|推送|转发|更新|新增|撰写|编发|制作|处理)/u;
