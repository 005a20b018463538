import type { Draft, LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Block, Leaf } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { writeBlock, writeRow } from "../write/markdown.ts";
import { insertAbove, insertBelow } from "./edits.ts";
import type { Fix, Problem, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "missing-row",
  severity: "error",
  title: "缺少规定的行",
  why: "表的行由格式规定，没有数也要保留，填 0。相邻的几行一起缺的，合为一处提示。补上的行留空，由填写人填数。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    for (const located of draft.tables) {
      for (const run of missingRuns(located)) yield missing(draft, located, run);
    }
  },
} satisfies Rule;

interface Run {
  readonly leaves: readonly Leaf[];
  /** Blocks of which nothing is left, title and heads included. */
  readonly blocks: readonly Block[];
}

/** Official rows that were not found, neighbours together, whole blocks apart. */
function missingRuns({ table, rows }: LocatedTable): readonly Run[] {
  const found = new Set(rows.map(({ leaf }) => leaf));
  return table.blocks.flatMap((block): readonly Run[] => {
    const leaves = leavesOf(block.rows).filter(({ label }) => label !== "");
    if (leaves.length === 0) return [];
    if (leaves.every((leaf) => !found.has(leaf))) return [{ leaves, blocks: [block] }];
    const runs: Leaf[][] = [[]];
    for (const leaf of leaves) {
      if (found.has(leaf)) runs.push([]);
      else runs.at(-1)?.push(leaf);
    }
    return runs.filter((run) => run.length > 0).map((run) => ({ leaves: run, blocks: [] }));
  });
}

function missing(draft: Draft, located: LocatedTable, { leaves, blocks }: Run): Problem {
  const { table, rows, grids } = located;
  const order = table.blocks.flatMap((block) => leavesOf(block.rows));
  const [first] = leaves;
  const before = first === undefined ? [] : order.slice(0, order.indexOf(first)).toReversed();
  const above = before.flatMap((leaf) => rows.find((row) => row.leaf === leaf && !row.repeated) ?? [])[0];
  const at = above?.box ?? grids[0]?.rows[0]?.boxes.find(({ text }) => text !== "") ?? grids[0]?.rows[0]?.boxes[0];
  const names = leaves.map(({ label }) => quote(label)).join("");
  return {
    at: at?.span ?? { start: 0, end: 1 },
    message: `${table.name}缺少${leaves.length > 1 ? ` ${leaves.length} 行：` : ""}${names}${leaves.length > 1 ? "" : "一行"}`,
    expected: leaves.map(({ label }) => label).join("、"),
    fixes: insertions(draft, located, { leaves, blocks }, above),
  };
}

function insertions(
  draft: Draft,
  { table, rows }: LocatedTable,
  run: Run,
  above: LocatedRow | undefined,
): readonly Fix[] {
  const blank = () => "";
  const lines =
    run.blocks.length > 0
      ? run.blocks.flatMap((block) => writeBlock(table, block, blank))
      : run.leaves.map((leaf) => writeRow(table, leaf, blank));
  const last = run.leaves.at(-1);
  const order = table.blocks.flatMap((block) => leavesOf(block.rows));
  const sameBlock =
    run.blocks.length > 0 || rows.some((row) => row === above && leavesOf(row.block.rows).includes(last ?? row.leaf));
  const below = rows.find(({ leaf }) => last !== undefined && order.indexOf(leaf) > order.indexOf(last));
  const title = run.leaves.length > 1 ? `补上这 ${run.leaves.length} 行（留空待填）` : "补上这一行（留空待填）";
  if (above !== undefined && sameBlock && above.grid.markup === "pipes") {
    return [{ title, safe: false, edits: [insertBelow(draft.text, lowest(above), lines)] }];
  }
  if (below === undefined || below.grid.markup !== "pipes" || run.blocks.length > 0) return [];
  return [{ title, safe: false, edits: [insertAbove(draft.text, below.row.span.start, lines)] }];
}

/** Where a row ends, the torn-off ends of its label included. */
function lowest({ row, fragments }: LocatedRow): number {
  return (fragments.at(-1) ?? row).span.start;
}
