import type { Leaf, Line, Note, Table } from "../form/form.ts";
import { leavesOf, pathsOf } from "../form/index.ts";
import type { Box, Grid, GridRow } from "../read/outline.ts";
import { blankColumn, blankHead } from "./blank-head.ts";
import type { LocatedColumn } from "./draft.ts";
import {
  commonLength,
  indexLabels,
  type LabelIndex,
  type Labelled,
  labelKey,
  lookUp,
  type Match,
  similarTo,
} from "./label.ts";
import { remember } from "./remember.ts";

/** The labels of one table, prepared once per form. */
export interface TableIndex {
  readonly table: Table;
  readonly columns: LabelIndex<ColumnEntry>;
  readonly rows: LabelIndex<Leaf>;
  /** Group labels of rows and of columns, titles and corners of blocks. */
  readonly rowGroups: LabelIndex<Caption>;
  readonly columnGroups: LabelIndex<Caption>;
  readonly titles: LabelIndex<Labelled>;
  readonly corners: LabelIndex<Labelled>;
  /** The labels a text stands for, corners aside; of each whether it is the official wording. */
  readonly seen: (text: string) => readonly SeenLabel[];
  /** How many different labels there are, corners aside. */
  readonly size: number;
}

/** A label that a text stands for. */
interface SeenLabel {
  readonly label: string;
  readonly isOfficial: boolean;
}

/** A group's label with its note. */
export interface Caption extends Labelled {
  readonly note?: Note | undefined;
}

interface ColumnEntry extends Labelled {
  readonly leaf: Leaf;
  readonly groups: readonly string[];
}

const indexes = new WeakMap<Table, TableIndex>();

/** The labels of a table, ready for look-up. */
export function tableIndexOf(table: Table): TableIndex {
  const known = indexes.get(table);
  if (known !== undefined) return known;
  const columns = new Map<string, ColumnEntry>();
  for (const block of table.blocks) {
    for (const { leaf, groups } of pathsOf(block.columns)) {
      columns.set(leaf.id, { label: leaf.label, aliases: leaf.aliases, leaf, groups });
    }
  }
  const frame = {
    table,
    columns: indexLabels([...columns.values()]),
    rows: indexLabels(table.blocks.flatMap(({ rows }) => leavesOf(rows)).filter(({ label }) => label !== "")),
    rowGroups: indexLabels(table.blocks.flatMap(({ rows }) => groupsIn(rows))),
    columnGroups: indexLabels(table.blocks.flatMap(({ columns }) => groupsIn(columns))),
    titles: indexLabels(
      table.blocks.flatMap(({ title, titleAliases }) =>
        title === undefined ? [] : [{ label: title, aliases: titleAliases }],
      ),
    ),
    corners: indexLabels(table.blocks.flatMap(({ corner }) => (corner === undefined ? [] : [{ label: corner }]))),
  };
  const lists: readonly LabelIndex<Labelled>[] = [
    frame.rows,
    frame.columns,
    frame.rowGroups,
    frame.columnGroups,
    frame.titles,
  ];
  const labels = lists.flatMap(({ entries }) => entries.map(({ item }: { item: Labelled }) => item.label));
  const seen = remember((text) =>
    lists.flatMap((list) => {
      const found = lookUp(list, text);
      return (found?.items ?? []).map(({ label }) => ({ label, isOfficial: found?.match !== "alias" }));
    }),
  );
  const index = { ...frame, seen, size: new Set(labels).size };
  indexes.set(table, index);
  return index;
}

function groupsIn(lines: readonly Line[]): readonly Caption[] {
  return lines.flatMap((line) =>
    "lines" in line ? [{ label: line.label, aliases: line.aliases, note: line.note }, ...groupsIn(line.lines)] : [],
  );
}

/** The official columns a run of head rows names. */
export function locateColumns(index: TableIndex, grid: Grid, heads: readonly GridRow[]): readonly LocatedColumn[] {
  const width = Math.max(0, ...heads.map(({ boxes }) => boxes.length));
  const places = Array.from({ length: width }, (_, at) => placeAt(index, heads, at));
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
    return { box, candidates: fitting.length > 0 ? fitting : items, match: known?.match ?? "similar" };
  }
  return { box: undefined, candidates: [], match: "context" };
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
