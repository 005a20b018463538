import type { Imported } from "../import/import-report.ts";
import { isClean, tellAccount } from "../import/tell-account.ts";
import type { Arguments } from "./arguments.ts";
import type { Command } from "./command.ts";
import { explainFault, FAILED, type Io } from "./io.ts";

/** Turns a report in another format into Markdown. */
export const importReport: Command = {
  name: "import",
  summary: "把 Word、Excel、PDF、网页或文本格式的年报转成 Markdown",
  usage: "nianbao import FILE [-o FILE]",
  options: {
    output: { short: "o", value: "FILE", help: "写入的文件，不覆盖已有的文件；不给则写到标准输出" },
  },
  notes: [
    "FILE 是 Word 文档（.docx）、Excel 工作簿（.xlsx）、PDF（.pdf）、存下来的网页（.html），或者复制、提取出来的文本（.txt、.md）。",
    "文本和网页可以是 UTF-8、UTF-16 或 GBK 编码。",
    "文字和数字照原样保留，错的也不改：转换以后用 nianbao check 检查。",
    "原文的每一个数都有交代：填入了表格、留在文字里，或者列出来请人核对；核对结果写到标准错误。",
    "退出码：0 表格的数全部填入；1 已转换，但有需要核对的地方；2 没有转换。",
  ],
  run,
};

async function run({ options, operands }: Arguments, io: Io): Promise<number> {
  const [path, ...others] = operands;
  if (path === undefined || others.length > 0) {
    io.warn(`${path === undefined ? "没有给出要转换的文件" : "一次只能转换一个文件"}\n用法：${importReport.usage}`);
    return FAILED;
  }
  const imported = await read(path, io);
  if (typeof imported === "string") {
    io.warn(`${path}：${imported}`);
    return FAILED;
  }
  const target = options.get("output");
  if (target === undefined) io.print(imported.markdown);
  else {
    const fault = await io.createText(target, imported.markdown);
    io.warn(fault === undefined ? `已写入 ${target}` : `${target}：${explainFault(fault)}`);
    if (fault !== undefined) return FAILED;
  }
  for (const line of tellAccount(imported)) io.warn(line);
  return isClean(imported) ? 0 : 1;
}

async function read(path: string, io: Io): Promise<Imported | string> {
  const bytes = await io.readBytes(path);
  if (!(bytes instanceof Uint8Array)) return explainFault(bytes);
  // Loaded only when it is wanted: checking needs none of it.
  const { importFile, importPdf } = await import("../import/import-file.ts");
  if (!/\.pdf$/iu.test(path)) return importFile(path, bytes, io.decode);
  const pages = await io.readPdf(bytes);
  return typeof pages === "string" ? pages : importPdf(pages);
}
