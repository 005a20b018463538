import type { Draft, LocatedRow, LocatedTable } from "../draft/draft.ts";
import { outOfOrder } from "../draft/order.ts";
import type { Leaf } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { insertAbove, insertBelow, removeLines } from "./edits.ts";
import type { Fix, Rule } from "./rule.ts";
import { quote, rowTitle } from "./wording.ts";

export default {
  id: "misplaced-row",
  severity: "warning",
  certainty: "suspicious",
  title: "行的次序与规定的表样不符",
  why: "表的行次由格式规定，换了次序容易看错行、抄错数。各行仍按行名识别，数照样核对。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    for (const located of draft.tables) {
      const official = located.table.blocks.flatMap(({ rows }) => leavesOf(rows));
      const rows = located.rows.filter(({ repeated }) => !repeated);
      const astray = new Set(outOfOrder(rows.map(({ leaf }) => official.indexOf(leaf))).map((at) => rows[at]));
      for (const row of rows) {
        if (!astray.has(row)) continue;
        yield {
          at: row.box.span,
          message: `${rowTitle(located.table, row.leaf)}一行应在${officialPlace(located.table, row)}`,
          fixes: moved(
            draft,
            located,
            row,
            rows.filter((other) => !astray.has(other)),
          ),
        };
      }
    }
  },
} satisfies Rule;

/** Beside the row before it in its block; the first row of a block before the next, or after the block above. */
function officialPlace({ blocks }: LocatedTable["table"], { leaf, block }: LocatedRow): string {
  const own = leavesOf(block.rows);
  const official = blocks.flatMap(({ rows }) => leavesOf(rows));
  const [before, after] = [own[own.indexOf(leaf) - 1], own[own.indexOf(leaf) + 1]];
  const above = before ?? (after === undefined ? official[official.indexOf(leaf) - 1] : undefined);
  if (above !== undefined) return `${quote(above.label)}之后`;
  return after === undefined ? "表的开头" : `${quote(after.label)}之前`;
}

/** Takes the row out and puts it, as it is written, beside its nearest official neighbour that is in its place. */
function moved(draft: Draft, { table }: LocatedTable, row: LocatedRow, others: readonly LocatedRow[]): readonly Fix[] {
  const order = table.blocks.flatMap(({ rows }) => leavesOf(rows));
  const same = others.filter(({ grid, block }) => grid === row.grid && block === row.block);
  const rank = ({ leaf }: LocatedRow) => order.indexOf(leaf);
  const above = same.filter((other) => rank(other) < rank(row)).toSorted((a, b) => rank(b) - rank(a))[0];
  const below = same.filter((other) => rank(other) > rank(row)).toSorted((a, b) => rank(a) - rank(b))[0];
  const neighbour = above ?? below;
  // The first row of a grid has the delimiter row below it and cannot be taken away.
  const isFirst = row.grid.rows[0] === row.row || row.grid.rows[0] === below?.row;
  if (neighbour === undefined || !row.columns.every(({ leaf }) => isUnder(neighbour, leaf))) return [];
  if (row.grid.markup !== "pipes" || isFirst || row.fragments.length > 0) return [];
  const line = draft.text.slice(row.row.span.start, row.row.span.end);
  const insertion =
    above === undefined
      ? insertAbove(draft.text, neighbour.row.span.start, [line])
      : insertBelow(draft.text, (above.fragments.at(-1) ?? above.row).span.start, [line]);
  return [{ title: "移到规定的位置", safe: true, edits: [removeLines(draft.text, row.row.span), insertion] }];
}

/** A row that stands above some heads has no figure under them, nor has one that is moved beside it. */
function isUnder({ columns }: LocatedRow, head: Leaf): boolean {
  return columns.some(({ leaf }) => leaf === head);
}
