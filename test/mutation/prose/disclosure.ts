import type { Facts, Phrase } from "../facts.ts";
import { part, q, whole } from "../quote.ts";

const documents = (f: Facts, column: string) => f.cell(`disclosure.normativeDocuments.${column}`);
const counts = (f: Facts) => "2021" <= f.form.id;

/** Documents and decisions, as 表二 has them. What was published or handled may as well be another number. */
export const figurePhrases: readonly Phrase[] = [
  (f) =>
    counts(f)
      ? `全年制发行政规范性文件${q(documents(f, "issued"))}件，废止${q(documents(f, "repealed"))}件，截至${f.year}年12月31日现行有效${q(documents(f, "inForce"))}件。`
      : undefined,
  (f) =>
    counts(f) ? `本年制发行政规范性文件${q(documents(f, "issued"))}件，均在印发之日起20个工作日内公开。` : undefined,
  (f) =>
    counts(f) && documents(f, "repealed") > 0
      ? `开展文件清理，废止行政规范性文件${q(documents(f, "repealed"))}件，并在原页面标注效力状态。`
      : undefined,
  (f) =>
    counts(f) && documents(f, "inForce") > 0
      ? `集中公开现行有效的行政规范性文件${documents(f, "inForce")}件。`
      : undefined,
  (f) => (counts(f) && documents(f, "issued") === 0 ? "本年度没有制发行政规范性文件。" : undefined),
  (f) =>
    `作出行政许可决定${q(f.cell("disclosure.licences.decisions"))}件、行政处罚决定${q(f.cell("disclosure.penalties.decisions"))}件。`,
  (f) =>
    `公开行政处罚${f.cell("disclosure.penalties.decisions")}件、行政强制${f.cell("disclosure.coercions.decisions")}件。`,
  (f) =>
    f.cell("disclosure.licences.decisions") > 0
      ? `全年办理行政许可${f.cell("disclosure.licences.decisions")}件，结果全部在七个工作日内公示。`
      : undefined,
  (f) =>
    counts(f) && f.agency.makesRegulations && f.cell("disclosure.regulations.issued") > 0
      ? `制定规章${q(f.cell("disclosure.regulations.issued"))}件，现行有效规章${q(f.cell("disclosure.regulations.inForce"))}件。`
      : undefined,
  // Filings are counted by the office that receives them: another scope than the table's.
  (f) =>
    f.agency.isGovernment
      ? `向上级政府报送备案的规范性文件${3 + f.random(30)}件，备案审查${1 + f.random(40)}件。`
      : undefined,
];

/** Lists: complete ones with marks on whole and parts, and lists that end in 等 or say 其中 of some only. */
export const listPhrases: readonly Phrase[] = [
  (f) =>
    list(
      f,
      ["工作动态", "政策文件", "财政信息"],
      (all, [a, b, c]) => `全年主动公开政府信息${all}条，其中，工作动态${a}条、政策文件${b}条、财政信息${c}条。`,
    ),
  (f) =>
    list(
      f,
      ["网站", "公众号"],
      (all, [a, b]) => `通过政府网站公开信息${a}条，通过政务新媒体公开信息${b}条，合计${all}条。`,
    ),
  (f) =>
    list(
      f,
      ["概况", "公告", "规划", "数据"],
      (all, [a, b, c, d]) =>
        `在门户网站发布信息${all}条，其中概况类信息${a}条，公告公示${b}条，规划计划${c}条，统计数据${d}条。`,
    ),
  (f) =>
    list(f, ["图解", "视频", "问答"], (all, [a, b, c]) => `发布政策解读${all}篇：图解${a}篇，视频${b}篇，问答${c}篇。`),
  (f) => list(f, ["机构", "人事"], (all, [a, b]) => `全年更新信息共${all}条，包括机构职能${a}条和人事信息${b}条。`),
  (f) => openList(f, (all, a, b) => `全年主动公开信息${all}条，其中工作动态${a}条、公告公示${b}条等。`),
  (f) => openList(f, (all, a) => `门户网站全年发布信息${all}条，其中重点领域信息${a}条。`),
  (f) => openList(f, (all, a, b) => `政务微信公众号推送${all}期，其中阅读量过万的${a}期、被上级转载的${b}期。`),
  (f) => `全年公开政府信息${40 + f.random(900)}条。`,
  (f) =>
    `公开财政预决算信息${2 + f.random(5)}条、招标采购信息${1 + f.random(30)}条、应急管理信息${1 + f.random(20)}条。`,
];

type Figures = readonly string[];

function list(f: Facts, parts: Figures, write: (all: string, parts: Figures) => string): string {
  const figures = parts.map(() => 2 + f.random(120));
  return write(whole(figures.reduce((sum, one) => sum + one, 0)), figures.map(part));
}

function openList(f: Facts, write: (all: number, a: number, b: number) => string): string {
  const [a, b] = [2 + f.random(60), 2 + f.random(60)];
  return write(a + b + 5 + f.random(300), a, b);
}
