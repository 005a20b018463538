import type { Heading, Outline, OutlineBlock, Paragraph } from "../read/outline.ts";
import type { Draft } from "./draft.ts";
import type { Year } from "./period.ts";
import { blocksAbove } from "./prose.ts";
import { remember } from "./remember.ts";

/** A sentence that gives a year's result as if that year were the one reported on. */
export interface YearMention extends Year {
  readonly prose: Heading | Paragraph;
}

/** Both kinds, in what stands above the sections and in the first and the last of them: nowhere else is this certain. */
export function mistakenMentions({ outline, sections, form }: Draft, year: number): readonly YearMention[] {
  const first = sections[0]?.heading.span.start ?? Number.POSITIVE_INFINITY;
  const ids = [form.sections.at(0)?.id, form.sections.at(-1)?.id];
  const bodies = sections.filter(({ section }) => ids.includes(section.id)).map(({ body }) => body);
  const under = bodies.flatMap((body) => nearYears(body, year));
  return [
    ...mistakenAnnouncements([...nearYears(blocksAbove(outline, first), year), ...under], year),
    ...mistakenYears(under, year),
  ];
}

/** The paragraphs that name the year before or the year after: few do, and only those need be read. */
function nearYears(blocks: readonly OutlineBlock[], reported: number): readonly Paragraph[] {
  const [before, after] = [`${reported - 1}`, `${reported + 1}`];
  return blocks.filter((block): block is Paragraph => {
    if (block.kind !== "paragraph" || !namesYear(block)) return false;
    return block.text.includes(before) || block.text.includes(after);
  });
}

const namesYear = remember((text) => text.includes("20"));

/**
 * Mentions of the year before or after the report year that can only be meant for the report year: what was disclosed,
 * received or charged in it, in a paragraph without any other year and without a word of history, comparison or plan.
 */
function mistakenYears(paragraphs: readonly Paragraph[], reported: number): readonly YearMention[] {
  return paragraphs.flatMap((prose) => {
    // What was carried over belongs to the figures of any year.
    const text = masked(prose.text).replaceAll(/上一?年度?结转|结转[到至]?下/gu, (hidden) => " ".repeat(hidden.length));
    const years = new Set(Array.from(text.matchAll(/(?<!\d)20\d\d(?=\s*年)/gu), ([year]) => Number(year)));
    const [year] = years;
    if (year === undefined || years.size > 1 || Math.abs(year - reported) !== 1) return [];
    if (ANOTHER_TIME.test(text)) return [];
    return sentences(text)
      .filter(({ text: sentence }) => tellsResult(sentence, year))
      .slice(0, 1)
      .map(({ text: sentence, at }) => ({ prose, year, at: at + sentence.indexOf(String(year)) }));
  });
}

/** Announcements of the report itself (现将2022年…报告如下) that name a year other than the report year. */
function mistakenAnnouncements(paragraphs: readonly Paragraph[], reported: number): readonly YearMention[] {
  return paragraphs.flatMap((prose) =>
    sentences(masked(prose.text)).flatMap(({ text, at }) => {
      const years = Array.from(text.matchAll(/(?<!\d)(20\d\d)(?=\s*年)/gu));
      const [first] = years;
      if (first === undefined || !/现将|现把/u.test(text) || !/如下|公布|公开/u.test(text)) return [];
      const year = Number(first[0]);
      const isOne = years.every(([other]) => Number(other) === year);
      return isOne && Math.abs(year - reported) === 1 ? [{ prose, year, at: at + first.index }] : [];
    }),
  );
}

/** The places where a year stands in a text. */
export function yearsIn(text: string, year: number): readonly Year[] {
  return Array.from(text.matchAll(new RegExp(`(?<!\\d)${year}(?!\\d)`, "gu")), ({ index }) => ({ year, at: index }));
}

/**
 * How many sentences take a year for the one reported on: they open with it and plan nothing (2023年，……), open with the
 * next one and plan something, or count up to its last day.
 */
export function openings({ blocks }: Outline, year: number): number {
  const opening = new RegExp(`^\\s*(${year}|${year + 1})\\s*年度?\\s*[，,]`, "u");
  const end = new RegExp(`截[至止]\\s*${year}\\s*年\\s*12\\s*月\\s*31\\s*日`, "u");
  const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" ? block.text : []));
  const opened = paragraphs
    .flatMap((text) => sentences(masked(text)))
    .filter(({ text }) => {
      const [, told] = opening.exec(text) ?? [];
      return told !== undefined && (Number(told) === year) !== /计划|将|拟/u.test(text);
    });
  return opened.length + paragraphs.filter((text) => end.test(text)).length;
}

const ANOTHER_TIME =
  /今年|本年|上年|去年|上一年|前一年|往年|历年|次年|明年|下一年|同期|同比|环比|相比|对比|增长|下降|减少|增加|以来|累计|截[至止]|之前|此前|前期|计划|将|拟|(?<![主重需必只纲摘])要(?![求点闻件素])|下一步|考核|考评|评估|评议|表彰|荣获|获评|排名|成立|挂牌|结转|延续|修订|印发|制定|出台|实施|启动/u;

/** A sentence that opens with the year and gives a number, or the lack of one, of what was disclosed or received. */
function tellsResult(sentence: string, year: number): boolean {
  const at = sentence.indexOf(String(year));
  return (
    0 <= at &&
    at <= 12 &&
    /公开|收到|受理|办理|答复|收取|产生|发生/u.test(sentence) &&
    /\d\s*(?:件|条|次|篇|份|个)|未|没有|无/u.test(sentence.slice(at + 4))
  );
}

/** Titles, remarks in brackets, quotations and full dates replaced by as many blanks. */
function masked(text: string): string {
  return text.replaceAll(
    /《[^《》]*》|（[^（）]*）|\([^()]*\)|“[^“”]*”|〔[^〔〕]*〕|20\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/gu,
    (hidden) => " ".repeat(hidden.length),
  );
}

function sentences(text: string): readonly { readonly text: string; readonly at: number }[] {
  return Array.from(text.matchAll(/[^。；;\n]+/gu), ({ index, 0: sentence }) => ({ text: sentence, at: index }));
}
