import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, defaultSettings } from "../../server/analysis.ts";
import { cleanReport, templateCount } from "./clean.ts";
import { operators } from "./operators.ts";
import { type CleanTally, pageOf } from "./page.ts";
import { share, tallyOf } from "./tally.ts";

/**
 * Measures every kind of slip and writes `docs/mutation.md`: `node test/mutation/mutate.ts [part of a name]`. With a part
 * of a name only those slips are measured, and nothing is written.
 */
const REPORTS = 30;
const CLEAN = 2000;

const [, , wanted = ""] = process.argv;
const tallies = operators
  .filter(({ name }) => name.includes(wanted))
  .map((operator) => {
    const tally = tallyOf(operator, REPORTS);
    const { awaited, reports, detected, located, restorable, restored } = tally;
    const told = [
      `发现 ${share(detected, reports)}`,
      `定位 ${share(located, reports)}`,
      `恢复 ${share(restored, restorable)}`,
    ];
    console.log(`${operator.class} ${operator.name}：${awaited ? "尚无规则" : told.join("，")}（${reports} 份）`);
    return tally;
  });

if (wanted === "") {
  const clean = checkClean();
  console.log(`${clean.reports} 份没有错误的报告：错误 ${clean.errors}，警告 ${clean.warnings}，提示 ${clean.hints}`);
  writeFileSync(join(import.meta.dirname, "..", "..", "docs", "mutation.md"), pageOf(tallies, clean, REPORTS));
  if (clean.errors + clean.warnings > 0) process.exitCode = 1;
}

function checkClean(): CleanTally {
  const found = Array.from({ length: CLEAN }, (_, at) => {
    const analysis = analyze(cleanReport(at + 1).text, defaultSettings);
    if (analysis.status !== "checked") throw new Error(`The report of seed ${at + 1} is not read: ${analysis.status}`);
    for (const { rule, severity, message } of analysis.findings) {
      if (severity === "error" || severity === "warning") console.log(`${at + 1}: ${severity} ${rule} ${message}`);
    }
    return analysis.findings;
  }).flat();
  const count = (severity: string) => found.filter((finding) => finding.severity === severity).length;
  const hinting = [...new Set(found.flatMap(({ rule, severity }) => (/hint|info/u.test(severity) ? rule : [])))];
  const [errors, warnings] = [count("error"), count("warning")];
  return {
    reports: CLEAN,
    templates: templateCount,
    errors,
    warnings,
    hints: found.length - errors - warnings,
    hinting,
  };
}
