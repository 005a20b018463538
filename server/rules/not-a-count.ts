import { dueFigures } from "../draft/diagnosis.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import { readNumeral } from "../draft/numeral.ts";
import { rewriteBox } from "./edits.ts";
import { nameOf, putFigure, relatedTo } from "./figures.ts";
import { habits } from "./habits.ts";
import type { Fix, Problem, Rule } from "./rule.ts";

const WANTED = {
  count: "应为不小于 0 的整数",
  money: "应为不小于 0 的数",
  change: "应为整数，减少的前面加 -",
} as const;

export default {
  id: "not-a-count",
  severity: "error",
  certainty: "definite",
  title: "数据栏中不是规范的数",
  why: "件数是不小于 0 的整数，收费金额是以万元计的数；不写“/”“—”“无”，不用全角数字、千位逗号，也不写小数、负数和约数。没有的填 0。同一种写法多处都有的，合为一处提示。",
  source: "年度报告格式各表的表样；数字用法见《出版物上数字用法》（GB/T 15835）",
  *check(draft) {
    const due = dueFigures(draft);
    const wrong = [...draft.cells.values()].filter((cell) => kindOf(cell, due) !== undefined);
    for (const cells of habits(wrong, (cell) => kindOf(cell, due) ?? "")) {
      const [cell, ...others] = cells;
      if (cell === undefined) continue;
      yield others.length > 0 ? many(draft, cell, others) : one(nameOf(draft, cell), cell, due.get(cell));
    }
  },
} satisfies Rule;

type Due = ReadonlyMap<Cell, number>;

/** Slips of one kind can be put right together; what stands by itself has a kind of its own. */
function kindOf(cell: Cell, due: Due): string | undefined {
  const { state } = cell.numeral;
  // A styled figure that is wrong, too, is put right as a wrong figure.
  if (state === "styled") return due.has(cell) ? undefined : `${cell.table.id} styled`;
  if (state !== "text") return undefined;
  return isNothing(cell.box.text) && (due.get(cell) ?? 0) === 0 ? `${cell.table.id} nothing` : cell.id;
}

function one(name: string, cell: Cell, due: number | undefined): Problem {
  const { numeral, kind, box } = cell;
  const isStyled = numeral.state === "styled";
  const expected = isStyled ? numeral.digits : due?.toString();
  const isHarmless = isNothing(box.text) && (due ?? 0) === 0;
  const told = due === undefined || isHarmless ? "" : `：按勾稽关系应为 ${due}`;
  return {
    at: box.span,
    severity: isStyled || isHarmless ? "warning" : "error",
    message: `${name}${isStyled ? `应写作 ${numeral.digits}` : WANTED[kind]}，现为“${box.text}”${told}`,
    cells: [cell.id],
    ...(expected === undefined ? {} : { expected }),
    actual: box.text,
    fixes: isStyled
      ? [{ title: `改写为 ${numeral.digits}`, safe: true, edits: [rewritten(cell)] }]
      : fixesOf(cell, due),
  };
}

function fixesOf(cell: Cell, due: number | undefined): readonly Fix[] {
  const looksLike = withDigits(cell);
  return [
    ...(due === undefined || due === 0 ? [] : [putFigure(cell, due, `按勾稽关系改为 ${due}`)]),
    ...(isNothing(cell.box.text) || due === 0 ? [putFigure(cell, 0, "填 0")] : []),
    ...(looksLike === undefined || looksLike === due?.toString() ? [] : [putFigure(cell, looksLike)]),
  ];
}

/** The figure a text is meant for that has letters in it that look like digits. */
function withDigits({ box, kind }: Cell): string | undefined {
  const text = box.text.replaceAll(/[oO○〇]/gu, "0").replaceAll(/[lI]/gu, "1");
  return text !== box.text && readNumeral(text, kind).state === "plain" ? text : undefined;
}

/** The same habit in many cells. */
function many(draft: Draft, cell: Cell, others: readonly Cell[]): Problem {
  const { numeral, box } = cell;
  const cells = [cell, ...others];
  const isStyled = numeral.state === "styled";
  const texts = [...new Set(cells.map((one) => `“${one.box.text}”`))].slice(0, 3).join("");
  return {
    at: box.span,
    severity: "warning",
    message: isStyled
      ? `${cell.table.name}有 ${cells.length} 个数的写法不规范：${nameOf(draft, cell)}应写作 ${numeral.digits}，现为“${box.text}”`
      : `${cell.table.name}有 ${cells.length} 个数据栏写的不是数：${texts}，没有的填 0`,
    cells: cells.map(({ id }) => id),
    related: relatedTo(draft, others),
    fixes: [
      isStyled
        ? { title: `改写这 ${cells.length} 个数`, safe: true, edits: cells.map(rewritten) }
        : { title: `这 ${cells.length} 格填 0`, safe: false, edits: cells.map((one) => rewriteBox(one.box, "0")) },
    ],
  };
}

function rewritten({ box, numeral }: Cell) {
  return rewriteBox(box, "digits" in numeral ? numeral.digits : box.text);
}

/** Marks people write where there is nothing to report. */
function isNothing(text: string): boolean {
  return /^(?:[/／\\—–―－-]+|无|没有|不适用|零)$/u.test(text.trim());
}
