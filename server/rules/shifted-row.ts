import { type Alignment, alignmentOf } from "../draft/alignments.ts";
import { figureOf } from "../draft/arithmetic.ts";
import { diagnosisOf } from "../draft/diagnosis.ts";
import type { Draft, LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Repair } from "../draft/repair.ts";
import { alignFigures, rewriteBox } from "./edits.ts";
import { shown } from "./figures.ts";
import type { Fix, Problem, Rule } from "./rule.ts";
import { quote, rowTitle } from "./wording.ts";

export default {
  id: "shifted-row",
  severity: "error",
  certainty: "definite",
  title: "一行的数与列对不上",
  why: "一行少了或多了一格，后面的数就都错到了别的列。少了或多了哪一个，能由勾稽关系推出的，提示里写明；推不出的，要对照原始记录核对。对不上的行不参加勾稽检查，直到补齐。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    for (const located of draft.tables) {
      for (const row of located.rows) if (row.shifted !== undefined) yield miscounted(draft, located, row);
    }
    for (const repair of diagnosisOf(draft).repairs) {
      if (repair.along === "row" && repair.shift !== undefined) yield displaced(draft, repair, repair.shift);
    }
  },
} satisfies Rule;

/** One figure too few or too many, or as many as there are columns, but not under them. */
function miscounted(draft: Draft, located: LocatedTable, row: LocatedRow): Problem {
  const figures = row.shifted?.figures ?? [];
  const due = row.columns.length;
  const told = alignmentOf(draft, located, row);
  const how = figures.length === due ? "数的位置与列对不上" : `应有 ${due} 个数，现有 ${figures.length} 个`;
  const advice = told === undefined ? "多了或少了格，请对照列名核对" : toldBy(told, figures.length < due);
  return {
    at: row.box.span,
    message: `${rowTitle(located.table, row.leaf)}一行${how}：${advice}`,
    expected: String(due),
    actual: String(figures.length),
    related: figures.map(({ span, text }) => ({ at: span, message: text })),
    fixes: row.grid.markup === "pipes" ? aligned(draft, row, told) : [],
  };
}

function toldBy({ text, column }: Alignment, isLost: boolean): string {
  if (!isLost) return `按勾稽关系，多了一个 ${text}`;
  return `按勾稽关系，少了${column === undefined ? "一个" : `${quote(column)}的`} ${text}`;
}

/** As many figures as columns can, in their order, only mean one thing; but the clerk has to see it. */
function aligned(draft: Draft, row: LocatedRow, told: Alignment | undefined): readonly Fix[] {
  const figures = (row.shifted?.figures ?? []).map(({ text }) => text);
  if (told !== undefined) {
    const title = figures.length < told.texts.length ? `补上 ${told.text}` : `去掉多出的 ${told.text}`;
    return [{ title: `${title}，其余依次对齐`, safe: false, edits: [alignFigures(draft.text, row, told.texts)] }];
  }
  if (figures.length !== row.columns.length) return [];
  return [{ title: "按原有次序对齐到各列", safe: false, edits: [alignFigures(draft.text, row, figures)] }];
}

/** As many cells as there should be, but all figures stand under the head beside their own. */
function displaced(draft: Draft, { changes }: Repair, shift: 1 | -1): Problem {
  const [first] = changes;
  if (first === undefined) throw new Error("A repair changes something");
  const { table, row } = first.cell;
  const due = new Map(changes.map(({ cell, value }) => [cell, value]));
  const cells = [...draft.cells.values()].filter((cell) => cell.row === row);
  return {
    at: row.box.span,
    message: `${rowTitle(table, row.leaf)}一行的数可能整体${shift > 0 ? "右" : "左"}移了一格：按勾稽关系，从左到右应为 ${cells.map((cell) => due.get(cell) ?? figureOf(cell)).join("、")}`,
    cells: changes.map(({ cell }) => cell.id),
    related: changes.map(({ cell }) => ({ at: cell.box.span, message: shown(cell), cell: cell.id })),
    fixes: [
      {
        title: `整行${shift > 0 ? "左" : "右"}移一格`,
        safe: false,
        edits: changes.map(({ cell, value }) => rewriteBox(cell.box, String(value))),
      },
    ],
  };
}
