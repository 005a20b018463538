import type { Leaf } from "../form/form.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import { blankColumn, blankHead } from "./blank-head.ts";
import type { LocatedColumn } from "./draft.ts";
import { groupBy } from "./group-by.ts";
import { commonLength, labelKey, lookUp, type Match, similarTo } from "./label.ts";
import type { ColumnEntry, TableIndex } from "./table-index.ts";

/** The official columns a run of head rows names. */
export function locateColumns(index: TableIndex, grid: Grid, heads: readonly GridRow[]): readonly LocatedColumn[] {
  const width = Math.max(0, ...heads.map(({ boxes }) => boxes.length));
  const places = uncontested(Array.from({ length: width }, (_, at) => placeAt(index, heads, at)));
  const taken = new Set<Leaf>();
  const settled = new Map<number, { readonly leaf: Leaf; readonly match: Match }>();
  const settle = (at: number, leaf: Leaf, match: Match) => {
    settled.set(at, { leaf, match });
    taken.add(leaf);
  };
  places.forEach((place, at) => {
    const [only, ...others] = place.candidates;
    if (only !== undefined && others.length === 0 && !taken.has(only.leaf)) settle(at, only.leaf, place.match);
  });
  settleRepeated(index, places, settled, settle);
  settleBetween(index, places, settled, settle);
  const blank = blankColumn(index, grid, heads, settled);
  if (blank !== undefined) settle(blank.at, blank.leaf, "context");
  return places.flatMap((place, at) => {
    const box = place.box ?? blankHead(index, heads, settled.get(at)?.leaf, at);
    const found = settled.get(at);
    return found === undefined || box === undefined ? [] : [{ ...found, box, grid, index: at }];
  });
}

interface Place {
  readonly box: Box | undefined;
  /** The columns its label names, and those of them that stand under the groups above it, if any do. */
  readonly named: readonly ColumnEntry[];
  readonly candidates: readonly ColumnEntry[];
  readonly match: Match;
}

type Settle = (at: number, leaf: Leaf, match: Match) => void;
type Settled = ReadonlyMap<number, { readonly leaf: Leaf; readonly match: Match }>;

/** The innermost label over one place of the grid and the columns it may name, narrowed by the groups above it. */
function placeAt(index: TableIndex, heads: readonly GridRow[], at: number): Place {
  const stack = heads.map(({ boxes }) => boxes[at]);
  for (const box of stack.toReversed()) {
    if (box === undefined || box.text === "" || lookUp(index.corners, box.text) !== undefined) continue;
    if (lookUp(index.columnGroups, box.text) !== undefined) continue;
    const known = lookUp(index.columns, box.text);
    const similar = known === undefined ? similarTo(index.columns, box.text) : [];
    const items = known?.items ?? similar;
    if (items.length === 0 && box.merged === true) continue;
    const groups = new Set(heads.flatMap(({ boxes }) => groupsOver(index, boxes, at)));
    const fitting = items.filter((entry) => entry.groups.every((group) => groups.has(group)));
    return { box, named: items, candidates: fitting.length > 0 ? fitting : items, match: known?.match ?? "similar" };
  }
  return { box: undefined, named: [], candidates: [], match: "context" };
}

/**
 * Where several places claim one column, the groups above them have moved, and tell nothing: the columns of that label
 * which nobody else claims are told apart by their order, if there are as many.
 */
function uncontested(places: readonly Place[]): readonly Place[] {
  const claims = groupBy(places, ({ candidates }) => (candidates.length === 1 ? candidates[0]?.leaf : undefined));
  const claimedBy = (leaf: Leaf | undefined) => claims.get(leaf)?.length ?? 0;
  return places.map((place) => {
    const [only, ...others] = place.candidates;
    if (only === undefined || others.length > 0 || claimedBy(only.leaf) === 1) return place;
    const open = place.named.filter(({ leaf }) => claimedBy(leaf) !== 1);
    return open.length === claimedBy(only.leaf) ? { ...place, candidates: open } : place;
  });
}

/** The group label that stands over a place in one row of heads: its own, or the nearest to the left before a gap. */
function groupsOver(index: TableIndex, boxes: readonly Box[], at: number): readonly string[] {
  for (let left = Math.min(at, boxes.length - 1); left >= 0; left -= 1) {
    const text = boxes[left]?.text ?? "";
    if (text === "") continue;
    return lookUp(index.columnGroups, text)?.items.map(({ label }) => label) ?? [];
  }
  return [];
}

/** Labels that several columns share (结果维持, 总计), with all of them present: told apart by their order. */
function settleRepeated(index: TableIndex, places: readonly Place[], settled: Settled, settle: Settle): void {
  const waiting = new Map<string, number[]>();
  places.forEach(({ box, candidates }, at) => {
    if (box === undefined || candidates.length < 2 || settled.has(at)) return;
    const key = candidates.map(({ leaf }) => leaf.id).join();
    waiting.set(key, [...(waiting.get(key) ?? []), at]);
  });
  for (const [key, ats] of waiting) {
    const leaves = index.columns.entries.map(({ item }) => item).filter(({ leaf }) => key.split(",").includes(leaf.id));
    if (leaves.length !== ats.length) continue;
    ats.forEach((at, nth) => {
      const entry = leaves[nth];
      if (entry !== undefined) settle(at, entry.leaf, places[at]?.match ?? "context");
    });
  }
}

/** Cut or unreadable heads between two known ones, when just as many official columns are missing there. */
function settleBetween(index: TableIndex, places: readonly Place[], settled: Settled, settle: Settle): void {
  const official = index.columns.entries.map(({ item }) => item.leaf);
  let from = -1;
  for (let to = 0; to <= places.length; to += 1) {
    if (to < places.length && !settled.has(to)) continue;
    const open = range(from + 1, to).filter((at) => places[at]?.box !== undefined);
    const first = from < 0 ? -1 : official.indexOf(settled.get(from)?.leaf as Leaf);
    const last = to === places.length ? official.length : official.indexOf(settled.get(to)?.leaf as Leaf);
    const missing = official.slice(first + 1, Math.max(first + 1, last));
    const alike = open.filter((at, nth) => sharesLetter(places[at]?.box?.text ?? "", missing[nth]?.label ?? ""));
    if (open.length === missing.length && (open.length === 1 || alike.length * 2 >= open.length)) {
      open.forEach((at, nth) => {
        const leaf = missing[nth];
        if (leaf !== undefined) settle(at, leaf, "context");
      });
    }
    from = to;
  }
}

function sharesLetter(text: string, label: string): boolean {
  return commonLength(labelKey(text).core, labelKey(label).core) > 0;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
