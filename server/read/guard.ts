import { addTableLine, noTables, type Tables } from "./guard-table.ts";
import { addLine, endBlock, noWork, type Work } from "./guard-work.ts";
import { largestTable } from "./limits.ts";

/** The largest text that is read, in UTF-16 units: a hundred times a long report. */
const largestSize = 512 * 1024;
const longestLine = 20_000;
const deepestNesting = 40;
const mostHtmlTables = 200;

/**
 * Says, in words for the author, why a text is not read: it would keep the Markdown parser busy for long. Takes time in
 * proportion to the length only; whatever it lets pass is parsed in a time that hardly grows faster than that.
 */
export function tooComplex(text: string): string | undefined {
  if (largestSize < text.length) return tooLarge(text.length);
  const work = noWork();
  const tables = noTables();
  const allowed = allowedWork(text.length);
  for (const line of text.split(/\r\n?|\n/u)) {
    if (longestLine < line.length) return tooLong(work.lines + 1, line.length);
    const isTopLevel = work.depth === 0 || (work.wasBlank && !/^(?:[ \t]{2}|\t)/u.test(line));
    addTableLine(tables, line, isTopLevel);
    addLine(work, line, tables.isSure);
    const reason = tooDeep(work) ?? tooWide(work, tables) ?? tooTangled(work, allowed);
    if (reason !== undefined) return reason;
  }
  endBlock(work);
  return tooTangled(work, allowed);
}

/** Estimated milliseconds beyond the linear that a text of this length may cost. */
function allowedWork(length: number): number {
  return 300 + length / 1000;
}

function tooLarge(size: number): string {
  return `全文有 ${size} 个字符，超过上限 ${largestSize} 个，未检查；请确认打开的是年报正文，图片不要以文字编码嵌入`;
}

function tooLong(line: number, length: number): string {
  return `第 ${line} 行有 ${length} 个字符，超过上限 ${longestLine} 个，未检查；请把这一行分成若干段`;
}

function tooDeep(work: Work): string | undefined {
  if (work.depth <= deepestNesting) return undefined;
  return `第 ${work.lines} 行的列表或引用嵌套超过 ${deepestNesting} 层，未检查；请删去多余的“>”“-”等标记`;
}

function tooWide(work: Work, tables: Tables): string | undefined {
  if (largestTable.rows < Math.max(tables.rows, tables.htmlRows))
    return `第 ${work.lines} 行所在的表格超过 ${largestTable.rows} 行，未检查；请把表格分开`;
  const columns = Math.max(0 <= tables.rows ? tables.cells : 0, tables.htmlCells);
  if (largestTable.columns < columns)
    return `第 ${work.lines} 行的表格超过 ${largestTable.columns} 列，未检查；请把表格分开`;
  if (mostHtmlTables < tables.htmlTables)
    return `第 ${work.lines} 行以前的 HTML 表格超过 ${mostHtmlTables} 个，未检查；请把文件分开`;
  return undefined;
}

function tooTangled(work: Work, allowed: number): string | undefined {
  if (work.ms <= allowed) return undefined;
  return `第 ${work.lines} 行以前的标记过多，文件过于复杂，未检查；请删去多余的“*”“_”“[”“<”“>”“-”等标记，并用空行分段`;
}
