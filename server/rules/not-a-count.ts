import { diagnosisOf } from "../draft/diagnosis.ts";
import type { Cell } from "../draft/draft.ts";
import { readNumeral } from "../draft/numeral.ts";
import { rewriteBox } from "./edits.ts";
import { nameOf, putFigure } from "./figures.ts";
import type { Fix, Problem, Rule } from "./rule.ts";

const WANTED = {
  count: "应为不小于 0 的整数",
  money: "应为不小于 0 的数，单位万元",
  change: "应为整数，减少的前面加 -",
} as const;

export default {
  id: "not-a-count",
  severity: "error",
  title: "数据栏中不是规范的数",
  why: "件数是不小于 0 的整数，收费金额是以万元计的数；不写“/”“—”“无”，不用全角数字、千位逗号，也不写小数和负数。没有的填 0。",
  source: "年度报告格式各表的表样；数字用法见《出版物上数字用法》（GB/T 15835）",
  *check(draft) {
    const due = new Map(
      diagnosisOf(draft).repairs.flatMap(({ changes }) => changes.map(({ cell, value }) => [cell, value] as const)),
    );
    for (const cell of draft.cells.values()) {
      const { state } = cell.numeral;
      // A styled figure that is wrong, too, is put right as a wrong figure.
      if (state === "text" || (state === "styled" && !due.has(cell)))
        yield problemOf(nameOf(draft, cell), cell, due.get(cell));
    }
  },
} satisfies Rule;

function problemOf(name: string, cell: Cell, due: number | undefined): Problem {
  const { numeral, kind, box } = cell;
  const digits = numeral.state === "styled" ? numeral.digits : due?.toString();
  const wanted = numeral.state === "styled" ? `应写作 ${numeral.digits}` : WANTED[kind];
  const told = due === undefined ? "" : `：按勾稽关系应为 ${due}`;
  return {
    at: box.span,
    severity: numeral.state === "styled" || (due === undefined && isNothing(box.text)) ? "warning" : "error",
    message: `${name}${wanted}，现为“${box.text}”${told}`,
    cells: [cell.id],
    ...(digits === undefined ? {} : { expected: digits }),
    actual: box.text,
    fixes: fixesOf(cell, due),
  };
}

function fixesOf(cell: Cell, due: number | undefined): readonly Fix[] {
  const { numeral, box, kind } = cell;
  if (numeral.state === "styled") {
    return [{ title: `改写为 ${numeral.digits}`, safe: true, edits: [rewriteBox(box, numeral.digits)] }];
  }
  const told = due === undefined ? [] : [putFigure(cell, due, `按勾稽关系改为 ${due}`)];
  if (isNothing(box.text)) return [...told, putFigure(cell, 0, "填 0")];
  const whole = /^\d+(?=\.0+$)/u.exec(box.text)?.[0];
  const isWhole = whole !== undefined && kind === "count" && readNumeral(whole, kind).state === "plain";
  return isWhole ? [...told, putFigure(cell, whole)] : told;
}

/** Marks people write where there is nothing to report. */
function isNothing(text: string): boolean {
  return /^(?:[/／\\—–―－-]+|无|没有|不适用|零)$/u.test(text.trim());
}
