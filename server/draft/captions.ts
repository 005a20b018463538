import type { Block } from "../form/form.ts";
import { pathsOf } from "../form/index.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import type { LocatedCaption } from "./draft.ts";
import { commonLength, type LabelIndex, lettersOf, lookUp, type Match, similarTo } from "./label.ts";
import { isFigure } from "./numeral.ts";
import type { ReadRows } from "./rows.ts";
import type { Caption, TableIndex } from "./table-index.ts";

/** Finds the frame of a table: titles and corners of its blocks, labels of groups of rows and columns. */
export function locateCaptions(index: TableIndex, grids: readonly Grid[], read: ReadRows): readonly LocatedCaption[] {
  const labels = new Set<Box>([...read.heads.map(({ box }) => box), ...read.rows.map(({ box }) => box)]);
  const torn = new Set(read.rows.flatMap(({ fragments }) => fragments));
  const strange = new Set(read.strangers.map(({ row }) => row));
  const figures = new Set<Box>(
    read.rows.flatMap(({ columns, row }) => columns.flatMap(({ index: at }) => row.boxes[at] ?? [])),
  );
  const isFrame = (box: Box) =>
    box.text !== "" && box.merged !== true && !labels.has(box) && !figures.has(box) && !isFigure(box.text);
  const boxes = grids.flatMap(({ rows }) =>
    rows.filter((row) => !torn.has(row) && !strange.has(row)).flatMap((row) => row.boxes.filter(isFrame)),
  );
  const found = boxes.flatMap((box) => captionAt(index, box) ?? []);
  const known = found.filter((caption) => !isAstray(index, read, found, caption));
  const rest = boxes.filter((box) => known.every((caption) => caption.box !== box));
  const surrounded = rest.flatMap((box) => surroundedCaption(index, grids, read, known, box) ?? []);
  return [...known, ...surrounded].toSorted((a, b) => a.box.span.start - b.box.span.start);
}

function captionAt(index: TableIndex, box: Box): LocatedCaption | undefined {
  const frames = [
    { labels: index.columnGroups, axis: "columns" },
    { labels: index.rowGroups, axis: "rows" },
    { labels: index.titles, axis: "rows" },
    { labels: index.corners, axis: "columns" },
  ] as const;
  for (const { labels, axis } of frames) {
    const found = captionIn(labels, box.text);
    if (found !== undefined) return { ...found, axis, box };
  }
  const near = frames.flatMap(({ labels, axis }) =>
    similarTo<Caption>(labels, box.text).map(({ label, note }) => ({ official: label, note, axis })),
  );
  const [first] = near;
  // Several blocks may have the same corner.
  if (first === undefined || near.some(({ official }) => official !== first.official)) return undefined;
  return { ...first, box, match: "similar" };
}

function captionIn(
  labels: LabelIndex<Caption>,
  text: string,
): { official: string; note: Caption["note"]; match: Match } | undefined {
  const found = lookUp(labels, text);
  const [item] = found?.items ?? [];
  return found === undefined || item === undefined
    ? undefined
    : { official: item.label, note: item.note, match: found.match };
}

/** The block whose rows come next after a place. */
function blockBelow({ rows }: ReadRows, { span }: Box): Block | undefined {
  return rows.find(({ row }) => row.span.start > span.start)?.block;
}

/** A title that stands over its own block, too: here one character off made it out of another. */
function isAstray(index: TableIndex, read: ReadRows, found: readonly LocatedCaption[], one: LocatedCaption): boolean {
  const { official, box } = one;
  const below = blockBelow(read, box)?.title;
  return (
    lookUp(index.titles, official) !== undefined &&
    below !== undefined &&
    below !== official &&
    found.some((other) => other !== one && other.official === official) &&
    found.every((other) => other.official !== below)
  );
}

/** A text that only its place explains: beside the first row of a group, over a group of columns, over a block. */
function surroundedCaption(
  index: TableIndex,
  grids: readonly Grid[],
  read: ReadRows,
  known: readonly LocatedCaption[],
  box: Box,
): LocatedCaption | undefined {
  const grid = grids.find(({ rows }) => rows.some(({ boxes }) => boxes.includes(box)));
  const row = grid?.rows.find(({ boxes }) => boxes.includes(box));
  if (grid === undefined || row === undefined) return undefined;
  const due = dueBeside(read, row, box) ?? dueOver(read, grid, row, box);
  // The name of a column, torn from its figures, is no misspelt name of a group.
  if (due === undefined || (due.axis === "columns" && lookUp(index.columns, box.text) !== undefined)) return undefined;
  const named = due.labels.filter((label) => known.every(({ official }) => official !== label) || label === due.corner);
  const [official, ...others] = named;
  if (official === undefined || others.length > 0 || !isAlike(box.text, official)) return undefined;
  const note = [...index.rowGroups.entries, ...index.columnGroups.entries].find(({ item }) => item.label === official);
  return { official, note: note?.item.note, axis: due.axis, box, match: "context" };
}

/** Official labels that may stand at a place. A corner may stand over every block. */
interface Due {
  readonly labels: readonly string[];
  readonly axis: "rows" | "columns";
  readonly corner?: string | undefined;
}

/** Left of a row's label: the groups the row is in. */
function dueBeside({ rows }: ReadRows, row: GridRow, box: Box): Due | undefined {
  const located = rows.find((one) => one.row === row);
  if (located === undefined || box.span.start >= located.box.span.start) return undefined;
  const path = pathsOf(located.block.rows).find(({ leaf }) => leaf === located.leaf);
  return { labels: path?.groups ?? [], axis: "rows" };
}

/** Over the heads: a group of columns, the corner of the block, or alone in its row the block's title. */
function dueOver(read: ReadRows, grid: Grid, { boxes }: GridRow, box: Box): Due | undefined {
  const block = blockBelow(read, box);
  if (block === undefined || grid.rows.some((row) => row.boxes.includes(box) && isRowOf(read, row))) return undefined;
  const filled = boxes.filter(({ text, merged }) => text !== "" && merged !== true);
  if (filled.length === 1 && block.title !== undefined) return { labels: [block.title], axis: "rows" };
  const heads = read.heads.filter((head) => head.grid === grid);
  const at = boxes.indexOf(box);
  const path = pathsOf(block.columns).find(({ leaf }) => heads.find(({ index }) => index === at)?.leaf === leaf);
  if (path !== undefined && path.groups.length > 0) return { labels: path.groups, axis: "columns" };
  const first = Math.min(...heads.map(({ index }) => index));
  return at < first && block.corner !== undefined
    ? { labels: [block.corner], axis: "columns", corner: block.corner }
    : undefined;
}

function isRowOf({ rows }: ReadRows, row: GridRow): boolean {
  return rows.some((one) => one.row === row);
}

/** Half the letters of a long label, or one of a short one, are left. */
function isAlike(text: string, official: string): boolean {
  const letters = lettersOf(official);
  const common = commonLength(lettersOf(text), letters);
  return common > 0 && (letters.length <= 6 || common * 2 >= letters.length);
}
