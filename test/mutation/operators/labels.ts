import type { Box } from "../../../server/read/outline.ts";
import { writtenLabels } from "../../../server/rules/labels.ts";
import type { Random } from "../../support/reports.ts";
import { edited, type Mutation, type Operator } from "../operator.ts";
import type { Subject } from "../subject.ts";
import * as typing from "../typing.ts";

interface Label {
  readonly box: Box;
  readonly official: string;
}

const places: Readonly<Record<string, (subject: Subject) => readonly Label[]>> = {
  表三行名: (subject) => labels(subject, "requests", "rows", true),
  表三栏目名: (subject) => labels(subject, "requests", "rows", false),
  表二行名: (subject) => labels(subject, "disclosure", "rows", true),
  表二项名: (subject) => labels(subject, "disclosure", "rows", false),
  表二列名: (subject) => labels(subject, "disclosure", "columns"),
  表三列名: (subject) => labels(subject, "requests", "columns"),
  表四列名: (subject) => labels(subject, "litigation", "columns"),
};

function labels({ draft }: Subject, table: string, axis: "rows" | "columns", isRow?: boolean): readonly Label[] {
  return writtenLabels(draft).filter(
    (label) =>
      label.table.id === table &&
      label.axis === axis &&
      (isRow === undefined || (label.row !== undefined) === isRow) &&
      label.box.merged !== true &&
      label.box.text !== "",
  );
}

const slips = {
  错一字: typing.changeHan,
  漏一字: typing.dropHan,
  重一字: typing.doubleHan,
  相邻两字颠倒: typing.swapHan,
  错两字: typing.changeTwo,
} as const;

/** Labels of the tables mistyped. */
export const mistypedLabels: readonly Operator[] = Object.entries(places).flatMap(([where, find]) =>
  Object.entries(slips).map(
    ([how, slip]): Operator => ({
      name: `${where}：${how}`,
      group: "行名、列名",
      class: "D",
      rules: [
        where.includes("列名") ? "mislabelled-column" : "mislabelled-row",
        "missing-column",
        "missing-row",
        "item-numbering",
      ],
      restores: "always",
      apply: (subject, random) => rewritten(subject, random, find(subject), (text) => slip(text, random)),
    }),
  ),
);

function rewritten(
  { text }: Subject,
  random: Random,
  from: readonly Label[],
  rewrite: (text: string) => string | undefined,
): Mutation | undefined {
  const one = from[random(Math.max(0, from.length - 1))];
  const label = one === undefined ? undefined : rewrite(one.box.text);
  if (one === undefined || label === undefined || from.some(({ official }) => official === label)) return undefined;
  // What stands in the text may be escaped: the box's words are put in its place.
  if (text.slice(one.box.span.start, one.box.span.end) !== one.box.text) return undefined;
  return edited(text, [{ at: one.box.span, text: label }]);
}

interface Rewording {
  readonly name: string;
  readonly rules: readonly string[];
  readonly class?: Operator["class"];
  readonly where: keyof typeof places;
  readonly rewrite: (text: string) => string | undefined;
}

const replaced = (from: string, to: string) => (text: string) =>
  text.includes(from) ? text.replace(from, to) : undefined;

const rewordings: readonly Rewording[] = [
  {
    name: "行政规范性文件写成规范性文件",
    rules: ["mislabelled-row"],
    where: "表二行名",
    rewrite: replaced("行政规范性文件", "规范性文件"),
  },
  {
    name: "行政事业性收费写成行业事业性收费",
    rules: ["mislabelled-row"],
    where: "表二行名",
    rewrite: replaced("行政事业性", "行业事业性"),
  },
  {
    name: "信访举报投诉类写成信访举报投诉诉求类",
    rules: ["mislabelled-row"],
    where: "表三行名",
    rewrite: replaced("投诉类", "投诉诉求类"),
  },
  {
    name: "现行有效件数加“（历史累计）”",
    rules: ["mislabelled-column"],
    where: "表二列名",
    rewrite: replaced("有效件数", "有效件数（历史累计）"),
  },
  {
    name: "本年制发件数写成本年度制发数",
    rules: ["mislabelled-column"],
    where: "表二列名",
    rewrite: replaced("本年制发件数", "本年度制发数"),
  },
  {
    name: "第二十条第（一）项漏“第”",
    rules: ["mislabelled-row"],
    where: "表二项名",
    rewrite: replaced("条第（", "条（"),
  },
  {
    name: "列名只剩一半",
    rules: ["mislabelled-column"],
    where: "表四列名",
    rewrite: (text) => (text.length === 4 ? text.slice(0, 2) : undefined),
  },
  // A group's head may be left out: then its columns are read by their own heads.
  {
    name: "列名空白",
    rules: ["mislabelled-column", "missing-column"],
    where: "表三列名",
    rewrite: (text) => (/自然人|业|机构|益组织|其他$|总计/u.test(text) ? "" : undefined),
  },
  { name: "行名空白", rules: ["mislabelled-row"], where: "表三行名", rewrite: () => "" },
  {
    name: "项目序号写成“1、”",
    class: "Y",
    rules: ["item-numbering"],
    where: "表三行名",
    rewrite: (text) => (/^\d\./u.test(text) ? text.replace(".", "、") : undefined),
  },
  {
    name: "项目序号写成“（1）”",
    class: "Y",
    rules: ["item-numbering"],
    where: "表三行名",
    rewrite: (text) => (/^\d\./u.test(text) ? text.replace(/^(\d)\./u, "（$1）") : undefined),
  },
  {
    name: "漏项目序号",
    class: "Y",
    rules: ["item-numbering"],
    where: "表三行名",
    rewrite: (text) => (/^\d\./u.test(text) ? text.slice(2) : undefined),
  },
  {
    name: "“（一）”写成“一、”",
    class: "Y",
    rules: ["item-numbering"],
    where: "表三行名",
    rewrite: (text) => (/^（.）/u.test(text) ? text.replace(/^（(.)）/u, "$1、") : undefined),
  },
];

/** Labels reworded as published reports do. */
export const rewordedLabels: readonly Operator[] = rewordings.map(
  ({ name, rules, class: kind = "D", where, rewrite }): Operator => ({
    name: `${where}：${name}`,
    group: "行名、列名",
    class: kind,
    rules,
    restores: "always",
    apply: (subject, random) => {
      const from = places[where]?.(subject) ?? [];
      const fitting = from.filter(({ box }) => rewrite(box.text) !== undefined);
      return rewritten(subject, random, fitting, rewrite);
    },
  }),
);
