import type { Draft, LocatedRow, LocatedTable } from "../draft/draft.ts";
import { labelKey } from "../draft/label.ts";
import type { Leaf } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import type { Grid, Paragraph } from "../read/outline.ts";
import { writeRow } from "../write/markdown.ts";
import { insertBelow, lineEnding } from "./edits.ts";
import { gapsIn, type RowGap } from "./row-gaps.ts";
import { fillGap } from "./row-insertion.ts";
import type { Problem, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "missing-row",
  severity: "error",
  certainty: "definite",
  title: "缺少规定的行",
  why: "表的行由格式规定，没有数也要保留，填 0。相邻的几行一起缺的，合为一处提示。补上的行留空，由填写人填数。表中夹了空行的，空行以下就不再是表，去掉空行即可。",
  source: "年度报告格式各表的表样",
  incomplete: "part",
  *check(draft) {
    for (const located of draft.tables) {
      if (located.rows.length === 0) yield* nothingFilled(draft, located);
      for (const gap of gapsIn(located)) yield torn(draft, located, gap) ?? missing(draft, located, gap);
    }
  },
} satisfies Rule;

function missing(draft: Draft, located: LocatedTable, gap: RowGap): Problem {
  const leaves = gap.parts.flatMap((part) => part.leaves);
  const edits = fillGap(draft, located, gap);
  const title = leaves.length > 1 ? `补上这 ${leaves.length} 行（留空待填）` : "补上这一行（留空待填）";
  return {
    at: (gap.parts[0]?.frame?.title ?? gap.above?.box ?? firstBox(located)).span,
    message: `${located.table.name}缺少${namesOf(leaves)}`,
    expected: leaves.map(({ label }) => label).join("、"),
    fixes: edits.length === 0 ? [] : [{ title, safe: false, edits }],
  };
}

/** A blank line ends a table in Markdown: the rows below it are there, but no part of it. */
function torn(draft: Draft, located: LocatedTable, { parts, above }: RowGap): Problem | undefined {
  const grid = above?.grid ?? located.grids.at(-1);
  const [first] = parts.flatMap((part) => part.leaves);
  const rest = grid === undefined ? undefined : rowsBelow(draft, grid);
  if (grid === undefined || rest === undefined) return undefined;
  const [line = ""] = rest.text.split("\n");
  const names = (leaf: Leaf) => line.split("|").some((text) => labelKey(text).core === labelKey(leaf.label).core);
  return first === undefined || names(first) ? tornAt(draft, located, grid, rest, above) : undefined;
}

/** Rows that stand below a table, blank lines between. */
function rowsBelow({ outline, text }: Draft, { span }: Grid): Paragraph | undefined {
  const next = outline.blocks.find((block) => block.kind !== "grid" && block.span.start >= span.end);
  if (next?.kind !== "paragraph" || !next.text.startsWith("|")) return undefined;
  return text.slice(span.end, next.span.start).trim() === "" ? next : undefined;
}

function tornAt(draft: Draft, located: LocatedTable, grid: Grid, rest: Paragraph, above?: LocatedRow): Problem {
  const at = { start: grid.span.end, end: rest.span.start };
  return {
    at: (above?.box ?? firstBox(located)).span,
    message: `${located.table.name}${above === undefined ? "在列名以下" : "在这一行以下"}断开了：表中不能有空行，断开的各行没有检查`,
    related: [{ at: { start: rest.span.start, end: rest.span.start + 1 }, message: "断开的部分" }],
    fixes: [{ title: "去掉空行", safe: false, edits: [{ at, text: lineEnding(draft.text) }] }],
  };
}

/** A table whose one row has no label: only its heads are there. */
function* nothingFilled(draft: Draft, located: LocatedTable): Iterable<Problem> {
  const { table, grids } = located;
  const leaf = table.blocks.flatMap(({ rows }) => leavesOf(rows)).find(({ label }) => label === "");
  const last = grids.at(-1);
  const row = last?.rows.at(-1);
  if (leaf === undefined || last === undefined || row === undefined) return;
  const rest = rowsBelow(draft, last);
  if (rest !== undefined) {
    yield tornAt(draft, located, last, rest);
    return;
  }
  const edits = [insertBelow(draft.text, row.span.start, [writeRow(table, leaf, () => "")])];
  yield {
    at: firstBox(located).span,
    message: `${table.name}缺少填数的一行`,
    fixes: last.markup === "pipes" ? [{ title: "补上这一行（留空待填）", safe: false, edits }] : [],
  };
}

function firstBox({ grids }: LocatedTable) {
  const boxes = grids.flatMap(({ rows }) => rows.flatMap((row) => row.boxes));
  const box = boxes.find(({ text }) => text !== "") ?? boxes[0];
  if (box === undefined) throw new Error("A table has a cell");
  return box;
}

function namesOf(leaves: readonly Leaf[]): string {
  const names = leaves.map(({ label }) => quote(label));
  if (names.length === 1) return `${names[0]}一行`;
  const [first, last] = [names[0], names.at(-1)];
  return names.length <= 4 ? ` ${names.length} 行：${names.join("")}` : ` ${names.length} 行：从${first}到${last}`;
}
