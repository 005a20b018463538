import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { forms } from "../server/form/index.ts";
import { consistentCells, type Random, randomFrom, reportText } from "../test/support/reports.ts";

/** Where the built bundles and the examples are. */
export const root = join(import.meta.dirname, "..");

/** A real-looking report of about 15 KB. */
const short = readFileSync(join(root, "examples", "01-无误.md"), "utf8");

const words =
  "公开 信息 平台 群众 企业 政策 解读 服务 办理 制度 监督 培训 网站 专栏 更新 规范 发布 回应 流程 目录 保密 审查".split(
    " ",
  );

/** A sentence nobody has written before, without a figure. */
function sentence(random: Random): string {
  const word = () => words[random(words.length - 1)] ?? "";
  return `${Array.from({ length: 30 }, () => word() + word()).join("，")}。`;
}

/** The report with paragraphs added, no two alike, until it has the size. */
export function reportOf(bytes: number): string {
  const random = randomFrom(bytes);
  const place = short.indexOf("\n## 五");
  const added: string[] = [];
  for (let length = Buffer.byteLength(short); length < bytes - 100; ) {
    const paragraph = `${sentence(random)}\n\n`;
    added.push(paragraph);
    length += Buffer.byteLength(paragraph);
  }
  return `${short.slice(0, place)}\n${added.join("")}${short.slice(place)}`;
}

/** The report with every section changed, so that nothing of it has been read before. */
export function unseen(text: string, run: number): string {
  return `${text.replaceAll("\n## ", `\n本段为第${run}稿。\n\n## `)}\n第${run}稿。\n`;
}

/** A report of about 16 KB whose prose nobody has written before. */
export function madeUpReport(seed: number): string {
  const [form] = forms;
  if (form === undefined) throw new Error("There is no form.");
  const random = randomFrom(seed);
  const next = () => sentence(random);
  return reportText(form, consistentCells(form, random)).replaceAll(
    /总体平稳，各项任务按期完成。/gu,
    () => `总体平稳。${next()}${next()}${next()}\n\n${next()}${next()}`,
  );
}

/** Writes made-up reports into a folder, a thousand to each folder in it. */
export function writeReports(folder: string, count: number): void {
  for (let seed = 0; seed < count; seed += 1) {
    const part = join(folder, String(Math.floor(seed / 1000)));
    if (seed % 1000 === 0) mkdirSync(part, { recursive: true });
    writeFileSync(join(part, `${seed}.md`), madeUpReport(seed));
  }
}
