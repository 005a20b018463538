import type { Box, Grid, GridRow } from "../read/outline.ts";
import { locateCaptions } from "./captions.ts";
import type { LocatedCaption, LocatedColumn, LocatedRow, LocatedTable, StrangeRow } from "./draft.ts";
import { oncePer, rememberByName } from "./remember.ts";
import { readRows } from "./rows.ts";
import type { TableIndex } from "./table-index.ts";

/** What the grids of one table say. */
type ReadTable = Pick<LocatedTable, "heads" | "rows" | "strangers" | "captions">;

/**
 * Reads the grids of one table. What they say hangs on their words and on where figures stand, not on which figures: in
 * grids of a shape that was read before, everything is where it was in those.
 */
export function readTable(index: TableIndex, grids: readonly Grid[]): ReadTable {
  // Which cells are one merged cell is told by their places in the source, and a shape has none.
  if (grids.some(({ markup }) => markup === "html")) return readAnew(index, grids);
  const shape = shapesOf(index)(grids.map(shapeOf).join("\n"), undefined);
  if (shape.isKnown) {
    shape.layout ??= layoutOf(readAnew(index, grids), grids);
    return laidOut(shape.layout, grids);
  }
  shape.isKnown = true;
  return readAnew(index, grids);
}

function readAnew(index: TableIndex, grids: readonly Grid[]): ReadTable {
  const read = readRows(index, grids);
  return { ...read, captions: locateCaptions(index, grids, read) };
}

/** A shape. Its layout is made when it is met again: of a single report no table ever is. */
interface Shape {
  isKnown: boolean;
  layout: Layout | undefined;
}

const shapesOf = oncePer((_: TableIndex) => rememberByName((): Shape => ({ isKnown: false, layout: undefined })));

/** The texts of a grid, one figure in plain digits being as good as another. */
export const shapeOf = oncePer(({ rows }: Grid): string => {
  let shape = "";
  for (const { boxes } of rows) {
    // Their lengths keep texts apart.
    for (const { text, merged } of boxes)
      shape += isNumber(text) && !merged ? "#" : `${text.length}${merged ? "=" : ":"}${text}`;
    shape += "\n";
  }
  return shape;
});

/** Plain digits, with decimals or without. */
function isNumber(text: string): boolean {
  if (text === "" || text.length > 12) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isPoint = code === POINT && at > 0 && at < text.length - 1;
    if (!isPoint && (code < ZERO || code > NINE)) return false;
  }
  return true;
}

const [POINT, ZERO, NINE] = [46, 48, 57];

/** Everything a table is made of, in the order of the text. */
interface Parts {
  readonly grids: readonly Grid[];
  readonly rows: readonly GridRow[];
  readonly boxes: readonly Box[];
}

function partsOf(grids: readonly Grid[]): Parts {
  const rows = grids.flatMap((grid) => grid.rows);
  return { grids, rows, boxes: rows.flatMap(({ boxes }) => boxes) };
}

/** Something that was found in a table, its parts replaced by their places: so it holds for every table of the shape. */
type Placed<T> = { readonly [K in keyof T]: K extends "grid" | "row" | "box" ? number : T[K] };

interface PlacedRow extends Placed<Omit<LocatedRow, "columns" | "fragments" | "shifted">> {
  /** The place among the lists of columns: most rows have their figures in the same ones. */
  readonly columns: number;
  readonly fragments: readonly number[];
  readonly shifted: readonly number[] | undefined;
}

/** What was read, without the grids it was read from. */
interface Layout {
  readonly heads: readonly Placed<LocatedColumn>[];
  readonly lists: readonly (readonly Placed<LocatedColumn>[])[];
  readonly rows: readonly PlacedRow[];
  readonly strangers: readonly Placed<StrangeRow>[];
  readonly captions: readonly Placed<LocatedCaption>[];
}

function layoutOf(read: ReadTable, grids: readonly Grid[]): Layout {
  const { rows, boxes } = partsOf(grids);
  const [gridAt, rowAt, boxAt] = [placesIn(grids), placesIn(rows), placesIn(boxes)];
  const placed = (column: LocatedColumn) => ({ ...column, grid: gridAt(column.grid), box: boxAt(column.box) });
  const lists = new Map<string, readonly Placed<LocatedColumn>[]>();
  const listAt = (columns: readonly LocatedColumn[]): number => {
    const list = columns.map(placed);
    const key = list.map(({ leaf, index, box }) => `${leaf.id} ${index} ${box}`).join();
    if (!lists.has(key)) lists.set(key, list);
    return [...lists.keys()].indexOf(key);
  };
  const found = read.rows.map(({ grid, row, box, columns, fragments, shifted, ...rest }) => ({
    ...rest,
    grid: gridAt(grid),
    row: rowAt(row),
    box: boxAt(box),
    columns: listAt(columns),
    fragments: fragments.map(rowAt),
    shifted: shifted?.figures.map(boxAt),
  }));
  return {
    heads: read.heads.map(placed),
    lists: [...lists.values()],
    rows: found,
    strangers: read.strangers.map(({ grid, row, box }) => ({ grid: gridAt(grid), row: rowAt(row), box: boxAt(box) })),
    captions: read.captions.map((caption) => ({ ...caption, box: boxAt(caption.box) })),
  };
}

function placesIn<T>(parts: readonly T[]): (part: T) => number {
  const places = new Map(parts.map((part, nth) => [part, nth]));
  return (part) => places.get(part) ?? -1;
}

/** The same in grids of the same shape. */
function laidOut({ heads, lists, rows, strangers, captions }: Layout, others: readonly Grid[]): ReadTable {
  const parts = partsOf(others);
  const [grid, row, box] = [partIn(parts.grids), partIn(parts.rows), partIn(parts.boxes)];
  const located = (column: Placed<LocatedColumn>) => ({ ...column, grid: grid(column.grid), box: box(column.box) });
  const columnsOf = partIn(lists.map((list) => list.map(located)));
  return {
    heads: heads.map(located),
    rows: rows.map((one) => ({
      leaf: one.leaf,
      block: one.block,
      match: one.match,
      repeated: one.repeated,
      grid: grid(one.grid),
      row: row(one.row),
      box: box(one.box),
      columns: columnsOf(one.columns),
      fragments: one.fragments.map(row),
      shifted: one.shifted && { figures: one.shifted.map(box) },
    })),
    strangers: strangers.map((one) => ({ grid: grid(one.grid), row: row(one.row), box: box(one.box) })),
    captions: captions.map((caption) => ({ ...caption, box: box(caption.box) })),
  };
}

function partIn<T>(parts: readonly T[]): (place: number) => T {
  return (place) => {
    const part = parts[place];
    if (part === undefined) throw new Error("Tables of one shape have the same parts");
    return part;
  };
}
