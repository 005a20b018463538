import type { Command } from "./command.ts";
import { FAILED } from "./io.ts";

/** Reads a report from another format; not there yet. */
export const importReport = unavailable(
  "import",
  "把 Word、网页或文本格式的年报转成 Markdown（尚未提供）",
  "FILE [-o FILE]",
);

function unavailable(name: string, summary: string, operands: string): Command {
  return {
    name,
    summary,
    usage: `nianbao ${name} ${operands}`,
    options: { output: { short: "o", value: "FILE", help: "写入的文件" } },
    notes: ["这个命令尚未提供，将在以后的版本中加入。"],
    run: async (_given, io) => {
      io.warn(`${name} 命令尚未提供，将在以后的版本中加入`);
      return FAILED;
    },
  };
}
