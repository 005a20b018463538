import type { LocatedRow } from "../../../server/draft/draft.ts";
import type { Span } from "../../../server/read/outline.ts";
import type { Random } from "../../support/reports.ts";
import { edited, editedLines, editedNear, lineAt, type Mutation, type Operator } from "../operator.ts";
import { hasPipes, type Subject } from "../subject.ts";

/** What happens to a row of a table of pipes: the rows of the table, and which of them. */
type Rewrite = (subject: Subject, rows: readonly LocatedRow[], at: number, random: Random) => Mutation | undefined;

interface RowSlip {
  readonly name: string;
  readonly rules: readonly string[];
  readonly tables?: readonly string[];
  readonly restores?: Operator["restores"];
  readonly rewrite: Rewrite;
}

const rowSlips: readonly RowSlip[] = [
  {
    name: "漏一行",
    rules: ["missing-row", "outdated-form"],
    rewrite: (subject, rows, at) => {
      const mutation = editedNear(subject.text, [{ at: lineOf(subject.text, rows[at]), text: "" }]);
      const head = headOf(subject, rows, at);
      return { ...mutation, places: [...mutation.places, ...(head === undefined ? [] : [head])] };
    },
  },
  {
    name: "重一行",
    rules: ["duplicate-row"],
    restores: "always",
    rewrite: ({ text }, rows, at) => {
      const line = lineOf(text, rows[at]);
      const { start, end } = line;
      return editedLines(text, [{ at: { start: end, end }, text: text.slice(start, end) }]);
    },
  },
  {
    name: "相邻两行互换",
    rules: ["misplaced-row"],
    restores: "always",
    rewrite: ({ text }, rows, at) => {
      const [one, other] = [lineOf(text, rows[at]), lineOf(text, rows[at + 1])];
      // Where a group begins, its label would move along: that is another slip.
      const begins = [rows[at], rows[at + 1]].some(
        (row) =>
          row !== undefined &&
          row.row.boxes.indexOf(row.box) > 0 &&
          row.row.boxes.slice(0, row.row.boxes.indexOf(row.box)).some((box) => box.text !== "" && box.merged !== true),
      );
      if (rows[at + 1] === undefined || begins || one.end !== other.start) return undefined;
      return editedLines(text, [
        {
          at: { start: one.start, end: other.end },
          text: text.slice(other.start, other.end) + text.slice(one.start, one.end),
        },
      ]);
    },
  },
  {
    name: "一行移到表末",
    rules: ["misplaced-row"],
    tables: ["requests"],
    rewrite: ({ text }, rows, at) => {
      const [one, last] = [lineOf(text, rows[at]), lineOf(text, rows.at(-1))];
      if (at > rows.length - 3) return undefined;
      return editedLines(text, [
        { at: one, text: "" },
        { at: { start: last.end, end: last.end }, text: text.slice(one.start, one.end) },
      ]);
    },
  },
  {
    name: "一行少一格",
    rules: ["shifted-row", "blank-cell"],
    tables: ["requests"],
    restores: "no",
    rewrite: ({ text }, rows, at, random) => {
      const box = figureBox(rows[at], random);
      return box === undefined
        ? undefined
        : editedLines(text, [{ at: { start: box.inner.start, end: box.inner.end + 1 }, text: "" }]);
    },
  },
  {
    name: "一行多一格",
    rules: ["shifted-row"],
    tables: ["requests"],
    restores: "no",
    rewrite: ({ text }, rows, at, random) => {
      const box = figureBox(rows[at], random);
      return box === undefined
        ? undefined
        : editedLines(text, [{ at: { start: box.inner.start, end: box.inner.start }, text: ` ${box.text} |` }]);
    },
  },
  {
    name: "两行之间有空行",
    rules: ["missing-row"],
    restores: "always",
    rewrite: ({ text }, rows, at) => {
      const { start } = lineOf(text, rows[at]);
      return at === 0 ? undefined : editedNear(text, [{ at: { start, end: start }, text: "\n" }]);
    },
  },
];

/** Rows of 表二 and 表三 that are lost, doubled or out of place. */
export const rowOperators: readonly Operator[] = rowSlips.flatMap(
  ({ name, rules, tables = ["disclosure", "requests"], restores = "no", rewrite }) =>
    tables.map(
      (id): Operator => ({
        name: `${id === "disclosure" ? "表二" : "表三"}：${name}`,
        group: "行与列",
        class: "D",
        rules,
        restores,
        apply: (subject, random) => {
          const rows = subject.draft.tables.find(({ table }) => table.id === id)?.rows ?? [];
          return hasPipes(subject) ? rewrite(subject, rows, random(rows.length - 1), random) : undefined;
        },
      }),
    ),
);

function lineOf(text: string, row: LocatedRow | undefined) {
  return row === undefined ? { start: 0, end: 0 } : lineAt(text, row.box.span.start);
}

/** For the first row of a block the title and heads above it: they are what is left of the block. */
function headOf({ text, draft }: Subject, rows: readonly LocatedRow[], at: number): Span | undefined {
  const row = rows[at];
  if (row === undefined || rows[at - 1]?.block === row.block) return undefined;
  const title = draft.tables.flatMap(({ captions }) => captions).find(({ official }) => official === row.block.title);
  return { start: title?.box.span.start ?? row.grid.span.start, end: lineOf(text, row).start };
}

function figureBox(row: LocatedRow | undefined, random: Random) {
  const column = row?.columns[random(row.columns.length - 1)];
  return column === undefined ? undefined : row?.row.boxes[column.index];
}

/** Columns of 表三. */
export const columnOperators: readonly Operator[] = [
  {
    name: "表三：漏一列",
    group: "行与列",
    class: "D",
    rules: ["missing-column"],
    restores: "no",
    apply: (subject, random) => withoutColumn(subject, 1 + random(5)),
  },
  {
    name: "表三：两列的数互换",
    group: "行与列",
    class: "D",
    rules: ["sum-mismatch"],
    restores: "no",
    apply: (subject) => swappedColumns(subject),
  },
];

function withoutColumn(subject: Subject, at: number): Mutation | undefined {
  const { text, draft } = subject;
  const located = draft.tables.find(({ table }) => table.id === "requests");
  const grid = located?.grids[0];
  const index = located?.heads.toSorted((a, b) => a.index - b.index)[at]?.index;
  if (grid === undefined || index === undefined || !hasPipes(subject)) return undefined;
  const lines = text.slice(grid.span.start, grid.span.end).split("\n");
  const without = lines.map((line) =>
    line
      .split("|")
      .toSpliced(index + 1, 1)
      .join("|"),
  );
  return edited(text, [{ at: grid.span, text: without.join("\n") }]);
}

/** A column of items under the head 总计 and the totals under its own: in every row alike. */
function swappedColumns({ text, draft }: Subject): Mutation | undefined {
  const rows = draft.tables.find(({ table }) => table.id === "requests")?.rows ?? [];
  const edits = rows.flatMap((row) => {
    const [a, b] = [row.columns[0], row.columns.at(-1)].map((column) => row.row.boxes[column?.index ?? -1]);
    if (a === undefined || b === undefined || a.text === b.text) return [];
    return [
      { at: a.span, text: b.text },
      { at: b.span, text: a.text },
    ];
  });
  return edits.length < 6 ? undefined : edited(text, edits);
}
