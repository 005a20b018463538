import type { Operator } from "../operator.ts";
import { oneFigure } from "./cells.ts";

const anywhere = /^(?:requests|litigation)\.|\.(?:issued|repealed|inForce|decisions)$/u;
const positive = (text: string) => Number(text) > 0;

interface Style {
  readonly name: string;
  readonly class: "D" | "S" | "Y";
  readonly rules: readonly string[];
  readonly restores: Operator["restores"];
  readonly write: (text: string) => string | undefined;
}

/** Ways to write a figure that are not the form's. */
const styles: readonly Style[] = [
  {
    name: "全角数字",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => text.replaceAll(/\d/gu, (digit) => String.fromCodePoint(Number(digit) + 0xff10)),
  },
  {
    name: "千位逗号",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => (Number(text) < 1000 ? undefined : text.replace(/(\d)(\d{3})$/u, "$1,$2")),
  },
  { name: "前面多 0", class: "D", rules: ["not-a-count"], restores: "no", write: (text) => `0${text}` },
  {
    name: "数字中间有空格",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => (text.length < 2 ? undefined : `${text.slice(0, 1)} ${text.slice(1)}`),
  },
  {
    name: "0 写成“无”",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => (text === "0" ? "无" : undefined),
  },
  {
    name: "0 写成“/”",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => (text === "0" ? "/" : undefined),
  },
  {
    name: "0 写成“—”",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => (text === "0" ? "—" : undefined),
  },
  {
    name: "0 写成字母 O",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => (text === "0" ? "O" : undefined),
  },
  {
    name: "1 写成字母 l",
    class: "D",
    rules: ["not-a-count"],
    restores: "always",
    write: (text) => (text.includes("1") ? text.replace("1", "l") : undefined),
  },
  {
    name: "0 漏填",
    class: "D",
    rules: ["blank-cell"],
    restores: "always",
    write: (text) => (text === "0" ? "" : undefined),
  },
  { name: "写成小数", class: "D", rules: ["not-a-count"], restores: "unique", write: (text) => `${text}.5` },
  {
    name: "写成负数",
    class: "D",
    rules: ["not-a-count"],
    restores: "unique",
    write: (text) => (positive(text) ? `-${text}` : undefined),
  },
  {
    name: "写成约数",
    class: "D",
    rules: ["not-a-count"],
    restores: "unique",
    write: (text) => (positive(text) ? `约${text}` : undefined),
  },
  {
    name: "写成中文数字",
    class: "D",
    rules: ["not-a-count"],
    restores: "unique",
    write: (text) => (/^[1-9]$/u.test(text) ? [..."零一二三四五六七八九"][Number(text)] : undefined),
  },
  { name: "格内写单位", class: "Y", rules: ["annotated-cell"], restores: "always", write: (text) => `${text}件` },
  {
    name: "格内加说明",
    class: "Y",
    rules: ["annotated-cell"],
    restores: "no",
    write: (text) => (positive(text) ? `${text}（其中撤回1件）` : undefined),
  },
];

/** A figure written in another way than the form wants. */
export const writtenFigures: readonly Operator[] = [
  ...styles.map(
    ({ write, ...style }): Operator => ({
      ...style,
      name: `数据栏：${style.name}`,
      group: "数的写法",
      apply: (subject, random) => oneFigure(subject, random, anywhere, write),
    }),
  ),
  {
    name: "数据栏：表三有数的一格漏填",
    group: "数的写法",
    class: "D",
    rules: ["blank-cell", "sum-mismatch", "balance-mismatch"],
    restores: "unique",
    apply: (subject, random) => oneFigure(subject, random, /^requests\./u, (text) => (positive(text) ? "" : undefined)),
  },
  {
    name: "数据栏：表四有数的一格漏填",
    group: "数的写法",
    class: "D",
    rules: ["blank-cell", "sum-mismatch"],
    restores: "unique",
    apply: (subject, random) =>
      oneFigure(subject, random, /^litigation\./u, (text) => (positive(text) ? "" : undefined)),
  },
];
