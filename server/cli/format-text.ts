import { positionAt } from "../read/lines.ts";
import type { FileResult } from "./check-text.ts";
import { lines } from "./command.ts";
import { SEVERITY_NAMES } from "./severity.ts";
import type { Tally } from "./tally.ts";

/** How results are printed: something after each file, something at the end. */
export interface Reporter {
  readonly add: (result: FileResult) => string;
  readonly end: (tally: Tally) => string;
}

/** One line for each finding, for people and terminals. */
export function textReporter(): Reporter {
  return { add: formatFile, end: formatTally };
}

function formatFile(result: FileResult): string {
  if (result.status !== "checked" || result.findings.length === 0) return "";
  const { findings, lines: starts, text } = result;
  const printed = findings.map(({ at, severity, message, rule }) => {
    const { line, character } = positionAt(starts, at.start);
    const column = Array.from(text.slice(at.start - character, at.start)).length;
    return `${result.path}:${line + 1}:${column + 1}  ${SEVERITY_NAMES[severity]}  ${message}  [${rule}]`;
  });
  return lines(...printed, "");
}

function formatTally(tally: Tally): string {
  if (tally.checked === 0) return "";
  const { error, warning, info, hint } = tally.findings;
  const remarks = [
    tally.fixed > 0 ? `已安全修正 ${tally.fixed} 项` : "",
    tally.fixable > 0 ? `其中 ${tally.fixable} 项可加 --fix 安全修正` : "",
    tally.allowed > 0 ? `另有 ${tally.allowed} 项已注明理由放行` : "",
    tally.failed > 0 ? `另有 ${tally.failed} 个文件没能检查` : "",
    tally.unsaved > 0 ? `另有 ${tally.unsaved} 个文件没能保存修正` : "",
    tally.notReports > 0 ? `另有 ${tally.notReports} 个文件不是年报` : "",
    tally.unchecked.size > 0 ? `未核对 ${tally.unchecked.size} 项` : "",
  ].filter((remark) => remark !== "");
  const counts = `共检查 ${tally.checked} 份报告：错误 ${error}，警告 ${warning}，提示 ${info + hint}`;
  return lines([counts, ...remarks].join("；"), ...uncheckedLines(tally));
}

/** One line for each reason, however many files it concerns. */
function uncheckedLines({ unchecked, checked }: Tally): readonly string[] {
  return [...unchecked].map(([reason, { first, files }]) => {
    const which = files > 1 ? `${first} 等 ${files} 份` : first;
    return `未核对  ${reason}${checked > 1 ? `（${which}）` : ""}`;
  });
}
