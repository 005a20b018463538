import type { Cell, Draft } from "../draft/draft.ts";
import { rewriteBox } from "./edits.ts";
import { inTenThousands, nameOf, putFigure, relatedTo } from "./figures.ts";
import { habits } from "./habits.ts";
import type { Fix, Problem, Rule } from "./rule.ts";

export default {
  id: "annotated-cell",
  severity: "info",
  certainty: "style",
  title: "数据栏中夹有文字",
  why: "数据栏只写数：单位已印在表上，说明写在表外。检查时按开头的数计算，文字会妨碍汇总。同样的文字多处都有的，合为一处提示。",
  source: "实务通行做法",
  *check(draft) {
    const annotated = [...draft.cells.values()].filter(({ numeral }) => numeral.state === "annotated");
    for (const cells of habits(annotated, kindOf)) yield problemOf(draft, cells);
  },
} satisfies Rule;

/** Amounts in another unit are converted one by one. */
function kindOf(cell: Cell): string {
  return converted(cell) === undefined ? `${cell.table.id} ${wordsOf(cell)}` : cell.id;
}

function problemOf(draft: Draft, cells: readonly Cell[]): Problem {
  const [cell, ...others] = cells;
  if (cell === undefined) throw new Error("There is a cell");
  const { box } = cell;
  const amount = converted(cell);
  const advice =
    amount === undefined ? `检查时按 ${digitsOf(cell)} 计` : `单位是万元，${digitsOf(cell)} 元应写作 ${amount}`;
  const count = others.length > 0 ? `，共 ${cells.length} 处` : "";
  return {
    at: box.span,
    ...(amount === undefined ? {} : { severity: "warning" }),
    message: `${nameOf(draft, cell)}应只写数，现为“${box.text}”${count}：${advice}`,
    cells: cells.map(({ id }) => id),
    ...(others.length > 0 ? {} : { expected: amount ?? digitsOf(cell), actual: box.text }),
    related: relatedTo(draft, others),
    fixes: [amount === undefined ? bare(cells) : putFigure(cell, amount)],
  };
}

/** Only the figures are kept. What was said besides is lost, unless it is the unit the table has anyway. */
function bare(cells: readonly Cell[]): Fix {
  const safe = cells.every(
    (cell) => wordsOf(cell) === unitOf(cell) || /^(?:[件条个项宗起]?[。；;、]?)$/u.test(wordsOf(cell)),
  );
  const [cell] = cells;
  const title = cells.length > 1 || cell === undefined ? `这 ${cells.length} 处只保留数` : `只保留 ${digitsOf(cell)}`;
  return { title, safe, edits: cells.map((one) => rewriteBox(one.box, digitsOf(one))) };
}

function unitOf({ column, row }: Cell): string | undefined {
  return column.leaf.unit ?? row.leaf.unit;
}

function digitsOf({ numeral }: Cell): string {
  return "digits" in numeral ? numeral.digits : "";
}

function wordsOf({ numeral }: Cell): string {
  return "digits" in numeral ? numeral.words : "";
}

function converted(cell: Cell): string | undefined {
  return cell.kind === "money" && wordsOf(cell) === "元" ? inTenThousands(digitsOf(cell)) : undefined;
}
