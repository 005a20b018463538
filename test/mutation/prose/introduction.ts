import { headingOf } from "../../../server/form/index.ts";
import type { Facts, Phrase } from "../facts.ts";

/** What the report rests on. */
export const basisPhrases: readonly Phrase[] = [
  (f) => `本报告根据《中华人民共和国政府信息公开条例》和${notice(f)}编制。`,
  (f) =>
    `按照《中华人民共和国政府信息公开条例》（以下简称《条例》）和${notice(f)}的要求，由${f.agency.name}编制本报告。`,
  (f) =>
    `现将${f.agency.name}${f.year}年政府信息公开工作情况公布如下。编制依据为《中华人民共和国政府信息公开条例》及${notice(f)}。`,
];

function notice({ form: { notice: told } }: Facts): string {
  return `《${told.title}》（${told.number}）`;
}

/** What the report is made of. */
export const partsPhrases: readonly Phrase[] = [
  ({ form }) => `全文由${form.sections.map(({ title }) => title).join("，")}六部分组成。`,
  ({ form }) =>
    `本报告由${form.sections
      .map(({ title }) => title)
      .join("、")
      .replace("行政复议、行政诉讼", "行政复议和行政诉讼")}等六个部分组成。`,
  ({ form }) => `报告包括：${form.sections.map(headingOf).join("；")}。`,
  () => "报告共分六个部分，总体情况在前，统计数据在后。",
];

/** The time the figures cover, in the ways it is told. */
export const periodPhrases: readonly Phrase[] = [
  ({ year }) => `本报告所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
  ({ year }) => `统计期限自${year}年1月1日起至12月31日止。`,
  ({ year }) => `本报告中所列数据的统计时限从${year}年1月1日至${year}年12月31日。`,
  ({ year }) => `数据统计时间为${year}年1月1日起至${year}年12月31日止。`,
  ({ year }) => `数据统计周期：${year}年1月1日—12月31日。`,
  ({ year }) => `报告中数据的统计期为${year}年1月1日至${year}年12月31日。`,
];

/** Where the report is found and who answers questions. */
export const contactPhrases: readonly Phrase[] = [
  ({ agency }) =>
    `报告电子版可在本级政府门户网站下载。如有疑问，请与${agency.name}联系（地址：望澜市文昌路${18}号；邮政编码：399100；电话：0509-6210078）。`,
  () => "本报告的电子版可从“政府信息公开年报”栏目查阅，联系电话为0509-6210321。",
];
