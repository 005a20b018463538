import type { Cell } from "../../../server/draft/draft.ts";
import type { CellId } from "../../../server/form/index.ts";
import type { Random } from "../../support/reports.ts";
import { edited, type Mutation, type Operator } from "../operator.ts";
import { cellsLike, type Subject } from "../subject.ts";
import * as typing from "../typing.ts";

/** Figures that say something else now. */
export function figuresChanged({ text, report }: Subject, changes: ReadonlyMap<Cell, string>): Mutation | undefined {
  if (changes.size === 0) return undefined;
  // Without its outer bar a row that ends in a blank is one cell shorter: that is another slip.
  if (report.layout === "without outer bars" && [...changes.values()].includes("")) return undefined;
  const edits = [...changes].map(([{ box }, figure]) => {
    return box.text === "" ? { at: box.inner, text: ` ${figure} ` } : { at: box.span, text: figure };
  });
  const cells = new Map<CellId, string>([...changes].map(([{ id }, figure]) => [id, figure]));
  return { ...edited(text, edits), cells };
}

const regions = {
  表三各项: /^requests\.(?!received|carried|closed).*\.(?!total)/u,
  表三各项总计: /^requests\.(?!received|carried|closed).*\.total$/u,
  "表三（七）总计": /^requests\.closed\.(?!total)/u,
  "表三新收、结转": /^requests\.(?:received|carried).*\.(?!total)/u,
  "表三新收、结转、（七）的总计": /^requests\.(?:received|carried|closed).*\.total$/u,
  表四各项: /^litigation\..*\.(?!total)/u,
  表四总计: /^litigation\..*\.total$/u,
  表二规范性文件: /^disclosure\.normativeDocuments\./u,
} as const;

const slips = {
  改一位数字: typing.changeDigit,
  漏一位数字: typing.dropDigit,
  重一位数字: typing.doubleDigit,
  相邻两位颠倒: typing.swapDigits,
} as const;

/** One figure mistyped, by table and place. */
export const mistypedFigures: readonly Operator[] = Object.entries(regions).flatMap(([where, pattern]) =>
  Object.entries(slips).map(([how, slip]): Operator => {
    return {
      name: `${where}：${how}`,
      group: "单个数字",
      class: "D",
      rules: ["sum-mismatch", "balance-mismatch", "stock-shortfall", "not-a-count", "missing-results", "shifted-row"],
      restores: "unique",
      apply: (subject, random) => oneFigure(subject, random, pattern, (text) => slip(text, random)),
    };
  }),
);

/** Picks one of the figures that match and rewrites it. */
export function oneFigure(
  subject: Subject,
  random: Random,
  pattern: RegExp,
  rewrite: (text: string) => string | undefined,
): Mutation | undefined {
  const possible = cellsLike(subject, pattern).flatMap((cell) => {
    const figure = rewrite(cell.box.text);
    return figure === undefined || figure === cell.box.text ? [] : [[cell, figure] as const];
  });
  // Figures other than 0 are few and matter more.
  const telling = possible.filter(([{ value }]) => value !== 0);
  const chosen = telling.length > 0 && random(3) > 0 ? telling : possible;
  const one = chosen[random(Math.max(0, chosen.length - 1))];
  return one === undefined ? undefined : figuresChanged(subject, new Map([one]));
}
