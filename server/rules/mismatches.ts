import { type CheckedEquation, figureOf, isBlank, isReadable, writeSum } from "../draft/arithmetic.ts";
import type { Discrepancy } from "../draft/diagnosis.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import type { Change, Repair } from "../draft/repair.ts";
import { rewriteBox } from "./edits.ts";
import { nameOf, putFigure, relatedTo, shown, sumText } from "./figures.ts";
import type { Fix, Problem } from "./rule.ts";
import { quote } from "./wording.ts";

/** A sum among the relations makes it a matter of sums. */
export function kindOf({ equations }: Pick<Repair, "equations">): "sum" | "balance" {
  return equations.some(({ equation }) => equation.kind === "sum") ? "sum" : "balance";
}

/** Figures that are known to be wrong: one of them, or several of a row or column. */
export function mistaken(draft: Draft, repair: Repair): Problem | undefined {
  const { changes } = repair;
  const first = changes.find(({ cell }) => !isBlank(cell) && isReadable(cell));
  if (first === undefined) return undefined;
  if (repair.along === "columns") return exchanged(draft, repair, first);
  return changes.length === 1 ? single(draft, repair, first) : several(draft, repair, first);
}

/** One figure explains all the broken relations it stands in. */
function single(draft: Draft, { equations }: Repair, { cell, value }: Change): Problem {
  const isTotal = equations.every(({ right }) => right.includes(cell));
  const others = new Set(equations.flatMap(({ left, right }) => (isTotal ? left : right)));
  return {
    at: cell.box.span,
    message: `${nameOf(draft, cell)}应为 ${value}，现为 ${shown(cell)}：${equations.map((one) => written(one)).join("；")}`,
    cells: [cell.id],
    expected: String(value),
    actual: String(figureOf(cell)),
    related: relatedTo(
      draft,
      [...others].filter((other) => other !== cell),
    ),
    fixes: [
      putFigure(cell, value, `改为 ${value}（可同时消除 ${equations.length} 处不一致）`),
      ...totalsOf(equations, cell).map((total) => {
        const due = equations.find(({ right }) => right[0] === total)?.leftSum ?? 0;
        return putFigure(total, due, `${nameOf(draft, total)}改为 ${due}`);
      }),
    ],
  };
}

/** The totals a wrong addend disagrees with: the other way to read the same difference. */
function totalsOf(equations: readonly CheckedEquation[], cell: Cell): readonly Cell[] {
  return equations.flatMap(({ equation, right }) =>
    equation.kind === "sum" && !right.includes(cell) ? right.slice(0, 1) : [],
  );
}

/** `本行 3 + 0 = 3，总计为 5`: one broken relation written out. */
function written({ equation, left, right, leftSum, rightSum }: CheckedEquation): string {
  const line = equation.of === "columns" ? "本行" : "本列";
  if (equation.kind === "balance") return `${line} ${sumText(left, leftSum)}，${sumText(right, rightSum)}`;
  const [total] = right;
  const label = equation.of === "columns" ? total?.column.leaf.label : total?.row.leaf.label;
  return `${line} ${sumText(left, leftSum)}，${label ?? ""}为 ${rightSum}`;
}

function several(draft: Draft, { along, changes, evidence, shift }: Repair, { cell }: Change): Problem {
  const names = changes.map(
    (change) => `${place(draft, change.cell, along)}应为 ${change.value}，现为 ${shown(change.cell)}`,
  );
  const line = along === "row" ? cell.row.leaf.label : cell.column.leaf.label;
  const why: Partial<Record<typeof evidence, string>> = { rearranged: "可能填错了位置", none: "可能有误" };
  const how = shift === undefined ? (why[evidence] ?? "不对") : "可能整体错了一格";
  return {
    at: cell.box.span,
    message: `${cell.table.name}${line === "" ? "" : quote(line)}${along === "row" ? "一行" : "一列"}有 ${changes.length} 个数${how}：${names.join("；")}`,
    cells: changes.map((change) => change.cell.id),
    related: relatedTo(
      draft,
      changes.flatMap((change) => (change.cell === cell ? [] : change.cell)),
    ),
    fixes: [{ title: `按勾稽关系改正这 ${changes.length} 个数`, safe: false, edits: editsOf(changes) }],
  };
}

/** Columns under the heads of others, in every row alike. */
function exchanged(draft: Draft, { changes, equations }: Repair, { cell }: Change): Problem {
  const labels = [...new Set(changes.map((change) => quote(change.cell.column.leaf.label)))];
  const how = labels.length === 2 ? `${labels.join("与")}两列的数可能填反了` : "各列的数可能错开了一列";
  return {
    at: cell.box.span,
    message: `${cell.table.name}${how}：照现在的列名，有 ${equations.length} 行的${equations[0]?.right[0]?.column.leaf.label ?? ""}与各项之和不符`,
    cells: changes.map((change) => change.cell.id),
    related: relatedTo(
      draft,
      equations.flatMap(({ right }) => right),
    ),
    fixes: [{ title: labels.length === 2 ? "两列的数对调" : "把数移回各列", safe: false, edits: editsOf(changes) }],
  };
}

function place(draft: Draft, cell: Cell, along: Repair["along"]): string {
  const { table, row, column } = cell;
  if (along === "row" && row.leaf.label === "") return nameOf(draft, cell).slice(table.name.length);
  return along === "row" ? column.leaf.label : quote(row.leaf.label);
}

function editsOf(changes: readonly Change[]) {
  return changes.map(({ cell, value }) => rewriteBox(cell.box, String(value)));
}

/** Several columns that fail together: what one has too many, the others lack or count again. */
export function together(draft: Draft, { equations, ways }: Discrepancy): Problem {
  const [first, ...others] = equations.flatMap(({ right }) => right.slice(0, 1));
  const [one] = equations;
  if (first === undefined || one === undefined) throw new Error("A discrepancy has relations");
  const gaps = equations.map(({ leftSum, rightSum }) => leftSum - rightSum);
  const moved = gaps.length === 2 && gaps.reduce((sum, gap) => sum + gap, 0) === 0;
  const isSum = one.equation.kind === "sum";
  const what = isSum
    ? `${quote(first.row.leaf.label)}有 ${gaps.length} 列与各项之和不符`
    : `有 ${gaps.length} 列勾稽关系不成立，${rowNames(one.left)}之和不等于${rowNames(one.right)}之和`;
  const possible = likeliest(one, ways);
  const why = moved ? `两列差数相抵，可能有 ${Math.abs(gaps[0] ?? 0)} 件记错了列` : "各列差数相合，可能错在同一行";
  return {
    at: first.box.span,
    message: `${first.table.name}${what}：${equations.map(isSum ? sumOver : sides).join("；")}；${why}`,
    cells: [first, ...others].map(({ id }) => id),
    related: [...relatedTo(draft, others), ...relatedTo(draft, placesOf(possible, first))],
    fixes: [
      ...possible.slice(0, isSum ? OFFERED : possible.length).map(wayFix),
      ...(isSum ? [totalsFix(equations)] : []),
    ],
  };
}

/** More ways to mend a sum than this are named as places only. */
const OFFERED = 4;

/** Where each of the ways would change a figure first, the totals the problem is about aside. */
function placesOf(ways: readonly Repair[], { row }: Cell): readonly Cell[] {
  return ways.flatMap(({ changes }) => changes.slice(0, 1).flatMap(({ cell }) => (cell.row === row ? [] : cell)));
}

/**
 * In rows that have figures already, the same figures in another order first; for a balance what is carried over first,
 * for it appears in no other sum.
 */
function likeliest({ equation, left, right }: CheckedEquation, ways: readonly Repair[]): readonly Repair[] {
  if (equation.kind === "sum") {
    const filled = ways.filter(({ changes }) => changes.some(({ cell }) => figureOf(cell) > 0));
    return filled.toSorted((a, b) => Number(isExchange(b)) - Number(isExchange(a)));
  }
  const rows = [...right.toReversed(), ...left].map(({ row }) => row.leaf);
  const place = ({ changes: [change] }: Repair) => (change === undefined ? -1 : rows.indexOf(change.cell.row.leaf));
  return ways.toSorted((a, b) => Number(isExchange(b)) - Number(isExchange(a)) || place(a) - place(b));
}

function isExchange({ changes }: Repair): boolean {
  return changes.every(({ value }) => changes.some(({ cell }) => figureOf(cell) === value));
}

/** `自然人之和为 5，现为 4`. */
function sumOver({ equation, leftSum, rightSum }: CheckedEquation): string {
  return `${equation.line.label}之和为 ${leftSum}，现为 ${rightSum}`;
}

/** `自然人 5 + 0 ≠ 4 + 0`. */
function sides({ equation, left, right }: CheckedEquation): string {
  return `${equation.line.label} ${writeSum(left)} ≠ ${writeSum(right)}`;
}

/** `“一、…”与“二、…”`. */
export function rowNames(cells: readonly Cell[]): string {
  return cells.map(({ row }) => quote(row.leaf.label)).join("与");
}

/** The parts are taken as they are, and the totals put right. */
function totalsFix(equations: readonly CheckedEquation[]): Fix {
  const changes = equations.flatMap(({ leftSum, right }) =>
    right.slice(0, 1).map((cell) => ({ cell, value: leftSum })),
  );
  return wayFix({ changes });
}

/** One way among several to mend a difference. */
export function wayFix({ changes }: Pick<Repair, "changes">): Fix {
  const figures = changes.map(({ cell, value }) => `${cell.column.leaf.label}改为 ${value}`).join("，");
  return {
    title: `${quote(changes[0]?.cell.row.leaf.label ?? "")}的${figures}`,
    safe: false,
    edits: editsOf(changes),
  };
}
