import { linesOf, positionAt } from "../read/lines.ts";
import type { Account, Entry } from "./account.ts";
import type { Imported } from "./import-report.ts";

/** The account of an import in Chinese, line by line. */
export function tellAccount({ account, source, hasLines, notes }: Imported): readonly string[] {
  const { found, placed, kept, unplaced, faults } = account;
  const lines = linesOf(source);
  const entry = ({ at, name, numbers }: Entry) =>
    `  ${hasLines ? `第 ${positionAt(lines, at.start).line + 1} 行` : ""}“${name}”：${numbers.join("、")}`;
  const left = count(unplaced);
  return [
    `核对：原文共有 ${found} 个数，填入表格 ${placed} 个，留在文字里 ${kept} 个${left === 0 ? "" : `，没有填入表格 ${left} 个`}${faults.length === 0 ? "；转换前后一致" : ""}`,
    ...(left === 0 ? [] : ["没有填入表格的数都留在原处，请对照原件核对：", ...unplaced.map(entry)]),
    ...notes,
    ...(faults.length === 0
      ? []
      : ["警告：转换前后的数对不上，请不要使用这份结果，并报告给开发者：", ...faults.map(entry)]),
  ];
}

/** Whether nothing of an import has to be looked at by hand. */
export function isClean({ account, notes }: Imported): boolean {
  return account.balanced && account.unplaced.length === 0 && notes.length === 0;
}

function count(entries: Account["unplaced"]): number {
  return entries.reduce((sum, { numbers }) => sum + numbers.length, 0);
}
