import type { Facts, Phrase } from "../facts.ts";
import { q } from "../quote.ts";

const review = ({ cell }: Facts) => cell("litigation.review.total");
const lawsuits = ({ cell }: Facts) => cell("litigation.direct.total") + cell("litigation.afterReview.total");
const both = (f: Facts, result: string) =>
  ["direct", "afterReview"].reduce((sum, kind) => sum + f.cell(`litigation.${kind}.${result}`), 0);
const some = (f: Facts) => review(f) > 0 && lawsuits(f) > 0;

/** Where nobody appealed or went to court. */
export const noCases: readonly Phrase[] = [
  () => "未发生因政府信息公开引发的行政复议和行政诉讼。",
  ({ agency }) => `${agency.self}没有因政府信息公开工作被申请行政复议、提起行政诉讼的情况。`,
  () => `因政府信息公开被申请行政复议${q(0)}件、行政诉讼${q(0)}件。`,
];

/** Appeals and lawsuits, as a small office tells them. */
export const casePhrases: readonly Phrase[] = [
  (f) => `因政府信息公开引发的行政复议${q(review(f))}件、行政诉讼${q(lawsuits(f))}件。`,
  (f) => `被申请行政复议${q(review(f))}件，被提起行政诉讼${q(lawsuits(f))}件。`,
  (f) => (some(f) ? `全年涉及政府信息公开的行政复议、行政诉讼案件共${q(review(f) + lawsuits(f))}件。` : undefined),
  (f) =>
    review(f) === 0
      ? undefined
      : `发生政府信息公开行政复议${q(review(f))}件，其中结果维持${q(f.cell("litigation.review.upheld"))}件、结果纠正${q(f.cell("litigation.review.corrected"))}件、其他结果${q(f.cell("litigation.review.otherResult"))}件、尚未审结${q(f.cell("litigation.review.pending"))}件。`,
  (f) =>
    lawsuits(f) === 0 || both(f, "pending") === 0
      ? undefined
      : `政府信息公开行政诉讼${q(lawsuits(f))}件，其中${q(both(f, "pending"))}件年末尚未审结。`,
  (f) =>
    lawsuits(f) === 0
      ? undefined
      : `行政诉讼案件${q(lawsuits(f))}件，未经复议直接起诉的${q(f.cell("litigation.direct.total"))}件，复议后起诉的${q(f.cell("litigation.afterReview.total"))}件。`,
  (f) => (review(f) > 0 ? undefined : `未收到政府信息公开行政复议案件，行政诉讼${q(lawsuits(f))}件。`),
];
