import type { Draft, LocatedRow, LocatedTable } from "../draft/draft.ts";
import type { Block, Leaf, Table } from "../form/form.ts";
import { pathsOf } from "../form/index.ts";
import { layoutOf } from "../form/layout.ts";
import { escapeText, writeBlock, writeRow, writeTable } from "../write/markdown.ts";
import { insertAbove, insertBelow } from "./edits.ts";
import type { GapPart, RowGap } from "./row-gaps.ts";
import type { Edit } from "./rule.ts";

/** Edits that put blank rows into a gap; none where the place cannot be told. */
export function fillGap(draft: Draft, { table }: LocatedTable, { parts, above, below }: RowGap): readonly Edit[] {
  const [upper, lower] = [
    parts.filter((part) => part.block === above?.block),
    parts.filter((part) => part.block === below?.block),
  ];
  const whole = parts.filter(({ isWhole }) => isWhole).map(({ block }) => block);
  const split = parts.filter((part) => part.block === above?.block && part.block === below?.block);
  const under = [...rowsLike(table, above, upper), ...blocksLike(table, above, whole)];
  const over = rowsLike(
    table,
    below,
    lower.filter((part) => !split.includes(part)),
  );
  if ((above?.grid.markup ?? below?.grid.markup) !== "pipes" || (above === undefined && whole.length > 0)) return [];
  return [
    ...(above !== undefined && under.length > 0 ? [insertBelow(draft.text, lowest(above), under)] : []),
    ...(below !== undefined && over.length > 0 ? [insertAbove(draft.text, below.row.span.start, over)] : []),
    ...parts.flatMap((part) => underHeads(draft, table, part, { above, below })),
  ];
}

/** The rows of a block of which only title and heads are left; a title alone may stand above the delimiter row. */
function underHeads(
  draft: Draft,
  table: Table,
  { block, leaves, frame }: GapPart,
  { above, below }: Pick<RowGap, "above" | "below">,
): readonly Edit[] {
  const like = above ?? below;
  if (frame === undefined || like === undefined || below?.block === block || frame.last === frame.grid.rows[0])
    return [];
  const lines = leaves.map((leaf) => rowLike(table, block, leaf, { grid: frame.grid, columns: like.columns }));
  return [insertBelow(draft.text, frame.last.span.start, lines)];
}

/** Several such lines; blank where there is no row to go by. */
function rowsLike(table: Table, like: LocatedRow | undefined, parts: readonly GapPart[]): readonly string[] {
  return parts.flatMap(({ block, leaves }) =>
    leaves.map((leaf) => (like === undefined ? "" : rowLike(table, block, leaf, like))),
  );
}

/** The line of one official row as another row of its table is written, its cells blank. */
export function rowLike(
  table: Table,
  block: Block,
  leaf: Leaf,
  { grid, columns }: Pick<LocatedRow, "grid" | "columns">,
): string {
  const official = layoutOf(table);
  const labels = columns[0]?.index ?? official.labels;
  const width = Math.max(...grid.rows.map(({ boxes }) => boxes.length));
  if (labels === official.labels && width === official.width) return writeRow(table, leaf, () => "");
  const place = pathsOf(block.rows).find((path) => path.leaf === leaf)?.groups.length ?? 0;
  const cells = Array.from({ length: width }, (_, at) =>
    at === Math.min(place, labels - 1) ? escapeText(leaf.label) : "",
  );
  return `| ${cells.join(" | ")} |`;
}

/** Whole blocks go on in the same grid, or in one of their own where every block has its own. */
function blocksLike(table: Table, above: LocatedRow | undefined, blocks: readonly Block[]): readonly string[] {
  if (above === undefined || blocks.length === 0) return [];
  const width = Math.max(...above.grid.rows.map(({ boxes }) => boxes.length));
  const isLast = above.grid.rows.at(-1)?.span.start === lowest(above);
  if (width >= layoutOf(table).width || !isLast) return blocks.flatMap((block) => writeBlock(table, block, () => ""));
  return blocks.flatMap((block) => ["", ...writeTable({ ...table, blocks: [block] }, () => "")]);
}

/** Where a row begins, or the last torn-off end of its label. */
function lowest({ row, fragments }: LocatedRow): number {
  return (fragments.at(-1) ?? row).span.start;
}
