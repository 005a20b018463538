import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { forms } from "../server/form/index.ts";
import { consistentCells, randomFrom, reportText } from "../test/support/reports.ts";

const root = join(import.meta.dirname, "..");
const cli = join(root, "dist", "cli.js");

/** What a folder of reports takes, and one report, in milliseconds. */
export interface BatchTimes {
  readonly files: number;
  readonly parse: number;
  readonly check: number;
  /** `node -e 0`, and the check of one report: the shortest of several runs each. */
  readonly bare: number;
  readonly single: number;
}

/** Checks a folder of made-up reports of about 16 KB by the command line, and has remark alone parse the same files. */
export function measureBatch(files: number): BatchTimes {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  try {
    for (let seed = 0; seed < files; seed += 1) writeFileSync(join(folder, `${seed}.md`), madeUpReport(seed));
    const parse = timeOf(fileURLToPath(new URL("./parse.ts", import.meta.url)), folder);
    const check = timeOf(cli, "check", folder);
    const turns = Array.from({ length: 7 }, () => ({
      bare: timeOf("-e", "0"),
      single: timeOf(cli, "check", join(folder, "0.md")),
    }));
    const shortest = (name: "bare" | "single") => Math.min(...turns.map((turn) => turn[name]));
    return { files, parse, check, bare: shortest("bare"), single: shortest("single") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function timeOf(...words: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", maxBuffer: 2 ** 28 });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return performance.now() - start;
}

const words =
  "公开 信息 平台 群众 企业 政策 解读 服务 办理 制度 监督 培训 网站 专栏 更新 规范 发布 回应 流程 目录 保密 审查".split(
    " ",
  );

/** A report whose prose nobody has written before. */
function madeUpReport(seed: number): string {
  const [form] = forms;
  if (form === undefined) throw new Error("There is no form.");
  const random = randomFrom(seed);
  const word = () => words[random(words.length - 1)] ?? "";
  const sentence = () => `${Array.from({ length: 30 }, () => word() + word()).join("，")}。`;
  return reportText(form, consistentCells(form, random)).replaceAll(
    /总体平稳，各项任务按期完成。/gu,
    () => `总体平稳。${sentence()}${sentence()}${sentence()}\n\n${sentence()}${sentence()}`,
  );
}
