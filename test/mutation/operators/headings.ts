import type { Random } from "../../support/reports.ts";
import { edited, type Operator } from "../operator.ts";
import type { Subject } from "../subject.ts";
import * as typing from "../typing.ts";

interface HeadingSlip {
  readonly name: string;
  readonly class?: Operator["class"];
  readonly rules: readonly string[];
  readonly restores?: Operator["restores"];
  readonly rewrite: (heading: string, random: Random, subject: Subject) => string | undefined;
}

const replaced = (from: string, to: string) => (heading: string) => {
  return heading.includes(from) ? heading.replace(from, to) : undefined;
};

const headingSlips: readonly HeadingSlip[] = [
  { name: "错一字", rules: ["mislabelled-section", "missing-section"], rewrite: bodyOnly(typing.changeHan) },
  { name: "漏一字", rules: ["mislabelled-section"], rewrite: bodyOnly(typing.dropHan) },
  { name: "重一字", rules: ["mislabelled-section"], rewrite: bodyOnly(typing.doubleHan) },
  { name: "相邻两字颠倒", rules: ["mislabelled-section"], rewrite: bodyOnly(typing.swapHan) },
  { name: "漏“政府”", rules: ["mislabelled-section"], rewrite: replaced("政府信息", "信息") },
  { name: "多“的”", rules: ["mislabelled-section"], rewrite: replaced("信息情况", "信息的情况") },
  {
    name: "“政府”换成机关名",
    rules: ["mislabelled-section"],
    rewrite: (text, _, { report }) => replaced("政府", report.agency.name)(text),
  },
  { name: "“改进情况”写成“整改措施”", rules: ["mislabelled-section"], rewrite: replaced("改进情况", "整改措施") },
  { name: "“总体情况”写成“概述”", rules: ["mislabelled-section"], rewrite: replaced("总体情况", "概述") },
  { name: "“主要问题”漏“主要”", rules: ["mislabelled-section"], rewrite: replaced("主要问题", "问题") },
  { name: "“一、”写成“（一）”", rules: ["misnumbered-heading"], rewrite: (text) => text.replace(/^(.)、/u, "（$1）") },
  {
    name: "“一、”写成“1、”",
    rules: ["misnumbered-heading"],
    rewrite: (text) => text.replace(/^(.)、/u, (_, one: string) => `${"一二三四五六".indexOf(one) + 1}、`),
  },
  { name: "“一、”写成“一.”", rules: ["misnumbered-heading"], rewrite: (text) => text.replace("、", ".") },
  { name: "漏编号", rules: ["misnumbered-heading"], rewrite: (text) => text.slice(2) },
  {
    name: "编号错成下一个",
    rules: ["misnumbered-heading"],
    rewrite: (text) =>
      text.startsWith("六") ? undefined : text.replace(/^./u, (one) => "二三四五六".charAt("一二三四五".indexOf(one))),
  },
];

function bodyOnly(slip: typing.Typing): HeadingSlip["rewrite"] {
  return (heading, random) => {
    const body = slip(heading.slice(2), random);
    return body === undefined ? undefined : heading.slice(0, 2) + body;
  };
}

/** Headings of the six sections, reworded and renumbered. */
export const headingOperators: readonly Operator[] = headingSlips.map(
  ({ name, class: kind = "D", rules, restores = "always", rewrite }): Operator => ({
    name: `部分标题：${name}`,
    group: "部分",
    class: kind,
    rules,
    restores,
    apply: (subject, random) => {
      const headings = subject.draft.sections.flatMap(({ heading }) => {
        const text = rewrite(heading.text, random, subject);
        return text === undefined || text === heading.text ? [] : [{ at: textSpan(subject, heading.span), text }];
      });
      const one = headings[random(Math.max(0, headings.length - 1))];
      return one === undefined ? undefined : edited(subject.text, [one]);
    },
  }),
);

/** A heading without its marks. */
function textSpan({ text }: Subject, { start, end }: { readonly start: number; readonly end: number }) {
  return { start: start + (/^#+ /u.exec(text.slice(start, end))?.[0].length ?? 0), end };
}
