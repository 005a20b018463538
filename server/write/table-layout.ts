import type { Block, Leaf, Line, Table } from "../form/form.ts";
import { type CellId, cellIdOf, depthOf, leavesOf } from "../form/index.ts";
import { labelDepth, widthOf } from "./markdown.ts";

/** A cell of the official grid, merged over as many columns and rows as the form prints it. */
export interface Placed {
  /** `title`: of a block, over the whole width. `head`: over columns, the corner included. `label`: before rows. */
  readonly kind: "title" | "head" | "label" | "figure";
  /** The official text; `""` for a figure. */
  readonly text: string;
  /** On figures only. */
  readonly id?: CellId;
  /** From 0. */
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/** A row of the grid: the cells that begin in it, from left to right. */
export type PlacedRow = readonly Placed[];

/** The rows of one block: those of titles and heads, and those with figures. */
interface PlacedBlock {
  readonly heads: readonly PlacedRow[];
  readonly body: readonly PlacedRow[];
}

/** The official grid of a table. */
export interface Layout {
  readonly width: number;
  /** How many of the columns hold labels. */
  readonly labels: number;
  readonly blocks: readonly PlacedBlock[];
}

/** Lays a table out as the form prints it; the last column of a narrower block takes the rest of the width. */
export function layOut(table: Table): Layout {
  const width = widthOf(table);
  const labels = labelDepth(table);
  const blocks = table.blocks.map((block) => {
    const slots = slotsOf(block, labels, width);
    const title: readonly Placed[] =
      block.title === undefined ? [] : [{ kind: "title", text: block.title, column: 0, columns: width, rows: 1 }];
    return {
      heads: [...(title.length === 0 ? [] : [title]), ...headRows(block, labels, slots)],
      body: labelled(block.rows, 0, labels).map(({ leaf, cells }) => [...cells, ...figures(table, leaf, slots)]),
    };
  });
  return { width, labels, blocks };
}

/**
 * How wide the columns are, in parts of the whole: of three columns of labels those of the groups are narrow and that
 * of the items is wide; otherwise all are alike.
 */
export function sharesOf({ width, labels }: Layout): readonly number[] {
  const groups = labels < GROUPS.length + 1 ? [] : [...GROUPS, ITEMS];
  const rest = 1 - groups.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: width }, (_, at) => groups[at] ?? rest / (width - groups.length));
}

/** Room for three and for four characters of 小五 beside margins, and for fourteen, on a line of 156 mm. */
const GROUPS: readonly number[] = [12 / 156, 14.6 / 156];
const ITEMS = 46 / 156;

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
    return [
      { kind: "head", text: line.label, column: own[0]?.column ?? 0, columns, rows: "lines" in line ? 1 : depth },
    ];
  });
}

interface LabelledRow {
  readonly leaf: Leaf;
  readonly cells: PlacedRow;
}

/** The rows with the label cells that begin in them. */
function labelled(lines: readonly Line[], column: number, labels: number): readonly LabelledRow[] {
  return lines.flatMap((line): readonly LabelledRow[] => {
    const label = { kind: "label", text: line.label, column } as const;
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
