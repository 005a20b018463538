import type { Draft, LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Block, Leaf, Line } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import type { Grid, GridRow, Span } from "../read/outline.ts";
import type { Edit, Fix, Problem, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "missing-column",
  severity: "error",
  certainty: "definite",
  title: "缺少规定的列",
  why: "表的列由格式规定，没有数也要保留。认不出的列，其中的数不参加检查。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    for (const located of draft.tables) {
      for (const block of new Set(located.rows.map((row) => row.block))) {
        const row = located.rows.find((one) => one.block === block);
        if (row !== undefined) yield* missing(draft, located, block, row);
      }
    }
  },
} satisfies Rule;

function* missing(draft: Draft, located: LocatedTable, block: Block, row: LocatedRow): Iterable<Problem> {
  const { table } = located;
  const found = new Set(row.columns.map(({ leaf }) => leaf.id));
  const absent = leavesOf(block.columns).filter(({ id }) => !found.has(id));
  const [only, ...others] = absent;
  if (only === undefined) return;
  const names = namesOf(block.columns, absent).join("");
  const all = absent.length === leavesOf(block.columns).length;
  const [head] = row.columns;
  yield {
    at: (head?.box ?? row.box).span,
    message: all
      ? `${table.name}${block.title === undefined ? "" : quote(block.title)}没有列名，其中的数未检查：应为${names}`
      : `${table.name}缺少${names}${others.length > 0 ? `，共 ${absent.length} 列` : "一列"}`,
    expected: absent.map(({ label }) => label).join("、"),
    fixes: others.length === 0 && table.blocks.length === 1 ? inserted(draft, located, block, only, row) : [],
  };
}

/** The labels of columns; a group of which every column is meant stands for them. */
function namesOf(lines: readonly Line[], meant: readonly Leaf[]): readonly string[] {
  return lines.flatMap((line): readonly string[] => {
    if (!("lines" in line)) return meant.includes(line) ? [quote(line.label)] : [];
    const leaves = leavesOf(line.lines);
    if (leaves.length > 1 && leaves.every((leaf) => meant.includes(leaf))) return [quote(line.label)];
    return namesOf(line.lines, meant);
  });
}

/** One missing column beside a known one: a blank cell in every row, the label among the heads. */
function inserted(
  draft: Draft,
  { rows }: LocatedTable,
  { columns }: Block,
  absent: Leaf,
  { grid, columns: located }: LocatedRow,
): readonly Fix[] {
  const order = leavesOf(columns);
  const [before, after] = [order[order.indexOf(absent) - 1], order[order.indexOf(absent) + 1]];
  const beside = located.find(({ leaf }) => leaf === before) ?? located.find(({ leaf }) => leaf === after);
  if (beside === undefined || grid.markup !== "pipes") return [];
  const isLeft = beside.leaf === before;
  const width = Math.max(...grid.rows.map(({ boxes }) => boxes.length));
  const edits = grid.rows.flatMap((one: GridRow): readonly Edit[] => {
    const row = rows.find((other) => other.row === one);
    const box = one.boxes[row?.columns.find(({ leaf }) => leaf === beside.leaf)?.index ?? beside.index];
    if (box === undefined) return [];
    const cell = cellBeside(box.inner, isLeft, one.boxes.includes(beside.box) ? absent.label : "");
    return [...labelCells(one, width), cell];
  });
  const delimiter = delimiterCell(draft.text, grid, beside.index);
  const cells = delimiter === undefined ? edits : [...edits, cellBeside(delimiter, isLeft, "---:")];
  return [{ title: `补上${quote(absent.label)}列（留空待填）`, safe: false, edits: cells }];
}

/** Cells of labels that were left out: beside a blank figure nobody could tell that they were. */
function labelCells({ boxes: [first, ...others] }: GridRow, width: number): readonly Edit[] {
  const left = width - others.length - 1;
  if (first === undefined || left <= 0) return [];
  return [{ at: { start: first.inner.start, end: first.inner.start }, text: "  |".repeat(left) }];
}

/** A new cell to the right or the left of one. */
function cellBeside({ start, end }: Span, isLeft: boolean, label: string): Edit {
  const cell = label === "" ? "  " : ` ${label} `;
  return isLeft ? { at: { start: end, end }, text: `|${cell}` } : { at: { start, end: start }, text: `${cell}|` };
}

/** The place of a column in the delimiter row, between its bars. */
function delimiterCell(text: string, { delimiter }: Grid, index: number): Span | undefined {
  if (delimiter === undefined) return undefined;
  const line = text.slice(delimiter.start, delimiter.end);
  const cells = [...line.matchAll(/[^|]+/gu)].filter(([cell]) => cell.includes("-"));
  const cell = cells[index];
  if (cell === undefined) return undefined;
  const start = delimiter.start + cell.index;
  return { start, end: start + cell[0].length };
}
