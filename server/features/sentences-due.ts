import { citationsIn } from "../draft/citation.ts";
import type { Draft, LocatedSection } from "../draft/draft.ts";
import { periodsIn } from "../draft/period.ts";
import { prosesOf } from "../rules/passages.ts";

/**
 * Standard sentences that a place still lacks, with agency and year filled in: above the sections the basis and the
 * period, in a section what it owes. What says that there was none is offered where the table says so, too.
 */
export function sentencesDue(draft: Draft, current: LocatedSection | undefined): readonly string[] {
  if (current === undefined) return introduction(draft);
  const { section, body } = current;
  const said = prosesOf(body)
    .map(({ text }) => text)
    .join("\n");
  const owed = (section.statements ?? [])
    .filter(({ words }) => !words.some((word) => said.includes(word)))
    .map(({ sentence }) => sentence);
  const isNone = draft.cells.get("requests.received.total")?.value === 0 && section.aspects !== undefined;
  const none = `${draft.year === undefined ? "本年度" : `${draft.year}年`}，本机关未收到政府信息公开申请。`;
  return isNone && !/未收到|没有收到/u.test(said) ? [...owed, none] : owed;
}

/** Stands in a standard sentence for what only the clerk knows; left as it is, it is reported as a gap. */
export const gap = "＿＿";

function introduction({ due, outline, year, agency = "本机关" }: Draft): readonly string[] {
  const texts = prosesOf(outline.blocks).map(({ text }) => text);
  const { title, number } = due.notice;
  const isCited = texts.some((text) => citationsIn(text).some(({ form }) => form === due));
  const basis = `本报告根据《中华人民共和国政府信息公开条例》和《${title}》（${number}）编制。`;
  const parts = `本报告由${due.sections.map((section) => section.title).join("，")}六部分组成。`;
  const copy = `本报告的电子版可以在${gap}（网址：${gap}）查阅和下载。`;
  const contact = `对本报告如有疑问，请与${agency}联系（地址：${gap}，邮政编码：${gap}，电话：${gap}）。`;
  const isSaid = (words: RegExp) => texts.some((text) => words.test(text));
  const period = `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`;
  return [
    ...(isCited ? [] : [basis]),
    ...(isSaid(/部分(?:组成|构成)/u) ? [] : [parts]),
    ...(year === undefined || periodsIn(outline).length > 0 ? [] : [period]),
    ...(isSaid(/电子版|下载/u) ? [] : [copy]),
    ...(isSaid(/电话|邮编|邮政编码/u) ? [] : [contact]),
  ];
}
