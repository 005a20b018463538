import { addTableLine, noTables, type Tables } from "./guard-table.ts";
import { addLine, endBlock, noWork, type Work } from "./guard-work.ts";
import { largestTable, longestLine } from "./limits.ts";
import { linesOf, positionAt } from "./lines.ts";

/** The largest text that is read, in UTF-16 units: a hundred times a long report. */
export const largestSize = 512 * 1024;
const deepestNesting = 40;
const mostHtmlTables = 200;

/** Says in Chinese why a stretch of a text is not to be parsed, and what to do; undefined where it may be. */
export type Guard = (start: number, end: number) => string | undefined;

/**
 * Watches over what the Markdown parser is given of one text, from its beginning to its end: what would keep it busy for
 * long is refused. Takes time in proportion to the length only; whatever it lets pass is parsed in a time that hardly
 * grows faster than that.
 */
export function guardOver(text: string): Guard {
  const work = noWork();
  const tables = noTables();
  const allowed = allowedWork(text.length);
  return (start, end) => {
    const before = work.lines;
    const refused = (problem: string, line = work.lines) =>
      `第 ${positionAt(linesOf(text), start).line + line - before} 行${problem}`;
    for (const line of text.slice(start, end).split(/\r\n?|\n/u)) {
      // Before anything else looks at it.
      const long = tooLong(line.length);
      if (long !== undefined) return refused(long, work.lines + 1);
      const isTopLevel = work.depth === 0 || (work.wasBlank && !/^(?:[ \t]{2}|\t)/u.test(line));
      addTableLine(tables, line, isTopLevel);
      addLine(work, line, tables.isSure);
      const problem = tooDeep(work) ?? tooWide(tables) ?? tooTangled(work, allowed);
      if (problem !== undefined) return refused(problem);
    }
    endBlock(work);
    const problem = tooTangled(work, allowed);
    return problem === undefined ? undefined : refused(problem);
  };
}

/** Estimated milliseconds beyond the linear that a text of this length may cost. */
function allowedWork(length: number): number {
  return 300 + length / 1000;
}

/** Says in Chinese why a text of this length, which is above the limit, is not even looked at. */
export function tooLarge(length: number): string {
  return `全文有 ${length} 个字符，超过上限 ${largestSize} 个，未检查；请确认打开的是年报正文，图片不要以文字编码嵌入`;
}

function tooLong(length: number): string | undefined {
  if (length <= longestLine) return undefined;
  return `有 ${length} 个字符，超过上限 ${longestLine} 个，未检查；请把这一行分成若干段`;
}

function tooDeep({ depth }: Work): string | undefined {
  if (depth <= deepestNesting) return undefined;
  return `的列表或引用嵌套超过 ${deepestNesting} 层，未检查；请删去多余的“>”“-”等标记`;
}

function tooWide(tables: Tables): string | undefined {
  if (largestTable.rows < Math.max(tables.rows, tables.htmlRows))
    return `所在的表格超过 ${largestTable.rows} 行，未检查；请把表格分开`;
  const columns = Math.max(0 <= tables.rows ? tables.cells : 0, tables.htmlCells);
  if (largestTable.columns < columns) return `的表格超过 ${largestTable.columns} 列，未检查；请把表格分开`;
  if (mostHtmlTables < tables.htmlTables) return `以前的 HTML 表格超过 ${mostHtmlTables} 个，未检查；请把文件分开`;
  return undefined;
}

function tooTangled(work: Work, allowed: number): string | undefined {
  if (work.ms <= allowed) return undefined;
  return "以前的标记过多，文件过于复杂，未检查；请删去多余的“*”“_”“[”“<”“>”“-”等标记，并用空行分段";
}
