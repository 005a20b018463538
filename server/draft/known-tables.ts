import type { Box, Grid, GridRow } from "../read/outline.ts";
import { locateCaptions } from "./captions.ts";
import type { TableIndex } from "./columns.ts";
import type { LocatedCaption, LocatedColumn, LocatedRow, LocatedTable, StrangeRow } from "./draft.ts";
import { oncePer, remember } from "./remember.ts";
import { readRows } from "./rows.ts";

/** What the grids of one table say. */
type ReadTable = Pick<LocatedTable, "heads" | "rows" | "strangers" | "captions">;

/**
 * Reads the grids of one table. What they say hangs on their words and on where figures stand, not on which figures: in
 * grids of a shape that was read before, everything is where it was in those.
 */
export function readTable(index: TableIndex, grids: readonly Grid[]): ReadTable {
  // Which cells are one merged cell is told by their places in the source, and a shape has none.
  if (grids.some(({ markup }) => markup === "html")) return readAnew(index, grids);
  return readerOf(index)(grids.map(shapeOf).join("\n"), grids)(grids);
}

function readAnew(index: TableIndex, grids: readonly Grid[]): ReadTable {
  const read = readRows(index, grids);
  return { ...read, captions: locateCaptions(index, grids, read) };
}

/** Every table of a report has room, and what is kept stays below some megabytes. */
const LIMITS = { limit: 128, longest: 20_000 };

const readerOf = oncePer((index: TableIndex) =>
  remember((_, grids: readonly Grid[]) => layoutOf(readAnew(index, grids), grids), LIMITS),
);

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

/** Finds the counterpart of something among the parts of another table of the same shape. */
type In<T> = (parts: Parts) => T;

/** What was read, without the grids it was read from, so that others can be put in their place. */
function layoutOf(read: ReadTable, grids: readonly Grid[]): (grids: readonly Grid[]) => ReadTable {
  const own = partsOf(grids);
  const gridIn = finder(own, (parts) => parts.grids);
  const rowIn = finder(own, (parts) => parts.rows);
  const boxIn = finder(own, (parts) => parts.boxes);
  const columnIn = ({ box, grid, ...rest }: LocatedColumn): In<LocatedColumn> => {
    const [findBox, findGrid] = [boxIn(box), gridIn(grid)];
    return (parts) => ({ ...rest, box: findBox(parts), grid: findGrid(parts) });
  };
  // Most rows have their figures in the same columns.
  const lists = new Map<string, In<readonly LocatedColumn[]>>();
  const columnsIn = (columns: readonly LocatedColumn[]): In<readonly LocatedColumn[]> => {
    const key = columns.map(({ leaf, index, grid }) => `${leaf.id} ${index} ${grids.indexOf(grid)}`).join();
    const list = lists.get(key) ?? oncePer(all(columns.map(columnIn)));
    lists.set(key, list);
    return list;
  };
  const locatedIn = ({ grid, row, box, columns, fragments, shifted, ...rest }: LocatedRow): In<LocatedRow> => {
    const [findGrid, findRow, findBox] = [gridIn(grid), rowIn(row), boxIn(box)];
    const [findColumns, findFragments] = [columnsIn(columns), all(fragments.map(rowIn))];
    const findFigures = shifted && all(shifted.figures.map(boxIn));
    return (parts) => ({
      ...rest,
      grid: findGrid(parts),
      row: findRow(parts),
      box: findBox(parts),
      columns: findColumns(parts),
      fragments: findFragments(parts),
      shifted: findFigures && { figures: findFigures(parts) },
    });
  };
  const strangerIn = ({ grid, row, box }: StrangeRow): In<StrangeRow> => {
    const [findGrid, findRow, findBox] = [gridIn(grid), rowIn(row), boxIn(box)];
    return (parts) => ({ grid: findGrid(parts), row: findRow(parts), box: findBox(parts) });
  };
  const captionIn = ({ box, ...rest }: LocatedCaption): In<LocatedCaption> => {
    const findBox = boxIn(box);
    return (parts) => ({ ...rest, box: findBox(parts) });
  };
  const heads = all(read.heads.map(columnIn));
  const rows = all(read.rows.map(locatedIn));
  const strangers = all(read.strangers.map(strangerIn));
  const captions = all(read.captions.map(captionIn));
  return (others) => {
    const parts = partsOf(others);
    return { heads: heads(parts), rows: rows(parts), strangers: strangers(parts), captions: captions(parts) };
  };
}

function finder<T>(own: Parts, list: (parts: Parts) => readonly T[]): (one: T) => In<T> {
  const places = new Map(list(own).map((one, nth) => [one, nth]));
  return (one) => {
    const nth = places.get(one) ?? -1;
    return (parts) => {
      const found = list(parts)[nth];
      if (found === undefined) throw new Error("Tables of one shape have the same parts");
      return found;
    };
  };
}

function all<T>(finders: readonly In<T>[]): In<readonly T[]> {
  return (parts) => finders.map((find) => find(parts));
}
