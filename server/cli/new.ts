import { analyze, defaultSettings } from "../analysis.ts";
import { formOfYear, forms } from "../form/index.ts";
import { writeMarkdown } from "../write/markdown.ts";
import { writeNextYear } from "../write/next-year.ts";
import type { Arguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { explainFault, FAILED, type Io } from "./io.ts";

/** Writes a blank report, or the one that follows last year's. */
export const create: Command = {
  name: "new",
  summary: "新建一份空白年报",
  usage: "nianbao new (--agency NAME --year YYYY | --from FILE) [-o FILE]",
  options: {
    agency: { value: "NAME", help: "机关全称，如 某某市水务局" },
    year: { value: "YYYY", help: "报告的年度，按这一年适用的格式写" },
    from: { value: "FILE", help: "上年的年报：沿用机关和文字，转入上年结转，年度加一" },
    output: { short: "o", value: "FILE", help: "写入的文件，不覆盖已有的文件；不给则写到标准输出" },
  },
  notes: ["表格各格留空，等待填写：没有的填 0，由填报人确认。"],
  run,
};

async function run({ options, operands }: Arguments, io: Io): Promise<number> {
  const from = options.get("from");
  const begun =
    operands.length > 0
      ? { problem: `多余的参数：${operands.join(" ")}` }
      : from === undefined
        ? blankReport(options)
        : await nextYear(from, options, io);
  if ("problem" in begun) {
    io.warn(`${begun.problem}\n用法：${create.usage}`);
    return FAILED;
  }
  if (begun.told !== undefined) io.warn(begun.told);
  const path = options.get("output");
  if (path === undefined) {
    io.print(begun.markdown);
    return 0;
  }
  const fault = await io.createText(path, begun.markdown);
  io.warn(fault === undefined ? `已写入 ${path}` : `${path}：${explainFault(fault)}`);
  return fault === undefined ? 0 : FAILED;
}

/** A report to be written, with what there is to say about it. */
interface Begun {
  readonly markdown: string;
  readonly told?: string;
}

interface Problem {
  readonly problem: string;
}

async function nextYear(path: string, options: Arguments["options"], io: Io): Promise<Begun | Problem> {
  if (options.has("agency") || options.has("year"))
    return { problem: "--from 沿用上年年报的机关和年度，不与 --agency、--year 一起用" };
  const text = await io.readText(path);
  if (typeof text !== "string") return { problem: `${path}：${explainFault(text)}` };
  const analysis = analyze(text, defaultSettings);
  const begun = analysis.status === "checked" ? writeNextYear(analysis.draft) : undefined;
  return begun ?? { problem: `${path}：没有被认出是年报，或者没有写明年度` };
}

function blankReport(options: Arguments["options"]): Begun | Problem {
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
  return { markdown: writeMarkdown(form, { agency, year }) };
}
