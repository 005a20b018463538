import { formOfYear, forms } from "../form/index.ts";
import { writeMarkdown } from "../write/markdown.ts";
import type { Arguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { explainFault, FAILED, type Io } from "./io.ts";

/** Writes a blank report. */
export const create: Command = {
  name: "new",
  summary: "新建一份空白年报",
  usage: "nianbao new --agency NAME --year YYYY [-o FILE]",
  options: {
    agency: { value: "NAME", help: "机关全称，如 某某市水务局" },
    year: { value: "YYYY", help: "报告的年度，按这一年适用的格式写" },
    output: { short: "o", value: "FILE", help: "写入的文件，不覆盖已有的文件；不给则写到标准输出" },
  },
  notes: ["表格各格留空，等待填写：没有的填 0，由填报人确认。"],
  run,
};

async function run({ options, operands }: Arguments, io: Io): Promise<number> {
  const text = operands.length > 0 ? { problem: `多余的参数：${operands.join(" ")}` } : blankReport(options);
  if (typeof text !== "string") {
    io.warn(`${text.problem}\n用法：${create.usage}`);
    return FAILED;
  }
  const path = options.get("output");
  if (path === undefined) {
    io.print(text);
    return 0;
  }
  const fault = await io.createText(path, text);
  io.warn(fault === undefined ? `已写入 ${path}` : `${path}：${explainFault(fault)}`);
  return fault === undefined ? 0 : FAILED;
}

function blankReport(options: Arguments["options"]): string | { readonly problem: string } {
  const agency = options.get("agency")?.trim() ?? "";
  if (agency === "") return { problem: "缺少 --agency NAME（机关全称）" };
  if (/[\r\n]/u.test(agency)) return { problem: "机关全称不能换行" };
  const written = options.get("year");
  if (written === undefined) return { problem: "缺少 --year YYYY（报告的年度）" };
  if (!/^\d{4}$/u.test(written)) return { problem: `“${written}”不是四位数的年度` };
  const year = Number(written);
  const form = formOfYear(year);
  const first = Math.min(...forms.map(({ years }) => years.from));
  if (form === undefined) return { problem: `${year}年度没有全国统一的年报格式，统一格式自${first}年度起实行` };
  return writeMarkdown(form, { agency, year });
}
