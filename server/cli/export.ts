import { defaultSettings } from "../analysis.ts";
import { formatOf, formats } from "../write/formats.ts";
import type { Arguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { explainFault, FAILED, type Io } from "./io.ts";

const ENDINGS = formats.map((format) => `.${format}`).join("、");

/** Writes a report in another format. */
export const exportReport: Command = {
  name: "export",
  summary: "把年报导出为 Word、网页、表格或数据",
  usage: `nianbao export FILE -o FILE.(${formats.join("|")})`,
  options: { output: { short: "o", value: "FILE", help: `写入的文件，${ENDINGS}；不覆盖已有的文件` } },
  notes: [
    "正文照原样，表格按规定的表样写出。",
    "没有改完、填完的也可以导出：.docx 和 .html 在最前面写明“草稿”，.xlsx 写在文件属性里；.json 中没有填的是 null。",
    "退出码：0 已导出；2 没有导出。",
  ],
  run,
};

async function run({ options, operands }: Arguments, io: Io): Promise<number> {
  const job = jobOf(operands, options.get("output"));
  if (typeof job === "string") {
    io.warn(`${job}\n用法：${exportReport.usage}`);
    return FAILED;
  }
  const { path, target, format } = job;
  const source = await io.readText(path);
  if (typeof source !== "string") return fail(io, path, explainFault(source));
  // Loaded only when it is wanted: checking needs none of it.
  const { exportText } = await import("../export.ts");
  const exported = exportText(source, defaultSettings, format);
  if (exported.status === "not-a-report") return fail(io, path, "不是政府信息公开年报，没有导出");
  if (exported.status === "too-complex") return fail(io, path, exported.reason);
  const { content, notes } = exported;
  const fault = await (typeof content === "string" ? io.createText(target, content) : io.createBytes(target, content));
  if (fault !== undefined) return fail(io, target, explainFault(fault));
  for (const line of [`已写入 ${target}`, ...notes]) io.warn(line);
  return 0;
}

/** What is to be done, or what is wrong with the arguments. */
function jobOf([path, ...others]: readonly string[], target: string | undefined) {
  if (path === undefined) return "没有给出要导出的年报";
  if (others.length > 0) return "一次只能导出一份年报";
  if (target === undefined) return "缺少 -o FILE（导出到哪个文件）";
  const format = formatOf(target);
  return format === undefined ? `不能导出为 ${target}，文件名要以 ${ENDINGS} 结尾` : { path, target, format };
}

function fail(io: Io, path: string, why: string): number {
  io.warn(`${path}：${why}`);
  return FAILED;
}
