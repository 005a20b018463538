import { edited, editedSentence, lineAt, type Mutation, type Operator } from "../operator.ts";
import type { Subject } from "../subject.ts";

interface TitleSlip {
  readonly name: string;
  readonly class?: Operator["class"];
  readonly rules?: readonly string[];
  readonly restores?: Operator["restores"];
  readonly rewrite: (title: string, subject: Subject) => string | undefined;
}

const titleSlips: readonly TitleSlip[] = [
  { name: "漏“年”", rewrite: (title) => title.replace(/(20\d\d)年/u, "$1") },
  { name: "漏“工作”", class: "Y", rewrite: (title) => title.replace("公开工作", "公开") },
  { name: "漏“政府”", rewrite: (title) => title.replace("政府信息", "信息") },
  { name: "漏“年度”", rewrite: (title) => title.replace("年度报告", "报告") },
  { name: "漏“公开”", restores: "no", rewrite: (title) => title.replace("信息公开", "信息") },
  { name: "“年”写成“年度”", class: "Y", rewrite: (title) => title.replace(/(20\d\d)年/u, "$1年度") },
  { name: "多“的”", rewrite: (title) => title.replace("工作年度", "工作的年度") },
  { name: "没有年份", restores: "no", rewrite: (title) => title.replace(/20\d\d年/u, "") },
  { name: "没有机关名称", restores: "no", rewrite: (title, { report }) => title.replace(report.agency.name, "") },
  {
    name: "年份放在“年度报告”之前",
    class: "Y",
    rewrite: (title, { report }) => title.replace(`${report.year}年`, "").replace("年度报告", `${report.year}年度报告`),
  },
  { name: "“信息”写成“消息”", rewrite: (title) => title.replace("信息", "消息") },
  {
    name: "“政府信息公开”写成“政务公开”",
    class: "S",
    restores: "no",
    rewrite: (title) => title.replace("政府信息公开", "政务公开"),
  },
  { name: "断成两行", class: "Y", rewrite: (title) => title.replace(/(20\d\d年)/u, "$1\n") },
  {
    name: "夹有空格",
    class: "Y",
    rules: ["malformed-title"],
    restores: "no",
    rewrite: (title) => title.replace(/(20\d\d)年/u, " $1 年"),
  },
  {
    name: "留有“[bookmark: _GoBack]”",
    rules: ["extraction-debris"],
    rewrite: (title) => `[bookmark: _GoBack]${title}`,
  },
];

/** Slips in the title. */
export const titleOperators: readonly Operator[] = [
  ...titleSlips.map(
    ({
      name,
      class: kind = "D",
      rules = ["malformed-title", "missing-title"],
      restores = "always",
      rewrite,
    }): Operator => ({
      name: `标题：${name}`,
      group: "标题",
      class: kind,
      rules,
      restores,
      apply: (subject) => {
        const prose = subject.draft.title?.prose;
        const title = prose === undefined ? undefined : rewrite(prose.text, subject);
        if (prose === undefined || title === undefined || title === prose.text) return undefined;
        return edited(subject.text, [{ at: prose.span, text: title }]);
      },
    }),
  ),
  {
    name: "没有标题",
    group: "标题",
    class: "D",
    rules: ["missing-title"],
    restores: "no",
    apply: ({ text, draft }) => {
      const [first] = draft.sections;
      if (draft.title === undefined || first === undefined) return undefined;
      const line = lineAt(text, draft.title.prose.span.start);
      const mutation = edited(text, [{ at: { start: line.start, end: line.end + 1 }, text: "" }]);
      return { ...mutation, places: [{ start: 0, end: first.heading.span.end - (line.end + 1 - line.start) }] };
    },
  },
];

/** Last year's year left in one place. */
export const yearOperators: readonly Operator[] = [
  {
    name: "标题写成上一年",
    group: "年份",
    class: "D",
    rules: ["wrong-year"],
    restores: "no",
    apply: ({ text, draft, report: { year } }) => {
      const prose = draft.title?.prose;
      if (prose === undefined) return undefined;
      return edited(text, [{ at: prose.span, text: prose.text.replace(`${year}年`, `${year - 1}年`) }]);
    },
  },
  {
    name: "统计期限写成上一年",
    group: "年份",
    class: "D",
    rules: ["wrong-year"],
    restores: "always",
    apply: (subject) => inPeriod(subject, (period, year) => period.replaceAll(`${year}年`, `${year - 1}年`)),
  },
  {
    name: "统计期限的起始年份写成上一年",
    group: "年份",
    class: "D",
    rules: ["wrong-year"],
    restores: "always",
    apply: (subject) =>
      inPeriod(subject, (period, year) => {
        return period.split(`${year}年`).length < 3 ? undefined : period.replace(`${year}年`, `${year - 1}年`);
      }),
  },
  {
    name: "正文开头写成上一年",
    group: "年份",
    class: "S",
    rules: ["wrong-year"],
    restores: "always",
    apply: ({ text, draft, report: { year } }) => {
      const [from, to] = [draft.sections[0]?.heading.span.end ?? 0, draft.sections[1]?.heading.span.start ?? 0];
      const opening = new RegExp(`(?<=[。\\n])${year}年，[^。\\n]*(?:公开|收到)[^。\\n]*\\d(?:件|条)`, "u");
      const found = opening.exec(text.slice(0, to));
      if (found === null || found.index < from) return undefined;
      const start = found.index;
      return editedSentence(text, [{ at: { start, end: start + 4 }, text: `${year - 1}` }]);
    },
  },
];

/** Rewrites the sentence that tells the period. */
function inPeriod(
  { text, report: { year } }: Subject,
  rewrite: (period: string, year: number) => string | undefined,
): Mutation | undefined {
  const end = text.indexOf("12月31日");
  const from = Math.max(text.lastIndexOf("。", end), text.lastIndexOf("\n", end)) + 1;
  const period = rewrite(text.slice(from, end), year);
  return period === undefined ? undefined : editedSentence(text, [{ at: { start: from, end }, text: period }]);
}
