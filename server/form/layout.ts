import type { Block, Leaf, Line, Table } from "./form.ts";
import { type CellId, cellIdOf, depthOf, leavesOf } from "./index.ts";

/** A cell of the official grid, merged over as many columns and rows as the form prints it. */
export interface Placed {
  /** `title`: of a block, over the whole width. `head`: over columns, the corner included. `label`: before rows. */
  readonly kind: "title" | "head" | "label" | "figure";
  /** The official text; `""` for a figure. */
  readonly text: string;
  /** What the text is the label of: a row or a column, or a group of them; none of titles, corners and figures. */
  readonly line?: Line;
  /** On figures only. */
  readonly id?: CellId;
  /** From 0. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** A row of the grid: the cells that begin in it, from left to right. */
export type PlacedRow = readonly Placed[];

/** The rows of one block: those of titles and heads, and one for each row of figures. */
export interface PlacedBlock {
  readonly block: Block;
  readonly heads: readonly PlacedRow[];
  readonly body: readonly PlacedRow[];
}

/** The official grid of a table. */
export interface Layout {
  readonly width: number;
  /** How many of the columns hold labels. */
  readonly labels: number;
  readonly blocks: readonly PlacedBlock[];
  /** Those of all blocks. */
  readonly rows: readonly PlacedRow[];
}

const layouts = new WeakMap<Table, Layout>();

/** The official grid of a table as the form prints it; the last column of a narrower block takes the rest of the width. */
export function layoutOf(table: Table): Layout {
  const known = layouts.get(table);
  if (known !== undefined) return known;
  const labels = Math.max(...table.blocks.map(({ rows }) => depthOf(rows)));
  const width = labels + Math.max(...table.blocks.map(({ columns }) => leavesOf(columns).length));
  const blocks = table.blocks.map((block): PlacedBlock => {
    const slots = slotsOf(block, labels, width);
    const heads = headRows(block, labels, slots);
    const { title: text } = block;
    return {
      block,
      heads: text === undefined ? heads : [[{ kind: "title", text, column: 0, columns: width, rows: 1 }], ...heads],
      body: labelled(block.rows, 0, labels).map(({ leaf, cells }) => [...cells, ...figures(table, leaf, slots)]),
    };
  });
  const layout = { width, labels, blocks, rows: blocks.flatMap(({ heads, body }) => [...heads, ...body]) };
  layouts.set(table, layout);
  return layout;
}

/** A column of figures and its place in the grid. */
interface ColumnSlot {
  readonly leaf: Leaf;
  readonly column: number;
  readonly columns: number;
}

function slotsOf(block: Block, labels: number, width: number): readonly ColumnSlot[] {
  const leaves = leavesOf(block.columns);
  return leaves.map((leaf, at) => {
    const column = labels + at;
    return { leaf, column, columns: at === leaves.length - 1 ? width - column : 1 };
  });
}

function headRows({ columns, corner }: Block, labels: number, slots: readonly ColumnSlot[]): readonly PlacedRow[] {
  const depth = depthOf(columns);
  return Array.from({ length: depth }, (_, level) => {
    const heads = headsAt(columns, level, depth, slots);
    if (level > 0 || labels === 0) return heads;
    return [{ kind: "head", text: corner ?? "", column: 0, columns: labels, rows: depth }, ...heads];
  });
}

/** The heads that begin `level` rows below the first. */
function headsAt(lines: readonly Line[], level: number, depth: number, slots: readonly ColumnSlot[]): PlacedRow {
  return lines.flatMap((line): PlacedRow => {
    const leaves = "lines" in line ? leavesOf(line.lines) : [line];
    const own = slots.filter(({ leaf }) => leaves.includes(leaf));
    if (level > 0) return "lines" in line ? headsAt(line.lines, level - 1, depth - 1, own) : [];
    const columns = own.reduce((sum, slot) => sum + slot.columns, 0);
    const rows = "lines" in line ? 1 : depth;
    return [{ kind: "head", text: line.label, line, column: own[0]?.column ?? 0, columns, rows }];
  });
}

interface LabelledRow {
  readonly leaf: Leaf;
  readonly cells: PlacedRow;
}

/** The rows with the label cells that begin in them. */
function labelled(lines: readonly Line[], column: number, labels: number): readonly LabelledRow[] {
  return lines.flatMap((line): readonly LabelledRow[] => {
    const label = { kind: "label", text: line.label, line, column } as const;
    if (!("lines" in line)) {
      const cells = labels === 0 ? [] : [{ ...label, columns: labels - column, rows: 1 }];
      return [{ leaf: line, cells }];
    }
    const [first, ...others] = labelled(line.lines, column + 1, labels);
    if (first === undefined) return [];
    return [
      { leaf: first.leaf, cells: [{ ...label, columns: 1, rows: others.length + 1 }, ...first.cells] },
      ...others,
    ];
  });
}

function figures(table: Table, row: Leaf, slots: readonly ColumnSlot[]): PlacedRow {
  return slots.map(({ leaf, column, columns }) => {
    return { kind: "figure", text: "", id: cellIdOf(table, row, leaf), column, columns, rows: 1 };
  });
}
