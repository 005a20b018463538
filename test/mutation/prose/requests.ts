import type { Facts, Phrase } from "../facts.ts";
import { part, q, whole } from "../quote.ts";

const received = ({ total }: Facts) => total("received");
const due = ({ total }: Facts) => total("received") + total("carriedIn");
const natural = ({ cell }: Facts) => cell("requests.received.natural");
const naturalDue = ({ cell }: Facts) => cell("requests.received.natural") + cell("requests.carriedIn.natural");
const othersDue = (facts: Facts) => due(facts) - naturalDue(facts);
const others = (facts: Facts) => received(facts) - natural(facts);

/** How the applications are told where there were none. */
export const noRequests: readonly Phrase[] = [
  ({ agency }) => `${agency.self}未收到政府信息公开申请。`,
  ({ year }) => `${year}年，未收到公民、法人或其他组织提出的政府信息公开申请，也没有上年结转的申请。`,
  () => `全年收到政府信息公开申请${q(0)}件，没有需要结转下年度办理的申请。`,
  ({ agency }) => `一年来，${agency.self}没有收到依申请公开事项，申请受理渠道保持畅通。`,
  () => `本年度新收政府信息公开申请${q(0)}件，上年结转${q(0)}件。`,
];

/** New applications, in an open order of who, what and how many. */
export const receivedPhrases: readonly Phrase[] = [
  (f) => `全年新收政府信息公开申请${q(received(f))}件。`,
  (f) => `${f.year}年，${f.agency.self}共收到政府信息公开申请${q(received(f), due(f))}件，均已登记编号。`,
  (f) => `本年度收到公民、法人和其他组织提出的政府信息公开申请${q(received(f), due(f))}件。`,
  (f) => `${f.agency.whole}共受理政府信息公开申请${q(due(f), received(f))}件。`,
  (f) =>
    f.total("carriedIn") === 0
      ? undefined
      : `全年受理申请${q(due(f))}件，其中本年新收${part(received(f))}件、上年结转${part(f.total("carriedIn"))}件。`,
  (f) =>
    `新收到的${q(received(f))}件政府信息公开申请，全部按照《中华人民共和国政府信息公开条例》规定的程序登记和转办。`,
  (f) => `严格规范办理流程，依法处理政府信息公开申请，全年新增申请${q(received(f), due(f))}件。`,
  (f) => `收到依申请公开${q(received(f), due(f))}件，办理过程全程留痕。`,
  (f) =>
    received(f) < 2
      ? undefined
      : `${f.agency.self}全年接收政府信息公开申请${q(received(f), due(f))}件，平均答复用时${5 + f.random(9)}个工作日。`,
  (f) =>
    received(f) > 10
      ? undefined
      : `全年仅收到政府信息公开申请${q(received(f), due(f))}件，由法规股会同业务股室研究答复。`,
];

/** Who applied. */
export const applicantPhrases: readonly Phrase[] = [
  (f) => `其中，自然人申请${q(natural(f), naturalDue(f))}件，法人或其他组织申请${q(others(f), othersDue(f))}件。`,
  (f) => `从申请人看，自然人提出${q(natural(f), naturalDue(f))}件，法人或其他组织提出${q(others(f), othersDue(f))}件。`,
  (f) => (natural(f) === 0 || others(f) > 0 ? undefined : `申请人均为自然人。`),
  (f) =>
    `新收申请中，自然人${q(natural(f), naturalDue(f))}件、商业企业${q(f.cell("requests.received.business"), f.cell("requests.received.business") + f.cell("requests.carriedIn.business"))}件，其余由其他组织提出。`,
  (f) =>
    others(f) === 0 ? undefined : `法人或其他组织提出的申请有${q(others(f), othersDue(f))}件，以律师事务所和企业为主。`,
];

/** What was left from last year and what is left for the next. */
export const carriedPhrases: readonly Phrase[] = [
  (f) => `上年结转${q(f.total("carriedIn"))}件，结转下年度继续办理${q(f.total("carriedOut"))}件。`,
  (f) =>
    f.total("carriedIn") === 0 ? undefined : `另有上年度结转的申请${q(f.total("carriedIn"))}件，已在年初办理完毕。`,
  (f) =>
    f.total("carriedOut") === 0 ? undefined : `年末尚在办理期限内、结转下年度继续办理的${q(f.total("carriedOut"))}件。`,
  (f) =>
    f.total("carriedOut") === 0 ? undefined : `因征求第三方意见等原因，转下年度办理${q(f.total("carriedOut"))}件。`,
  (f) => (f.total("carriedIn") + f.total("carriedOut") > 0 ? undefined : "没有上年结转和结转下年度办理的申请。"),
  (f) => `从上年结转政府信息公开申请${q(f.total("carriedIn"))}件。`,
];

/** What was done about them. */
export const closedPhrases: readonly Phrase[] = [
  (f) => `全年办结${q(f.total("closed"))}件。`,
  (f) => `本年度共办结政府信息公开申请${q(f.total("closed"))}件，均在法定期限内答复。`,
  (f) =>
    f.total("carriedIn") === 0
      ? undefined
      : `全年答复${q(f.total("closed"))}件（含上年度结转申请${q(f.total("carriedIn"))}件）。`,
  (f) =>
    f.total("carriedIn") === 0 || f.total("carriedOut") === 0
      ? undefined
      : `受理申请${q(received(f), due(f))}件，答复${q(f.total("closed"))}件（含上年度结转申请${q(f.total("carriedIn"))}件，另有${q(f.total("carriedOut"))}件顺延到下年度答复）。`,
  (f) => (f.total("carriedOut") > 0 ? undefined : "所有申请均已按期办结，答复率100%。"),
  (f) => `对收到的申请逐件会商、逐件审签，已办结的${q(f.total("closed"))}件中没有超期答复的情形。`,
];

/** The outcomes; the last figures of a list that is complete add up to its first. */
export const outcomePhrases: readonly Phrase[] = [
  (f) =>
    `办结的${whole(f.total("closed"))}件中，予以公开${part(f.total("granted"))}件、部分公开${part(f.total("partial"))}件、不予公开${part(f.total("refused"))}件、无法提供${part(f.total("absent"))}件、不予处理${part(f.total("declined"))}件、其他处理${part(f.total("other"))}件。`,
  (f) =>
    `按办理结果分：予以公开${q(f.total("granted"))}件，部分公开${q(f.total("partial"))}件，不予公开${q(f.total("refused"))}件，无法提供${q(f.total("absent"))}件，不予处理${q(f.total("declined"))}件，其他处理${q(f.total("other"))}件。`,
  (f) =>
    `其中，予以公开${q(f.total("granted"))}件，部分公开${q(f.total("partial"))}件，其余依法作不予公开、无法提供等处理。`,
  (f) =>
    f.total("absent") === 0
      ? undefined
      : `无法提供的${q(f.total("absent"))}件，主要是本机关不掌握相关信息，均已告知理由。`,
  (f) =>
    f.cell("requests.otherRest.total") === 0
      ? undefined
      : `经沟通，另有${f.random(f.cell("requests.otherRest.total") - 1) + 1}件申请人主动撤销，计入其他处理。`,
  (f) => share(f, "granted", "予以公开"),
  (f) => share(f, "absent", "无法提供"),
];

function share({ total }: Facts, row: string, name: string): string | undefined {
  const percent = ((total(row) / total("closed")) * 100).toFixed(1);
  return total("closed") < 5 ? undefined : `${name}${q(total(row))}件，占办结总数的${percent}%。`;
}

/** Against last year; last year's figures stand in no table. */
export const comparisons: readonly Phrase[] = [
  (f) => {
    const before = Math.max(1, received(f) - 1 - f.random(20));
    return received(f) <= before ? undefined : `申请量比上年增加${received(f) - before}件。`;
  },
  (f) => {
    const before = received(f) + 1 + f.random(30);
    return `上年新收申请${before}件，本年新收${q(received(f))}件，同比下降${(((before - received(f)) / before) * 100).toFixed(2)}%。`;
  },
  (f) => {
    const more = 1 + f.random(30);
    return `与${f.year - 1}年的${received(f) + more}件相比，减少${more}件。`;
  },
];
