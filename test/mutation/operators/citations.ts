import { forms } from "../../../server/form/index.ts";
import { edited, type Operator } from "../operator.ts";
import type { Subject } from "../subject.ts";

interface CitationSlip {
  readonly name: string;
  readonly class?: Operator["class"];
  readonly rules: readonly string[];
  readonly from: RegExp;
  readonly to: string | ((found: string) => string);
}

const brackets = /〔(20\d\d)〕/u;

const slips: readonly CitationSlip[] = [
  { name: "年份用 [ ]", rules: ["malformed-document-number"], from: brackets, to: "[$1]" },
  { name: "年份用 { }", rules: ["malformed-document-number"], from: brackets, to: "{$1}" },
  { name: "年份用【】", rules: ["malformed-document-number"], from: brackets, to: "【$1】" },
  { name: "年份用（）", rules: ["malformed-document-number"], from: brackets, to: "（$1）" },
  { name: "年份后有空格", class: "Y", rules: ["malformed-document-number"], from: brackets, to: "〔$1〕 " },
  { name: "年份前有空格", class: "Y", rules: ["malformed-document-number"], from: brackets, to: " 〔$1〕" },
  { name: "号前多“第”", rules: ["malformed-document-number"], from: /〕(\d+号)/u, to: "〕第$1" },
  { name: "号数前多 0", rules: ["malformed-document-number", "wrong-basis"], from: /〕(\d+号)/u, to: "〕0$1" },
  { name: "机关代字漏“办”", rules: ["wrong-basis"], from: /国办公开办函/u, to: "国办公开函" },
  { name: "机关代字写成“国办发”", rules: ["wrong-basis"], from: /国办公开办函/u, to: "国办发" },
  { name: "格式名称漏“工作”", rules: ["wrong-basis"], from: /公开工作年度报告格式/u, to: "公开年度报告格式" },
  { name: "通知名称漏“政务公开”前的“与”", rules: ["wrong-basis"], from: /信息与政务/u, to: "信息政务" },
  { name: "书名号内用《<>》", class: "Y", rules: ["nested-title-marks"], from: /〈([^〉]*)〉/u, to: "<$1>" },
  { name: "书名号内用《》", class: "Y", rules: ["nested-title-marks"], from: /〈([^〉]*)〉/u, to: "《$1》" },
];

/** Document numbers and titles quoted wrongly. */
export const citationOperators: readonly Operator[] = [
  ...slips.map(
    ({ name, class: kind = "D", rules, from, to }): Operator => ({
      name: `引用文件：${name}`,
      group: "引用",
      class: kind,
      rules,
      restores: "always",
      apply: ({ text }) => {
        const found = from.exec(text);
        if (found === null) return undefined;
        const replacement = found[0].replace(from, (...args: string[]) =>
          typeof to === "string" ? to.replaceAll("$1", () => args[1] ?? "") : to(found[0]),
        );
        return edited(text, [{ at: { start: found.index, end: found.index + found[0].length }, text: replacement }]);
      },
    }),
  ),
  {
    name: "编制依据引用另一年度的通知",
    group: "引用",
    class: "D",
    rules: ["wrong-basis"],
    restores: "always",
    apply: (subject) => otherNotice(subject),
  },
  {
    name: "编制依据的字号换成另一年度的",
    group: "引用",
    class: "D",
    rules: ["wrong-basis"],
    restores: "always",
    apply: ({ text, report: { form } }) => {
      const other = forms.find(({ id }) => id !== form.id);
      const at = text.indexOf(form.notice.number);
      if (other === undefined || at < 0) return undefined;
      return edited(text, [{ at: { start: at, end: at + form.notice.number.length }, text: other.notice.number }]);
    },
  },
  {
    name: "2019 年的格式用到 2021 年以后",
    group: "引用",
    class: "D",
    rules: ["outdated-form"],
    restores: "no",
    apply: (subject) => outdated(subject),
  },
];

function otherNotice({ text, report: { form } }: Subject) {
  const other = forms.find(({ id }) => id !== form.id);
  const quoted = `${form.notice.title}》（${form.notice.number}`;
  const at = text.indexOf(quoted);
  if (other === undefined || at < 0) return undefined;
  return edited(text, [
    { at: { start: at, end: at + quoted.length }, text: `${other.notice.title}》（${other.notice.number}` },
  ]);
}

/** A report by the old form with a new year and the new basis; the place is any of the tables. */
function outdated({ text, report: { form, year } }: Subject) {
  const [due] = forms;
  if (due === undefined || form === due) return undefined;
  const later = text
    .replaceAll(form.notice.title, () => due.notice.title)
    .replaceAll(form.notice.number, () => due.notice.number)
    .replaceAll(new RegExp(`(?<!〔)${year + 1}年`, "gu"), `${year + 4}年`)
    .replaceAll(new RegExp(`(?<!〔)${year}年`, "gu"), `${year + 3}年`)
    .replaceAll(new RegExp(`(?<!〔)${year - 1}年`, "gu"), `${year + 2}年`);
  const from = later.indexOf(form.sections[1]?.title ?? "", later.indexOf("## "));
  return { text: later, places: [{ start: from, end: later.length }] };
}
