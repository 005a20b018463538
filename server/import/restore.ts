import type { Draft } from "../draft/draft.ts";
import { lookUp } from "../draft/label.ts";
import { locate } from "../draft/locate.ts";
import { isHead, isTitle } from "../draft/rows.ts";
import { type TableIndex, tableIndexOf } from "../draft/table-index.ts";
import type { Block } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { layoutOf } from "../form/layout.ts";
import type { Box, Grid, GridRow, Outline, OutlineBlock } from "../read/outline.ts";
import { plainParagraphs } from "../read/plain-text.ts";
import { placeHeads } from "./place-heads.ts";
import { isUnnamed, joinRows, splitRow } from "./split-rows.ts";
import { blankBeside, filledBoxes, isDatum, isRowWord } from "./words.ts";

/** Whether the rows of an official table have different lengths, or its heads, read in order, name other columns. */
function isAstray({ tables }: Draft, grid: Grid): boolean {
  const located = tables.find(({ grids }) => grids.includes(grid));
  if (located === undefined) return false;
  const [first] = grid.rows;
  if (grid.rows.some(({ boxes }) => boxes.length !== first?.boxes.length)) return true;
  const index = tableIndexOf(located.table);
  const runs = headRuns(index, grid);
  return runs.some((run) => {
    const placed = placeHeads(index, run, undefined);
    const leaves = leavesOf(placed?.block.columns ?? []);
    const boxes = new Map(
      (placed?.rows ?? []).flatMap((row) => [...row].map(([column, box]) => [box, column] as const)),
    );
    return located.heads.some(({ box, leaf }) => {
      const column = boxes.get(box);
      return column !== undefined && leaves[column - layoutOf(located.table).labels]?.id !== leaf.id;
    });
  });
}

/** Rows of heads that follow each other. */
function headRuns(index: TableIndex, { rows }: Grid): readonly (readonly GridRow[])[] {
  const runs: GridRow[][] = [[]];
  for (const row of rows) {
    if (isHead(index, row)) runs.at(-1)?.push(row);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.filter(({ length }) => length > 0);
}

/** An outline whose tables have their shape, and what is a table no longer. */
export interface RestoredOutline {
  readonly outline: Outline;
  /** Lines of tables that could not be told; they stay in place as paragraphs, so that nobody reads them by places. */
  readonly astray: ReadonlySet<OutlineBlock>;
}

/**
 * Gives the official tables of an outline their shape back where the reader could not tell it: heads and figures stand
 * at the places the form gives them, found by their words and their order. A row whose figures cannot be told to the
 * columns keeps them as they are. `trust` says whether the reader knew places, as those of pages and documents do, or
 * only the order of cells; places that the heads belie are not trusted either.
 */
export function restoreTables(text: string, outline: Outline, trust: "places" | "order"): RestoredOutline {
  const draft = locate(text, outline, undefined);
  const restored = new Map<Grid, Grid | undefined>();
  if (draft === undefined) return { outline, astray: new Set() };
  const isLoose = (grid: Grid) => trust === "order" || isAstray(draft, grid);
  for (const { table, grids } of draft.tables) {
    const index = tableIndexOf(table);
    let block: Block | undefined;
    for (const grid of grids.filter(isLoose)) {
      const found = restoreGrid(index, grid, block);
      restored.set(grid, found?.grid);
      block = found?.block ?? block;
    }
  }
  const astray = new Set<OutlineBlock>();
  const blocks = outline.blocks.flatMap((block): readonly OutlineBlock[] => {
    if (block.kind !== "grid" || !isLoose(block)) return [block];
    const grid = restored.get(block);
    if (grid !== undefined) return [grid];
    const lines = plainParagraphs(text, block.span);
    // A strange table above the title is no part of the report: data of the web site, say.
    const isOutside = !restored.has(block) && block.span.end <= (draft.title?.block?.span.start ?? 0);
    for (const line of isOutside ? [] : lines) astray.add(line);
    return lines;
  });
  return { outline: { ...outline, blocks }, astray };
}

interface Restored {
  readonly grid: Grid;
  /** The block the last heads belong to. */
  readonly block: Block | undefined;
}

function restoreGrid(index: TableIndex, grid: Grid, above: Block | undefined): Restored | undefined {
  const read = joinRows(
    index,
    grid.rows.flatMap((row) => splitRow(index, { ...row, boxes: row.boxes.filter(({ merged }) => merged !== true) })),
  );
  const rows: GridRow[] = [];
  let heads: GridRow[] = [];
  let block = above;
  const closeHeads = (): boolean => {
    if (heads.length === 0) return true;
    const placed = placeHeads(index, heads, block);
    if (placed === undefined) return false;
    block = placed.block;
    rows.push(...placed.rows.map((boxes) => headRow(index, boxes)));
    heads = [];
    return true;
  };
  const habit = habitOf(index, read);
  for (const row of read) {
    if (isHead(index, row)) heads.push(row);
    else if (!closeHeads()) return undefined;
    else rows.push(isTitle(index, row) ? titleRow(index, row) : dataRow(index, row, block, habit));
  }
  return closeHeads() ? { grid: { ...grid, rows }, block } : undefined;
}

function headRow({ table }: TableIndex, heads: ReadonlyMap<number, Box>): GridRow {
  const words = [...heads.values()];
  const blank = words.slice(0, 1).map(blankBeside);
  const boxes = Array.from({ length: layoutOf(table).width }, (_, column) => heads.get(column) ?? blank).flat();
  const [starts, ends] = [words.map(({ span }) => span.start), words.map(({ span }) => span.end)];
  return { span: { start: Math.min(...starts), end: Math.max(...ends) }, boxes };
}

function titleRow({ table }: TableIndex, row: GridRow): GridRow {
  const [title] = filledBoxes(row);
  return title === undefined ? row : { ...row, boxes: padded([title], layoutOf(table).width, title) };
}

/** The labels of a row, blanks up to the first column of figures, then the figures. */
function dataRow(index: TableIndex, row: GridRow, block: Block | undefined, habit: Habit | undefined): GridRow {
  const { labels, rest } = partsOf(index, row);
  const columns = leavesOf((blockOf(index, labels.at(-1)) ?? block ?? index.table.blocks[0])?.columns ?? []).length;
  const before = labels.at(-1) ?? row.boxes[0];
  if (before === undefined) return row;
  const figures = figuresIn(rest, columns, habit);
  const placed = [...padded(labels, layoutOf(index.table).labels, before), ...figures];
  if (figures.length !== columns && figures.length > 0) return { ...row, boxes: placed };
  return { ...row, boxes: padded(placed, layoutOf(index.table).width, figures.at(-1) ?? before) };
}

/** The words before the figures, and everything behind the last of them. */
function partsOf(index: TableIndex, { boxes }: GridRow) {
  const first = boxes.findIndex((box) => box.text !== "" && isDatum(index, box));
  const before = (first < 0 ? boxes : boxes.slice(0, first)).filter(({ text }) => text !== "");
  const known = before.findLastIndex((box) => isRowWord(index, box));
  const labels = first < 0 || known < 0 ? before : before.slice(0, known + 1);
  const last = labels.at(-1);
  return { labels, rest: boxes.slice(last === undefined ? 0 : boxes.indexOf(last) + 1) };
}

function blockOf(index: TableIndex, label: Box | undefined): Block | undefined {
  const leaf = label === undefined ? undefined : lookUp(index.rows, label.text)?.items[0];
  return index.table.blocks.find(({ rows }) => leaf !== undefined && leavesOf(rows).includes(leaf));
}

/**
 * As many boxes as there are columns, where it is clear which: there are no others, or the blanks around them are what
 * merged cells left behind. Otherwise all from the first figure to the last: a figure may be lost among such blanks.
 */
function figuresIn(boxes: readonly Box[], columns: number, habit: Habit | undefined): readonly Box[] {
  if (boxes.every(({ text }) => text === "")) return boxes.slice(0, columns);
  const run = runOf(boxes);
  if (run.boxes.length === columns || habit === undefined || run.start < habit.lead) return run.boxes;
  const end = habit.lead + columns;
  const isWhole = habit.hasTail ? run.start + run.boxes.length === end : boxes.length === end;
  return isWhole ? boxes.slice(habit.lead, end) : run.boxes;
}

function runOf(boxes: readonly Box[]): { readonly boxes: readonly Box[]; readonly start: number } {
  const isFilled = ({ text }: Box) => text !== "";
  const start = Math.max(0, boxes.findIndex(isFilled));
  return { boxes: boxes.slice(start, boxes.findLastIndex(isFilled) + 1), start };
}

/** What merged cells leave behind in the rows of a grid. */
interface Habit {
  /** How many blanks stand between label and figures. */
  readonly lead: number;
  /** Whether blanks stand behind the figures. */
  readonly hasTail: boolean;
}

/** The habit all the rows that have all their figures agree about, if there are enough of them. */
function habitOf(index: TableIndex, rows: readonly GridRow[]): Habit | undefined {
  const seen = rows.flatMap((row) => {
    const { labels, rest } = partsOf(index, row);
    const block = blockOf(index, labels.at(-1));
    const run = runOf(rest);
    if (block === undefined || run.boxes.length !== leavesOf(block.columns).length) return [];
    return [{ lead: run.start, hasTail: run.start + run.boxes.length < rest.length }];
  });
  const [first] = seen;
  if (isUnnamed(index)) return { lead: 0, hasTail: rows.some(({ boxes }) => boxes.at(-1)?.text === "") };
  if (first === undefined || seen.length < 3 || seen.some(({ lead }) => lead !== first.lead)) return undefined;
  return { lead: first.lead, hasTail: seen.some(({ hasTail }) => hasTail) };
}

function padded(boxes: readonly Box[], width: number, beside: Box): readonly Box[] {
  return [...boxes, ...Array.from({ length: Math.max(0, width - boxes.length) }, () => blankBeside(beside))];
}
