import type { Cell, Draft } from "../draft/draft.ts";
import type { Group, Leaf, Line } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { nameOf } from "./figures.ts";
import { quote } from "./wording.ts";

/** `表三“（一）予以公开”的总计`; of several cells the group they make up, else the rows. */
export function nameOfSum(draft: Draft, cells: readonly Cell[]): string {
  const [first] = cells;
  if (first === undefined || cells.length === 1) return first === undefined ? "" : nameOf(draft, first);
  const { table, row, column } = first;
  const rows = [...new Set(cells.map((cell) => cell.row.leaf))];
  const columns = [...new Set(cells.map((cell) => cell.column.leaf))];
  const inRows = groupOf(row.block.rows, rows);
  if (inRows !== undefined && rows.length > 1)
    return `${table.name}${quote(inRows.label)}各项的${column.leaf.label}之和`;
  if (rows.length > 1) return `${table.name}${rows.map(({ label }) => quote(label)).join("")}之和`;
  const label = columns.every((one) => one.label === column.leaf.label) ? column.leaf.label : "";
  const inColumns = groupOf(row.block.columns, columns)?.label ?? columns.map((one) => one.label).join("、");
  return row.leaf.label === ""
    ? `${table.name}${quote(inColumns)}的${label}之和`
    : `${table.name}${quote(row.leaf.label)}的${inColumns}之和`;
}

/** The innermost group whose lines these are, all of them or all of one label. */
function groupOf(lines: readonly Line[], leaves: readonly Leaf[]): Group | undefined {
  const labels = new Set(leaves.map(({ label }) => label));
  for (const line of lines) {
    if (!("lines" in line)) continue;
    const alike = leavesOf([line]).filter(({ label }) => labels.has(label));
    const isThis = alike.length === leaves.length && leaves.every((leaf) => alike.includes(leaf));
    const isWhole = labels.size === 1 || alike.length === leavesOf([line]).length;
    const inner = groupOf(line.lines, leaves);
    if (inner !== undefined) return inner;
    if (isThis && isWhole) return line;
  }
  return undefined;
}
