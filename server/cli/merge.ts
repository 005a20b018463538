import type { Severity } from "../rules/rule.ts";
import type { Arguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { keyOf } from "./find-files.ts";
import { explainFault, FAILED, type Io } from "./io.ts";
import { SEVERITIES } from "./severity.ts";

/** Joins what the shards of one check printed. */
export const merge: Command = {
  name: "merge",
  summary: "合并分批检查（--shard）的 JSON 结果",
  usage: "nianbao merge FILE…",
  options: {
    "fail-on": {
      value: "LEVEL",
      choices: SEVERITIES,
      help: "达到这个级别就以 1 退出：error（默认）、warning、info、hint",
    },
  },
  notes: [
    "FILE 是 nianbao check --format json 的结果；合并后按路径排列，写到标准输出，与一次查完的相同。",
    "退出码与 check 相同。",
  ],
  run,
};

/** As `nianbao check --format json` prints it; what is not needed here is carried over as it is. */
interface Checked {
  readonly schema: "nianbao/check/1";
  readonly files: readonly { readonly path: string; readonly status: string }[];
  readonly summary: Readonly<Record<string, number>>;
}

async function run({ options, operands }: Arguments, io: Io): Promise<number> {
  if (operands.length === 0) {
    io.warn(`没有给出要合并的文件\n用法：${merge.usage}`);
    return FAILED;
  }
  const shards: Checked[] = [];
  for (const path of operands) {
    const text = await io.readText(path);
    const shard = typeof text === "string" ? readShard(text) : undefined;
    if (shard !== undefined) {
      shards.push(shard);
      continue;
    }
    io.warn(`${path}：${typeof text === "string" ? "不是 nianbao check --format json 的结果" : explainFault(text)}`);
    return FAILED;
  }
  const files = shards.flatMap((shard) => shard.files).toSorted((a, b) => (keyOf(a.path) < keyOf(b.path) ? -1 : 1));
  const twice = files.find(({ path }, at) => path === files[at - 1]?.path);
  if (twice !== undefined) {
    io.warn(`${twice.path} 在几份结果里都有，这些结果不是同一次检查分出来的`);
    return FAILED;
  }
  const summary = sumOf(shards.map((shard) => shard.summary));
  io.print(`${JSON.stringify({ schema: "nianbao/check/1", files, summary }, undefined, 2)}\n`);
  return exitCode(files, summary, SEVERITIES.find((severity) => severity === options.get("fail-on")) ?? "error");
}

/** Undefined for anything but the result of a check. */
function readShard(text: string): Checked | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return isChecked(read) ? read : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isChecked(read: unknown): read is Checked {
  if (typeof read !== "object" || read === null) return false;
  const { schema, files, summary } = read as Readonly<Record<string, unknown>>;
  return (
    schema === "nianbao/check/1" &&
    Array.isArray(files) &&
    files.every((file) => typeof file?.path === "string" && typeof file.status === "string") &&
    typeof summary === "object" &&
    summary !== null &&
    Object.values(summary).every((count) => typeof count === "number")
  );
}

function sumOf(summaries: readonly Checked["summary"][]): Checked["summary"] {
  const names = new Set(summaries.flatMap((summary) => Object.keys(summary)));
  return Object.fromEntries(
    Array.from(names, (name) => [name, summaries.reduce((sum, summary) => sum + (summary[name] ?? 0), 0)]),
  );
}

const COUNTS: Readonly<Record<Severity, string>> = {
  error: "errors",
  warning: "warnings",
  info: "infos",
  hint: "hints",
};

function exitCode(files: Checked["files"], summary: Checked["summary"], least: Severity): number {
  const isWhole = files.every(({ status }) => status === "checked" || status === "not-a-report");
  if (!isWhole || !files.some(({ status }) => status === "checked")) return FAILED;
  const counted = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);
  return counted.some((severity) => (summary[COUNTS[severity]] ?? 0) > 0) ? 1 : 0;
}
