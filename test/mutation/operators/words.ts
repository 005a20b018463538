import { edited, editedNear, lineAt, type Operator } from "../operator.ts";

interface WordSlip {
  readonly name: string;
  readonly class: Operator["class"];
  readonly rules: readonly string[];
  readonly restores?: Operator["restores"];
  readonly from: RegExp;
  readonly to: string;
}

const words: readonly WordSlip[] = [
  { name: "“截至”写成“截止”", class: "Y", rules: ["wrong-term"], from: /截至(?=20\d\d年)/u, to: "截止" },
  {
    name: "“信息处理费”写成“信息公开处理费”",
    class: "S",
    rules: ["wrong-term"],
    from: /(?<!公开)信息处理费/u,
    to: "信息公开处理费",
  },
  { name: "“结转”写成“转结”", class: "Y", rules: ["wrong-term"], from: /结转(?=\d+件)/u, to: "转结" },
  {
    name: "申请的量词写成“条”",
    class: "Y",
    rules: ["wrong-term"],
    restores: "no",
    from: /(?<=政府信息公开申请\d+)件/u,
    to: "条",
  },
  { name: "逗号写成半角", class: "Y", rules: ["half-width-punctuation"], from: /，/gu, to: "," },
  { name: "句号写成半角", class: "Y", rules: ["half-width-punctuation"], from: /(?<=\p{Script=Han})。/u, to: "." },
  {
    name: "括号写成半角",
    class: "Y",
    rules: ["half-width-punctuation"],
    restores: "no",
    from: /（以下简称《条例》）/u,
    to: "(以下简称《条例》)",
  },
  {
    name: "留有“[bookmark: _GoBack]”",
    class: "S",
    rules: ["extraction-debris"],
    from: /(?=统计期限)/u,
    to: "[bookmark: _GoBack]",
  },
  { name: "康熙部首“⼀”冒充“一”", class: "D", rules: ["extraction-debris"], from: /(?<=问题：|措施：)一/u, to: "⼀" },
  {
    name: "康熙部首“⾏”冒充“行”",
    class: "D",
    rules: ["extraction-debris"],
    from: /(?<=因政府信息公开.{0,12})行政/u,
    to: "⾏政",
  },
  {
    name: "未收信息处理费一句漏掉",
    class: "D",
    rules: ["missing-fee-statement", "empty-section"],
    restores: "no",
    from: /(?<=[。\n])[^。\n]*信息处理费[^。\n]*。/u,
    to: "",
  },
];

/** Words and marks of the prose. */
export const wordOperators: readonly Operator[] = [
  ...words.map(
    ({ name, class: kind, rules, restores = "always", from, to }): Operator => ({
      name: `正文：${name}`,
      group: "正文的字词",
      class: kind,
      rules,
      restores,
      apply: ({ text }) => {
        const start = name.includes("收信息处理费") ? text.lastIndexOf("\n## 六") : 0;
        const found = start < 0 ? [] : [...text.slice(start).matchAll(new RegExp(from, "gmu"))];
        const [first] = found;
        if (first === undefined || (to === "" && first[0].includes("《国务院办公厅"))) return undefined;
        const all = from.global ? found : [first];
        const edits = all.map(({ index, 0: one }) => {
          return { at: { start: start + index, end: start + index + one.length }, text: to };
        });
        return to === "" ? editedNear(text, edits) : edited(text, edits);
      },
    }),
  ),
  {
    name: "正文：留有格式的填写说明",
    group: "正文的字词",
    class: "S",
    rules: ["leftover-instruction"],
    restores: "always",
    apply: ({ text, draft }, random) => {
      const heading = draft.sections[1 + random(2)]?.heading;
      if (heading === undefined) return undefined;
      const at = text.indexOf("\n", heading.span.end) + 1;
      return edited(text, [{ at: { start: at, end: at }, text: "\n该部分以表格形式报告。表格如下：\n" }]);
    },
  },
];

/** Comments that allow a finding. */
export const allowanceOperators: readonly Operator[] = [
  { name: "没有理由", comment: "<!-- nianbao-allow sum-mismatch -->" },
  { name: "规则名写错", comment: "<!-- nianbao-allow sum-missmatch: 汇总口径不同 -->" },
  { name: "没有起作用", comment: "<!-- nianbao-allow sum-mismatch: 汇总口径不同 -->" },
].map(
  ({ name, comment }): Operator => ({
    name: `允许的注释：${name}`,
    group: "正文的字词",
    class: "D",
    rules: ["unused-allowance"],
    restores: "no",
    apply: ({ text, draft }) => {
      const heading = draft.sections[4]?.heading;
      if (heading === undefined) return undefined;
      const at = lineAt(text, heading.span.start).start;
      return edited(text, [{ at: { start: at, end: at }, text: `${comment}\n\n` }]);
    },
  }),
);
