import type { Leaf } from "../form/form.ts";
import { leavesOf, pathsOf } from "../form/index.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import type { LocatedColumn } from "./draft.ts";
import { lookUp, type Match, similarTo } from "./label.ts";
import type { TableIndex } from "./table-index.ts";

/** A row of figures or labels below its heads, before its label is settled. */
export interface OpenRow {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly heads: readonly LocatedColumn[];
  readonly width: number;
  /** The innermost label, or the blank in its place. */
  readonly label: Box | undefined;
  readonly hasFigures: boolean;
}

/** The official row a label stands for, and how it was recognised. */
interface SettledLabel {
  readonly leaf: Leaf;
  readonly match: Match;
}

type Settled = readonly (SettledLabel | undefined)[];

/** Settles labels in four rounds: the official ones, those beside a torn-off end, the similar, the surrounded. */
export function settleLabels(index: TableIndex, open: readonly OpenRow[]): Settled {
  const unnamed = index.table.blocks.flatMap(({ rows }) => leavesOf(rows)).find(({ label }) => label === "");
  if (unnamed !== undefined) return open.map(() => ({ leaf: unnamed, match: "exact" }));
  const settled: (SettledLabel | undefined)[] = open.map(({ label }) => {
    const known = label === undefined ? undefined : lookUp(index.rows, label.text);
    const [leaf] = known?.items ?? [];
    return known === undefined || leaf === undefined ? undefined : { leaf, match: known.match };
  });
  const free = (leaf: Leaf) => settled.every((other) => other?.leaf !== leaf);
  open.forEach(({ label, hasFigures }, at) => {
    if (settled[at] !== undefined || label === undefined || isGroup(index, label)) return;
    const known = tornLabels(open, at).flatMap((whole) => lookUp(index.rows, whole)?.items ?? []);
    const near = similarTo(index.rows, label.text).filter(free);
    const leaf = known.find(free) ?? (near.length === 1 ? near[0] : undefined);
    if (leaf !== undefined && (hasFigures || leaf.label.length > 3)) settled[at] = { leaf, match: "similar" };
  });
  return settleSurrounded(index, open, settleCopied(index, settled));
}

/** A label with the texts of one, two, … rows without figures below it, as if it had been torn off there. */
function tornLabels(open: readonly OpenRow[], at: number): readonly string[] {
  const end = open.findIndex((row, below) => at < below && row.hasFigures);
  const pieces = open.slice(at + 1, end < 0 ? open.length : end).map(({ row }) => textOf(row));
  return pieces.map((_, nth) => (open[at]?.label?.text ?? "") + pieces.slice(0, nth + 1).join(""));
}

/** A label copied from a neighbour over the one that belongs there: it stands twice, and just that row is missing. */
function settleCopied(index: TableIndex, settled: Settled): Settled {
  const official = index.rows.entries.map(({ item }) => item);
  const result = [...settled];
  const rank = (at: number) => {
    const leaf = result[at]?.leaf;
    return leaf === undefined ? Number.NaN : official.indexOf(leaf);
  };
  for (const [at, found] of settled.entries()) {
    const before = at === 0 ? -1 : rank(at - 1);
    const after = at === settled.length - 1 ? official.length : rank(at + 1);
    const leaf = official[before + 1];
    if (found === undefined || leaf === undefined || leaf === found.leaf || after !== before + 2) continue;
    const isCopy = result.some((other, where) => where !== at && other?.leaf === found.leaf);
    if (isCopy && result.every((other) => other?.leaf !== leaf)) result[at] = { leaf, match: "context" };
  }
  return result;
}

/** In which column of labels a row's own label stands. */
export function labelDepthOf({ table }: TableIndex, leaf: Leaf): number {
  return table.blocks.flatMap(({ rows }) => pathsOf(rows)).find((path) => path.leaf === leaf)?.groups.length ?? 0;
}

/** Rows of figures whose labels are beyond recognition or blank, where just as many official rows are missing. */
function settleSurrounded(index: TableIndex, open: readonly OpenRow[], settled: Settled): Settled {
  const official = index.rows.entries.map(({ item }) => item);
  const result = [...settled];
  const ranks = settled.map((found) => (found === undefined ? -1 : official.indexOf(found.leaf)));
  let run: number[] = [];
  let above = -1;
  const settleRun = (below: number) => {
    const missing = official.slice(above + 1, Math.max(above + 1, below));
    const free = missing.every((leaf) => settled.every((other) => other?.leaf !== leaf));
    if (run.length === missing.length && free) {
      for (const [nth, at] of run.entries()) {
        const leaf = missing[nth];
        if (leaf !== undefined) result[at] = { leaf, match: "context" };
      }
    }
    run = [];
  };
  open.forEach(({ label, hasFigures }, at) => {
    const rank = ranks[at] ?? -1;
    if (rank >= 0) {
      settleRun(rank);
      above = rank;
    } else if (hasFigures && label !== undefined && !isGroup(index, label)) run.push(at);
  });
  settleRun(official.length);
  return result;
}

function isGroup(index: TableIndex, { text }: Box): boolean {
  return lookUp(index.rowGroups, text) !== undefined;
}

/** All the words of a row. */
export function textOf({ boxes }: GridRow): string {
  return boxes.map(({ text }) => text).join("");
}
