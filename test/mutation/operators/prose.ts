import type { Random } from "../../support/reports.ts";
import { editedSentence, type Mutation, type Operator } from "../operator.ts";
import type { Quote } from "../quote.ts";
import type { Subject } from "../subject.ts";

/** What the templates of a kind speak of. */
const kinds: Readonly<Record<string, string>> = {
  none: "没有申请",
  received: "收到申请",
  applicants: "申请人",
  carried: "结转",
  closed: "办结",
  outcome: "办理结果",
  comparison: "同比",
  "no-case": "没有复议诉讼",
  case: "复议诉讼",
  figure: "表二各数",
};

/** Off by one, to a value that no reading makes right. */
function offByOne({ text }: Subject, quote: Quote): Mutation | undefined {
  const figure = Number(text.slice(quote.start, quote.end));
  const wrong = [figure + 1, figure - 1].find((value) => value >= 0 && !quote.right.includes(value));
  return wrong === undefined ? undefined : editedSentence(text, [{ at: quote, text: String(wrong) }]);
}

function inQuotes(
  isMeant: (quote: Quote) => boolean,
  rewrite: (subject: Subject, quote: Quote) => Mutation | undefined,
) {
  return (subject: Subject, random: Random) => {
    const quotes = subject.report.quotes.filter(isMeant);
    const one = quotes[random(Math.max(0, quotes.length - 1))];
    return one === undefined ? undefined : rewrite(subject, one);
  };
}

/** Figures of the prose that no longer agree with the tables or with each other. */
export const proseFigures: readonly Operator[] = [
  ...Object.entries(kinds).map(
    ([kind, what]): Operator => ({
      name: `正文“${what}”的数差 1`,
      group: "正文的数",
      class: "S",
      rules: ["prose-table-mismatch", ...(kind === "outcome" ? ["prose-parts-mismatch"] : [])],
      restores: "always",
      apply: inQuotes(({ phrase, role }) => role === "figure" && phrase.replace(/-\d+$/u, "") === kind, offByOne),
    }),
  ),
  {
    name: "正文列举的一项差 1",
    group: "正文的数",
    class: "S",
    rules: ["prose-parts-mismatch"],
    restores: "no",
    apply: inQuotes(({ role, phrase }) => role === "part" && phrase.startsWith("list"), offByOne),
  },
  {
    name: "正文列举的总数差 1",
    group: "正文的数",
    class: "S",
    rules: ["prose-parts-mismatch"],
    restores: "always",
    apply: inQuotes(({ role, phrase }) => role === "whole" && phrase.startsWith("list"), offByOne),
  },
  {
    name: "正文的数漏填，只剩“件”“条”",
    group: "正文的数",
    class: "S",
    rules: ["prose-table-mismatch", "leftover-instruction", "prose-parts-mismatch"],
    restores: "no",
    apply: inQuotes(
      ({ role }) => role !== "part",
      ({ text }, quote) => editedSentence(text, [{ at: quote, text: "" }]),
    ),
  },
  {
    name: "“由六部分组成”漏一个部分",
    group: "正文的数",
    class: "S",
    rules: ["prose-parts-mismatch"],
    restores: "no",
    apply: ({ text, report: { form, quotes: _ } }, random) => {
      const title = form.sections[1 + random(3)]?.title ?? "";
      const [start, end] = [text.indexOf("由总体情况"), text.indexOf("部分组成")];
      const at = text.indexOf(title, start);
      if (start < 0 || at < 0 || at > end) return undefined;
      return editedSentence(text, [{ at: { start: at, end: at + title.length + 1 }, text: "" }]);
    },
  },
];
