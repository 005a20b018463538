import { defaultSettings, type Settings } from "../analysis.ts";
import type { Severity } from "../rules/rule.ts";
import type { Arguments } from "./arguments.ts";
import { checkText, type FileResult, fixText } from "./check-text.ts";
import type { Command } from "./command.ts";
import { type FoundFile, findFiles } from "./find-files.ts";
import { jsonReporter } from "./format-json.ts";
import { type Reporter, textReporter } from "./format-text.ts";
import { explainBug, explainFault, FAILED, type Fault, type Io } from "./io.ts";
import { noCache, openCache, type ResultCache } from "./result-cache.ts";
import { SEVERITIES } from "./severity.ts";
import { type Shard, shardOf } from "./shard.ts";
import { atLeast, count, nothing, type Tally } from "./tally.ts";

const MODES = ["draft", "final", "auto"] as const;

/** Checks reports. */
export const check: Command = {
  name: "check",
  summary: "检查年报",
  usage: "nianbao check [选项] PATH…",
  options: {
    format: { value: "FORMAT", choices: ["text", "json"], help: "结果的格式：text（默认）或 json" },
    fix: { help: "应用安全修正：只改标签、标点、全角数字等写法，绝不改任何数值" },
    "fail-on": {
      value: "LEVEL",
      choices: SEVERITIES,
      help: "达到这个级别就以 1 退出：error（默认）、warning、info、hint",
    },
    mode: {
      value: "MODE",
      choices: MODES,
      help: "final（默认）逐处检查；draft 起草，没有写完的每个部分只提示一处；auto 有部分还没动笔就算起草",
    },
    shard: {
      value: "I/N",
      help: "把找到的文件分成 N 份，只查第 I 份，如 2/8；各份的 JSON 结果用 nianbao merge 合并",
    },
    cache: {
      value: "FILE",
      help: "把结果记在这个文件里，下次内容没有变的报告不再检查；里面有报告的片段，可以随时删除",
    },
    stdin: { help: "检查标准输入，不给 PATH；与 --fix 同用时标准输出是修正后的全文，检查结果写到标准错误" },
    "stdin-filename": { value: "NAME", help: "标准输入在结果里的名称" },
  },
  notes: [
    "PATH 是文件或文件夹；文件夹连同下级文件夹里的所有 *.md 都检查，跳过 node_modules 和以点开头的文件夹。",
    "不是年报的 Markdown 文件不检查，也不报问题。",
    "没有核对的列在末尾，写明为什么；没有发现问题，不等于都核对过。",
    "结果写到标准输出，说明和故障写到标准错误。",
    "退出码：0 没有达到 --fail-on 级别的问题；1 有；2 用法不对、文件读不了、程序出错或什么都没有检查。",
  ],
  run,
};

async function run({ options, operands }: Arguments, io: Io): Promise<number> {
  const problem = misuse(options, operands);
  if (problem !== undefined) {
    io.warn(`${problem}\n用法：${check.usage}`);
    return FAILED;
  }
  const reporter = options.get("format") === "json" ? jsonReporter() : textReporter();
  const settings = settingsIn(options);
  const place = options.get("cache");
  const cache = place === undefined ? noCache : await openCache(place, settings, io);
  if (typeof cache === "string") {
    io.warn(`${place}：${cache}`);
    return FAILED;
  }
  const work = { isFix: options.has("fix"), settings, shard: shardOf(options.get("shard") ?? ""), cache };
  const tally = options.has("stdin")
    ? await checkInput(options.get("stdin-filename") ?? "<stdin>", work, reporter, io)
    : await checkPaths(operands, work, reporter, io);
  const unkept = await cache.save();
  if (unkept !== undefined) io.warn(`${place}：没能记下检查结果，${explainFault(unkept)}`);
  if (tally.checked === 0) io.warn(`没有检查任何报告${tally.files === 0 ? "：没有找到 Markdown 文件" : ""}`);
  if (tally.failed > 0 || tally.unsaved > 0 || tally.checked === 0) return FAILED;
  return atLeast(tally, severityIn(options)) > 0 ? 1 : 0;
}

function misuse(options: Arguments["options"], operands: readonly string[]): string | undefined {
  const shard = options.get("shard");
  if (shard !== undefined && shardOf(shard) === undefined) return `--shard 不能是“${shard}”，应写作 I/N，如 2/8`;
  if (shard !== undefined && options.has("stdin")) return "--shard 不能与 --stdin 同用";
  const other = ["fix", "stdin"].find((name) => options.has(name));
  if (options.has("cache") && other !== undefined) return `--cache 不能与 --${other} 同用`;
  if (options.has("stdin")) return operands.length > 0 ? "给了 --stdin 就不能再给 PATH" : undefined;
  if (options.has("stdin-filename")) return "--stdin-filename 要与 --stdin 同用";
  return operands.length === 0 ? "没有给出要检查的文件或文件夹" : undefined;
}

function severityIn(options: Arguments["options"]): Severity {
  return SEVERITIES.find((severity) => severity === options.get("fail-on")) ?? "error";
}

function settingsIn(options: Arguments["options"]): Settings {
  return { ...defaultSettings, mode: MODES.find((mode) => mode === options.get("mode")) ?? defaultSettings.mode };
}

/** What is to be done with each file. */
interface Work {
  readonly isFix: boolean;
  readonly settings: Settings;
  readonly shard: Shard | undefined;
  readonly cache: ResultCache;
}

/** As many files are checked for a while: by then the program holds what it needs. */
const MANY = 200;

async function checkPaths(paths: readonly string[], work: Work, reporter: Reporter, io: Io): Promise<Tally> {
  const { files: found, empty } = await findFiles(paths, io);
  // Every n-th file, so that the parts take about as long.
  const { number, of } = work.shard ?? { number: 1, of: 1 };
  const files = found.filter((_, at) => at % of === number - 1);
  for (const folder of empty) io.warn(`${folder}：文件夹里没有 *.md 文件`);
  let tally = nothing;
  for (const [at, file] of files.entries()) {
    if (at === MANY) await io.stopGrowing();
    io.progress(`检查 ${at + 1}/${files.length}  ${file.path}`);
    const { result, fault } = await survive(file.path, async () => {
      const source = file.fault ?? (await io.readText(file.path));
      return work.isFix ? fixFile(file, source, work.settings, io) : checkFile(file, source, work);
    });
    if (fault !== undefined) io.warn(`${file.path}：没能保存修正，${explainFault(fault)}`);
    if (result.status !== "not-a-report" || file.named) warnOf(result, io);
    tally = count(tally, result);
    if (fault !== undefined) tally = { ...tally, unsaved: tally.unsaved + 1 };
    io.print(reporter.add(result));
  }
  io.progress("");
  if (tally.checked === 0 && tally.notReports > 0) listOthers(files, io);
  io.print(reporter.end(tally));
  return tally;
}

async function checkInput(name: string, work: Work, reporter: Reporter, io: Io): Promise<Tally> {
  const { isFix, settings } = work;
  const source = await io.readInput();
  const { result, text = "" } = await survive(name, async (): Promise<FileOutcome> => {
    return isFix && typeof source === "string" ? fixText(name, source, settings) : checkSource(name, source, settings);
  });
  if (isFix) io.print(text);
  // The fixed text takes the standard output, so that the command can stand in a pipe.
  const report = isFix ? (results: string) => results.split("\n").slice(0, -1).forEach(io.warn) : io.print;
  const tally = count(nothing, result);
  warnOf(result, io);
  report(reporter.add(result));
  report(reporter.end(tally));
  return tally;
}

/** What became of a file, its text as it stands now, and why its fixes could not be saved. */
interface FileOutcome {
  readonly result: FileResult;
  readonly text?: string;
  readonly fault?: Fault;
}

/** A bug of ours that one file brings to light must not hide what is wrong with the others. */
async function survive(path: string, work: () => Promise<FileOutcome>): Promise<FileOutcome> {
  try {
    return await work();
  } catch (error) {
    return { result: { path, status: "unreadable", reason: explainBug(error) } };
  }
}

async function checkFile({ path }: FoundFile, source: string | Fault, work: Work): Promise<FileOutcome> {
  if (typeof source !== "string") return checkSource(path, source, work.settings);
  const known = await work.cache.find(source);
  const result = checkText(path, source, work.settings, known);
  if (known === undefined) await work.cache.keep(source, result);
  return { result };
}

async function fixFile({ path }: FoundFile, source: string | Fault, settings: Settings, io: Io): Promise<FileOutcome> {
  if (typeof source !== "string") return checkSource(path, source, settings);
  const { result, text } = fixText(path, source, settings);
  if (text === source) return { result };
  const unsaved = await io.replaceText(path, text);
  return unsaved === undefined ? { result } : { result: checkText(path, source, settings), fault: unsaved };
}

function checkSource(path: string, source: string | Fault, settings: Settings): FileOutcome {
  if (typeof source === "string") return { result: checkText(path, source, settings), text: source };
  return { result: { path, status: "unreadable", reason: explainFault(source) } };
}

function warnOf(result: FileResult, io: Io): void {
  if (result.status === "not-a-report") io.warn(`${result.path}：不是政府信息公开年报，没有检查`);
  if ("reason" in result) io.warn(`${result.path}：${result.reason}`);
}

/** Names the files of folders that were passed over, when nothing else was there to check. */
function listOthers(files: readonly FoundFile[], io: Io): void {
  for (const { path } of files.filter(({ named }) => !named)) warnOf({ path, status: "not-a-report" }, io);
}
