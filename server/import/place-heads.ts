import { commonLength, indexLabels, labelKey, lettersOf, lookUp, similarTo } from "../draft/label.ts";
import type { TableIndex } from "../draft/table-index.ts";
import type { Block } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { layoutOf } from "../form/layout.ts";
import type { Box, GridRow } from "../read/outline.ts";
import { filledBoxes } from "./words.ts";

/** The heads of a block at the places the form gives them. */
export interface PlacedHeads {
  readonly block: Block;
  /** One list for each row of heads, by the column of the canonical table. */
  readonly rows: readonly ReadonlyMap<number, Box>[];
}

/**
 * Finds the block whose heads stand in some rows, read in their order and not by their places. Undefined where a word is
 * there that the form does not have, or a head is missing without which the others cannot be told apart.
 */
export function placeHeads(
  index: TableIndex,
  rows: readonly GridRow[],
  after: Block | undefined,
): PlacedHeads | undefined {
  const written = rows.map(filledBoxes).filter(({ length }) => length > 0);
  const { blocks } = index.table;
  const turn = after === undefined ? 0 : blocks.indexOf(after) + 1;
  const tried = [...blocks.slice(turn), ...blocks.slice(0, turn)].flatMap((block) =>
    shapesOf(index, block).flatMap((shape) => {
      const fit = fitTo(index, shape, written.flat());
      return fit === undefined ? [] : [{ block, shape, ...fit }];
    }),
  );
  const best = tried.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined) return undefined;
  const levels = Array.from({ length: best.shape.levels }, () => new Map<number, Box>());
  for (const [head, box] of best.heads) levels[head.level]?.set(head.column, box);
  return { block: best.block, rows: levels.filter(({ size }) => size > 0) };
}

/** A head of the form and its place in the canonical table. */
interface Head {
  readonly text: string;
  readonly level: number;
  readonly column: number;
  readonly isLeaf: boolean;
}

/** Heads in the order in which they are read. */
interface Shape {
  readonly heads: readonly Head[];
  readonly levels: number;
}

/** All the heads level by level, or the innermost alone. */
function shapesOf({ table }: TableIndex, block: Block): readonly Shape[] {
  const { labels, blocks } = layoutOf(table);
  const leaves = leavesOf(block.columns);
  const rows =
    blocks.find((placed) => placed.block === block)?.heads.filter(([first]) => first?.kind !== "title") ?? [];
  const full = rows.flatMap((row, level) =>
    row.flatMap(({ text, column, line }) =>
      text === "" ? [] : [{ text, level, column, isLeaf: line !== undefined && !("lines" in line) }],
    ),
  );
  const corner = full.filter(({ column }) => column < labels);
  const inner = leaves.map(({ label }, nth) => ({ text: label, level: 0, column: labels + nth, isLeaf: true }));
  return [
    { heads: full, levels: rows.length },
    { heads: [...corner, ...inner], levels: 1 },
  ];
}

interface Fit {
  readonly heads: ReadonlyMap<Head, Box>;
  readonly score: number;
}

/** Tells words to heads in order, by the greatest likeness (Needleman and Wunsch 1970). */
function fitTo(index: TableIndex, { heads }: Shape, words: readonly Box[]): Fit | undefined {
  if (words.length > heads.length || words.length === 0) return undefined;
  const best: number[][] = [Array.from({ length: heads.length + 1 }, () => 0)];
  words.forEach((word, w) => {
    const row = [Number.NEGATIVE_INFINITY];
    heads.forEach((head, h) => {
      const likeness = likenessOf(index, word, head);
      const told = likeness === 0 ? Number.NEGATIVE_INFINITY : (best[w]?.[h] ?? 0) + likeness;
      row.push(Math.max(row[h] ?? Number.NEGATIVE_INFINITY, told));
    });
    best.push(row);
  });
  const score = best.at(-1)?.at(-1) ?? Number.NEGATIVE_INFINITY;
  if (score === Number.NEGATIVE_INFINITY) return undefined;
  const fitted = new Map<Head, Box>();
  for (let w = words.length, h = heads.length; w > 0 && h > 0; h -= 1) {
    const [word, head] = [words[w - 1], heads[h - 1]];
    if (word === undefined || head === undefined || best[w]?.[h] === best[w]?.[h - 1]) continue;
    fitted.set(head, word);
    w -= 1;
  }
  return isCertain(index, heads, fitted) ? { heads: fitted, score } : undefined;
}

/** A missing head leaves no doubt where every other one is known by its own words. */
function isCertain(index: TableIndex, heads: readonly Head[], fitted: ReadonlyMap<Head, Box>): boolean {
  const leaves = heads.filter(({ isLeaf }) => isLeaf);
  if (leaves.every((head) => fitted.has(head))) return true;
  if (new Set(leaves.map(({ text }) => text)).size < leaves.length) return false;
  const found = leaves.flatMap((head) => fitted.get(head) ?? []);
  return found.length * 2 >= leaves.length && [...fitted].every(([head, word]) => likenessOf(index, word, head) >= 3);
}

/** 4 for the official words, 3 for known ones, 2 for similar ones, 1 for a part of them, 0 for others. */
function likenessOf(index: TableIndex, { text }: Box, head: Head): number {
  if (labelKey(text).full === labelKey(head.text).full) return 4;
  for (const labels of [index.columns, index.columnGroups, index.corners]) {
    const isHead = ({ label }: { readonly label: string }) => label === head.text;
    if (lookUp<{ readonly label: string }>(labels, text)?.items.some(isHead)) return 3;
  }
  if (similarTo(indexLabels([{ label: head.text }]), text).length > 0) return 2;
  const [word, official] = [lettersOf(text), lettersOf(head.text)];
  return word !== "" && word.length < official.length && commonLength(word, official) === word.length ? 1 : 0;
}
