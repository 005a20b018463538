import type { Arguments, Option, Options } from "./arguments.ts";
import type { Io } from "./io.ts";

/** A subcommand. */
export interface Command {
  readonly name: string;
  /** One line in Chinese. */
  readonly summary: string;
  readonly usage: string;
  readonly options: Options;
  /** What else the help says, line by line. */
  readonly notes: readonly string[];
  /** Does the work and gives the exit code. */
  readonly run: (given: Arguments, io: Io) => Promise<number>;
}

/** What every command understands besides its own options. */
export const COMMON_OPTIONS: Options = { help: { short: "h", help: "显示这份说明" } };

/** The help of one command. */
export function helpOf({ summary, usage, options, notes }: Command): string {
  const all = Object.entries({ ...options, ...COMMON_OPTIONS });
  const names = all.map(([name, option]) => optionName(name, option));
  const width = Math.max(...names.map(({ length }) => length));
  const listed = all.map(([, { help }], at) => `  ${(names[at] ?? "").padEnd(width)}  ${help}`);
  return lines(summary, "", `用法：${usage}`, "", "选项：", ...listed, ...(notes.length === 0 ? [] : ["", ...notes]));
}

function optionName(name: string, { short, value }: Option): string {
  return `${short === undefined ? "" : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
}

/** Lines as a text, each with its line break. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
