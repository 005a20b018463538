import type { Form, Leaf, Table } from "../form/form.ts";
import type { CellId } from "../form/index.ts";
import { cellIdOf, leavesOf, tableSections } from "../form/index.ts";
import type { Grid, Outline } from "../read/outline.ts";
import { locateCaptions } from "./captions.ts";
import type { Cell, Draft, LocatedSection, LocatedTable } from "./draft.ts";
import { groupBy } from "./group-by.ts";
import { lettersOf } from "./label.ts";
import { isFigure, readNumeral } from "./numeral.ts";
import { type ReadTable, readPrinted } from "./printed-table.ts";
import { oncePer, oncePerBoth } from "./remember.ts";
import { readRows } from "./rows.ts";
import { tableIndexOf } from "./table-index.ts";

/** Finds the official tables among the grids, by their labels and, where those are too few, by the section. */
export function locateTables(
  outline: Outline,
  form: Form,
  sections: readonly LocatedSection[],
): readonly LocatedTable[] {
  const homes = new Map<Grid, LocatedSection>();
  for (const section of sections) {
    for (const block of section.body) if (block.kind === "grid") homes.set(block, section);
  }
  const grids = outline.blocks.filter((block) => block.kind === "grid");
  return tablesAmong(grids, form, (grid) => homes.get(grid)?.section.table).map((located) => {
    const [first] = located.grids;
    return { ...located, under: first === undefined ? undefined : homes.get(first) };
  });
}

/**
 * The official tables among some grids, in the order of the form. A grid that is at home with a table is taken for it
 * by a single label, any other has to show what it is.
 */
export function tablesAmong(
  grids: readonly Grid[],
  form: Form,
  homeOf: (grid: Grid) => Table | undefined,
): readonly LocatedTable[] {
  const tables = tableSections(form).map(({ table }) => table);
  const owner = new Map(grids.map((grid) => [grid, tableOf(grid, tables, homeOf(grid))]));
  return tables.flatMap((table) => {
    const own = grids.filter((grid) => owner.get(grid) === table);
    const [first, ...others] = own;
    if (first === undefined) return [];
    const printed = others.length === 0 ? readPrinted(first, table) : undefined;
    return [{ table, under: undefined, grids: own, ...(printed ?? readTable(table, own)) }];
  });
}

/** Reads the grids of one table, whatever stands in them, by its labels. */
export function readTable(table: Table, grids: readonly Grid[]): ReadTable {
  const index = tableIndexOf(table);
  const read = readRows(index, grids);
  return { ...read, captions: locateCaptions(index, grids, read) };
}

function tableOf(grid: Grid, tables: readonly Table[], home: Table | undefined): Table | undefined {
  const printed = tables.find((table) => readPrinted(grid, table) !== undefined);
  if (printed !== undefined) return printed;
  const scored = tables
    .map((table) => ({ table, seen: labelsIn(grid, table).known, home: home === table }))
    .toSorted((a, b) => b.seen.size + (b.home ? 1 : 0) - (a.seen.size + (a.home ? 1 : 0)));
  const [best] = scored;
  return best !== undefined && (best.home ? best.seen.size > 0 : isTelling(best.seen)) ? best.table : undefined;
}

/**
 * Outside its section a table has to show labels that no other table has: words such as 总计, 其他 and 行政许可 stand in
 * tables of every kind, longer ones hardly ever do.
 */
function isTelling(labels: ReadonlySet<string>): boolean {
  return labels.size >= 3 && [...labels].filter((label) => lettersOf(label).length >= 5).length >= 2;
}

/** How many official labels of a table stand in some grids, each counted once: a table may be split into several. */
export function likeness(grids: readonly Grid[], table: Table): number {
  const { size } = tableIndexOf(table);
  const seen = grids.map((grid) => labelsIn(grid, table).official).filter((labels) => labels.size > 0);
  if (seen.some((labels) => labels.size === size)) return size;
  return seen.length > 1 ? new Set(seen.flatMap((labels) => [...labels])).size : (seen[0]?.size ?? 0);
}

/** Labels of a table that stand in a grid: letter by letter, and with the wordings of published reports. */
interface SeenLabels {
  readonly official: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** The choice of the form and that of the table ask the same of every grid. */
const labelsIn = oncePerBoth((grid: Grid, table: Table): SeenLabels => {
  const { seen } = tableIndexOf(table);
  const official = new Set<string>();
  const known = new Set<string>();
  for (const { boxes } of grid.rows) {
    for (const { text, merged } of boxes) {
      if (text === "" || merged === true || isFigure(text)) continue;
      for (const { label, isOfficial } of seen(text)) {
        known.add(label);
        if (isOfficial) official.add(label);
      }
    }
  }
  return { official, known };
});

/** The official cells of the rows that were found; the first of repeated rows counts. */
export function cellsOf(tables: readonly LocatedTable[]): ReadonlyMap<CellId, Cell> {
  const cells = new Map<CellId, Cell>();
  for (const { table, rows } of tables) {
    for (const row of rows) {
      if (row.repeated || row.shifted !== undefined) continue;
      const slots = slotsOf(table).get(row.block)?.get(row.leaf);
      for (const column of row.columns) {
        const [box, slot] = [row.row.boxes[column.index], slots?.get(column.leaf.id)];
        if (box === undefined || slot === undefined || cells.has(slot.id)) continue;
        const numeral = readNumeral(box.text, slot.kind);
        const value = "digits" in numeral && slot.kind !== "money" ? Number(numeral.digits) : undefined;
        cells.set(slot.id, { id: slot.id, kind: slot.kind, table, row, column, box, numeral, value });
      }
    }
  }
  return cells;
}

/** The cells of one table that were found, in the order of its rows. */
export function cellsIn({ cells }: Pick<Draft, "cells">, table: Table | undefined): readonly Cell[] {
  return (table === undefined ? undefined : byTable(cells).get(table)) ?? [];
}

const byTable = oncePer((cells: Draft["cells"]) => groupBy(cells.values(), ({ table }) => table));

/** The id and the kind of every cell of a table, by block, row and the id of its column. */
const slotsOf = oncePer((table: Table) => {
  const inRow = (row: Leaf, columns: readonly Leaf[]) =>
    new Map(
      columns.map((column) => {
        const kind = column.kind ?? row.kind ?? "count";
        return [column.id, { id: cellIdOf(table, row, column), kind }];
      }),
    );
  return new Map(
    table.blocks.map((block) => {
      const columns = leavesOf(block.columns);
      return [block, new Map(leavesOf(block.rows).map((row) => [row, inRow(row, columns)]))];
    }),
  );
});
