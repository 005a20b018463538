import { readArguments, suggestion } from "./arguments.ts";
import { check } from "./check.ts";
import { COMMON_OPTIONS, type Command, helpOf, lines } from "./command.ts";
import { explain } from "./explain.ts";
import { exportReport } from "./export.ts";
import { importReport } from "./import.ts";
import { explainBug, explainFault, FAILED, type Io, Unprinted } from "./io.ts";
import { merge } from "./merge.ts";
import { nearest } from "./nearest.ts";
import { create } from "./new.ts";

const commands: readonly Command[] = [check, merge, create, explain, importReport, exportReport];

/** Runs one command line, the program's own name left out, and gives its exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    io.warn(error instanceof Unprinted ? `结果没能写出去：${explainFault(error)}` : explainBug(error));
    return FAILED;
  }
}

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<number> {
  const command = commands.find(({ name }) => name === first);
  if (command !== undefined) return runCommand(command, rest, io);
  if (first === "--version" || first === "-V") {
    io.print(lines(await io.version()));
    return 0;
  }
  const asked = commands.find(({ name }) => name === rest[0]);
  if (first === "--help" || first === "-h" || (first === "help" && (asked !== undefined || rest.length === 0))) {
    io.print(asked === undefined ? overview() : helpOf(asked));
    return 0;
  }
  if (first === undefined) io.warn(overview().trimEnd());
  else io.warn(unknown(first === "help" ? (rest[0] ?? "") : first));
  return FAILED;
}

async function runCommand(command: Command, words: readonly string[], io: Io): Promise<number> {
  const own = words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
  if (own.includes("--help") || own.includes("-h")) {
    io.print(helpOf(command));
    return 0;
  }
  const given = readArguments(words, { ...command.options, ...COMMON_OPTIONS });
  if (typeof given !== "string") return command.run(given, io);
  io.warn(`${given}\n用法：${command.usage}`);
  return FAILED;
}

function unknown(written: string): string {
  const names = ["--help", "--version", ...commands.map(({ name }) => name)];
  const what = written.startsWith("-") ? "选项" : "命令";
  return `没有${what} ${written}${suggestion(nearest(written, names))}\n命令列表见 nianbao --help`;
}

function overview(): string {
  return lines(
    "nianbao：检查用 Markdown 写的政府信息公开年报",
    "",
    "用法：nianbao 命令 [选项]",
    "",
    "命令：",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`),
    "",
    "选项：",
    "  -h, --help     显示这份说明；命令后面加 --help 显示该命令的说明",
    "  -V, --version  显示版本号",
    "",
    "退出码：0 没有达到 --fail-on 级别的问题；1 有；2 用法不对、文件读不了、程序出错或什么都没有检查",
  );
}
