import type { Draft, LocatedColumn, LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Block, Leaf } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import type { GridRow } from "../read/outline.ts";
import type { Fix, Problem, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "missing-column",
  severity: "error",
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

function* missing(draft: Draft, { table }: LocatedTable, block: Block, row: LocatedRow): Iterable<Problem> {
  const found = new Set(row.columns.map(({ leaf }) => leaf.id));
  const absent = leavesOf(block.columns).filter(({ id }) => !found.has(id));
  if (absent.length === 0) return;
  const names = absent.map(({ label }) => quote(label)).join("");
  const all = absent.length === leavesOf(block.columns).length;
  const [head] = row.columns;
  yield {
    at: (head?.box ?? row.box).span,
    message: all
      ? `${table.name}${block.title === undefined ? "" : quote(block.title)}没有列名，其中的数未检查：应为${names}`
      : `${table.name}缺少${names}列`,
    expected: absent.map(({ label }) => label).join("、"),
    fixes: absent.length === 1 && table.blocks.length === 1 ? inserted(draft, block, absent[0], row) : [],
  };
}

/** One missing column between known ones: a blank cell in every row, the label among the heads. */
function inserted(draft: Draft, block: Block, absent: Leaf | undefined, row: LocatedRow): readonly Fix[] {
  const order = leavesOf(block.columns);
  const before = absent === undefined ? undefined : order[order.indexOf(absent) - 1];
  const left = row.columns.find(({ leaf }) => leaf === before);
  if (absent === undefined || left === undefined || row.grid.markup !== "pipes") return [];
  const { grid } = row;
  const edits = grid.rows.flatMap((one) => {
    const box = one.boxes[left.index];
    if (box === undefined) return [];
    const text = one.boxes.includes(left.box) ? `| ${absent.label} ` : "|  ";
    return [{ at: { start: box.inner.end, end: box.inner.end }, text }];
  });
  const delimiter = grid.delimiter === undefined ? [] : [delimiterEdit(draft, left, grid.delimiter)];
  return [{ title: `补上${quote(absent.label)}列（留空待填）`, safe: false, edits: [...edits, ...delimiter] }];
}

function delimiterEdit(draft: Draft, left: LocatedColumn, { start, end }: GridRow["span"]) {
  const line = draft.text.slice(start, end);
  let at = line.startsWith("|") ? 1 : 0;
  for (let column = 0; column <= left.index; column += 1) {
    const bar = line.indexOf("|", at);
    at = bar < 0 ? line.length : bar + (column < left.index ? 1 : 0);
  }
  return { at: { start: start + at, end: start + at }, text: "| ---: " };
}
