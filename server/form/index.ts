import { form2019 } from "./2019.ts";
import { form2021 } from "./2021.ts";
import type { Block, Form, Formula, Leaf, Line, Section, Table } from "./form.ts";

/** Every known form, newest first. */
export const forms: readonly Form[] = [form2021, form2019];

/** The form in force for a report year; undefined for years before the first form. */
export function formOfYear(year: number): Form | undefined {
  return forms.find(({ years }) => years.from <= year && year <= (years.to ?? Number.POSITIVE_INFINITY));
}

type LeafId<L> = L extends { readonly lines: readonly (infer Inner)[] }
  ? LeafId<Inner>
  : L extends { readonly id: infer Id extends string }
    ? Id
    : never;
type BlockCell<T extends string, B> = B extends {
  readonly rows: readonly (infer R)[];
  readonly columns: readonly (infer C)[];
}
  ? LeafId<R> extends infer Row
    ? Row extends ""
      ? `${T}.${LeafId<C>}`
      : Row extends string
        ? `${T}.${Row}.${LeafId<C>}`
        : never
    : never
  : never;
type TableCell<T> = T extends { readonly id: infer Id extends string; readonly blocks: readonly (infer B)[] }
  ? BlockCell<Id, B>
  : never;
type FormCell<F extends Form> = F["sections"][number] extends infer S
  ? S extends { readonly table: infer T }
    ? TableCell<T>
    : never
  : never;

/** `<table>.<row>.<column>`, e.g. `requests.received.total`; shared by all forms where the meaning is the same. */
export type CellId = FormCell<typeof form2021> | FormCell<typeof form2019>;

/** The id of the cell where a row and a column of a table meet. */
export function cellIdOf(table: Table, row: Leaf, column: Leaf): CellId {
  // The union above is made of exactly these strings, for every table of every form.
  return (row.id === "" ? `${table.id}.${column.id}` : `${table.id}.${row.id}.${column.id}`) as CellId;
}

/** The sections that are tables, with their table. */
export function tableSections(form: Form): readonly { readonly section: Section; readonly table: Table }[] {
  return form.sections.flatMap((section) => (section.table === undefined ? [] : [{ section, table: section.table }]));
}

/** The heading of a section as the form prints it: `一、总体情况`. */
export function headingOf(section: Pick<Section, "number" | "title">): string {
  return `${section.number}、${section.title}`;
}

const leaves = new WeakMap<readonly Line[], readonly Leaf[]>();

/** The lines that hold cells, in the order of the form. */
export function leavesOf(lines: readonly Line[]): readonly Leaf[] {
  const known = leaves.get(lines);
  if (known !== undefined) return known;
  const found = lines.flatMap((line) => ("lines" in line ? leavesOf(line.lines) : [line]));
  leaves.set(lines, found);
  return found;
}

/** A leaf and the labels of the groups above it, outermost first. */
export interface Path {
  readonly leaf: Leaf;
  readonly groups: readonly string[];
}

const paths = new WeakMap<readonly Line[], readonly Path[]>();

/** For every leaf the labels of the groups above it, in the order of the form. */
export function pathsOf(lines: readonly Line[]): readonly Path[] {
  const before = paths.get(lines);
  if (before !== undefined) return before;
  const found = lines.flatMap((line) =>
    "lines" in line
      ? pathsOf(line.lines).map(({ leaf, groups }) => ({ leaf, groups: [line.label, ...groups] }))
      : [{ leaf: line, groups: [] }],
  );
  paths.set(lines, found);
  return found;
}

/** How many levels of labels the lines have: 1 for a plain list, 0 for the unnamed row. */
export function depthOf(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map((line) => ("lines" in line ? 1 + depthOf(line.lines) : line.label === "" ? 0 : 1)));
}

/** One official cell and where it stands in the form. */
export interface Slot {
  readonly id: CellId;
  readonly table: Table;
  readonly block: Block;
  readonly row: Leaf;
  readonly column: Leaf;
  readonly kind: "count" | "money" | "change";
}

/** Every cell of the form in reading order. */
export function slotsOf(form: Form): readonly Slot[] {
  return tableSections(form).flatMap(({ table }) =>
    table.blocks.flatMap((block) =>
      leavesOf(block.rows).flatMap((row) =>
        leavesOf(block.columns).map((column) => ({
          id: cellIdOf(table, row, column),
          table,
          block,
          row,
          column,
          kind: column.kind ?? row.kind ?? "count",
        })),
      ),
    ),
  );
}

/** A formula written out for one row or one column. */
export interface Equation {
  readonly kind: Formula["kind"];
  readonly of: Formula["of"];
  readonly table: Table;
  /** The row (`of: "columns"`) or the column (`of: "rows"`) it is written out for. */
  readonly line: Leaf;
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
}

const written = new WeakMap<Form, readonly Equation[]>();

/** Every formula of the form, cell by cell: sums across rows first, then sums down columns, then the rest. */
export function equationsOf(form: Form): readonly Equation[] {
  const known = written.get(form);
  if (known !== undefined) return known;
  const equations = tableSections(form).flatMap(({ table }) =>
    table.blocks.flatMap((block) => block.formulas.flatMap((formula) => writeOut(table, block, formula))),
  );
  const rank = ({ kind, of }: Equation) => (kind === "sum" ? (of === "columns" ? 0 : 1) : 2);
  const ordered = equations.toSorted((a, b) => rank(a) - rank(b));
  written.set(form, ordered);
  return ordered;
}

/** The cells that are the sum of others. */
export function sumsOf(form: Form): ReadonlySet<CellId> {
  return new Set(equationsOf(form).flatMap(({ kind, right }) => (kind === "sum" ? right : [])));
}

function writeOut(table: Table, block: Block, formula: Formula): readonly Equation[] {
  const rows = leavesOf(block.rows);
  const columns = leavesOf(block.columns);
  const { kind, of } = formula;
  const [lines, others] = of === "columns" ? [rows, columns] : [columns, rows];
  const pick = (ids: readonly string[]) => ids.flatMap((id) => others.filter((leaf) => leaf.id === id));
  const [left, right] = [pick(formula.left), pick(formula.right)];
  return lines.map((line) => {
    const cellAt = (other: Leaf) => (of === "columns" ? cellIdOf(table, line, other) : cellIdOf(table, other, line));
    return { kind, of, table, line, left: left.map(cellAt), right: right.map(cellAt) };
  });
}
