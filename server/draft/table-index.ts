import type { Leaf, Line, Note, Table } from "../form/form.ts";
import { leavesOf, pathsOf } from "../form/index.ts";
import { indexLabels, type LabelIndex, type Labelled, labelKey } from "./label.ts";
import { oncePer } from "./remember.ts";

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

/** A column with the groups it stands under. */
export interface ColumnEntry extends Labelled {
  readonly leaf: Leaf;
  readonly groups: readonly string[];
}

/** The labels of a table, ready for look-up. */
export const tableIndexOf = oncePer((table: Table): TableIndex => {
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
  return { ...frame, seen: seenIn(lists), size: new Set(labels).size };
});

/** What `lookUp` finds in any of some lists: every text of every table is asked about, so all of them are one map. */
function seenIn(lists: readonly LabelIndex<Labelled>[]): TableIndex["seen"] {
  const known = new Map<string, (SeenLabel & { readonly list: LabelIndex<Labelled> })[]>();
  for (const list of lists) {
    const add = (key: string, items: readonly Labelled[], isOfficial: boolean) => {
      const own = items.map(({ label }) => ({ label, isOfficial, list }));
      known.set(key, [...(known.get(key) ?? []), ...own]);
    };
    for (const [key, items] of list.official) add(key, items, true);
    for (const [key, items] of list.alias) if (!list.official.has(key)) add(key, items, false);
  }
  return (text) => {
    const { full, core } = labelKey(text);
    const whole = known.get(full) ?? [];
    if (core === full) return whole;
    return [...whole, ...(known.get(core) ?? []).filter(({ list }) => whole.every((other) => other.list !== list))];
  };
}

function groupsIn(lines: readonly Line[]): readonly Caption[] {
  return lines.flatMap((line) =>
    "lines" in line ? [{ label: line.label, aliases: line.aliases, note: line.note }, ...groupsIn(line.lines)] : [],
  );
}
