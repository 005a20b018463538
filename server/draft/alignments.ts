import { type CellId, cellIdOf, equationsOf, leavesOf } from "../form/index.ts";
import type { Draft, LocatedRow, LocatedTable } from "./draft.ts";
import { readNumeral } from "./numeral.ts";

/** The figures of a row that has one too few or one too many, told to all its columns. */
export interface Alignment {
  /** One for each column, in the order of the form. */
  readonly texts: readonly string[];
  /** The figure that was put in or left out, and the column it belongs to where only one will do. */
  readonly text: string;
  readonly column: string | undefined;
}

/** The one way to put in or leave out a figure by which every relation of the row holds; undefined where none or several do. */
export function alignmentOf(draft: Draft, { table }: LocatedTable, row: LocatedRow): Alignment | undefined {
  const texts = (row.shifted?.figures ?? []).map(({ text }) => text);
  const columns = leavesOf(row.block.columns);
  const ids = columns.map((column) => cellIdOf(table, row.leaf, column));
  const tries: readonly Try[] =
    texts.length === columns.length - 1
      ? ids.map((_, at) => ({
          at,
          texts: texts.toSpliced(at, 0, filling(draft, ids, texts.toSpliced(at, 0, "0"), at)),
        }))
      : texts.length === columns.length + 1
        ? texts.map((_, at) => ({ at, texts: texts.toSpliced(at, 1) }))
        : [];
  // The same figure twice: whichever goes, the rest is the same.
  const isTwin = texts.length > columns.length && new Set(tries.map((one) => one.texts.join())).size === 1;
  const fitting = isTwin ? tries : tries.filter((one) => holds(draft, ids, one.texts));
  const [first, ...others] = fitting;
  if (first === undefined || others.some((one) => one.texts.join() !== first.texts.join())) return undefined;
  const text = (texts.length < columns.length ? first.texts : texts)[first.at] ?? "";
  return { texts: first.texts, text, column: others.length > 0 ? undefined : columns[first.at]?.label };
}

interface Try {
  readonly at: number;
  readonly texts: readonly string[];
}

/** The figure that makes the sum along the row come out; `""` where none does. */
function filling(draft: Draft, ids: readonly CellId[], texts: readonly string[], at: number): string {
  const id = ids[at];
  const own = equationsOf(draft.form).find(
    ({ kind, of, left, right }) =>
      kind === "sum" && of === "columns" && id !== undefined && [...left, ...right].includes(id),
  );
  if (own === undefined || id === undefined) return "";
  const gap = sum(draft, ids, texts, own.left) - sum(draft, ids, texts, own.right);
  const value = own.right.includes(id) ? gap : -gap;
  return value >= 0 ? String(value) : "";
}

/** Whether the figures are counts and no relation that can be judged fails with them. */
function holds(draft: Draft, ids: readonly CellId[], texts: readonly string[]): boolean {
  if (texts.some((text) => Number.isNaN(countOf(text)))) return false;
  const touched = equationsOf(draft.form).filter(({ left, right }) =>
    [...left, ...right].some((id) => ids.includes(id)),
  );
  return (
    touched.some(({ of }) => of === "columns") &&
    touched.every(({ kind, left, right }) => {
      const [a, b] = [sum(draft, ids, texts, left), sum(draft, ids, texts, right)];
      return kind === "stock" ? !(a > b) : a === b || Number.isNaN(a) || Number.isNaN(b);
    })
  );
}

/** The sum of some cells with the given figures in the row; not a number where a cell elsewhere cannot be read. */
function sum(draft: Draft, ids: readonly CellId[], texts: readonly string[], some: readonly CellId[]): number {
  return some.reduce((all, id) => {
    const at = ids.indexOf(id);
    const cell = draft.cells.get(id);
    if (at >= 0) return all + countOf(texts[at] ?? "");
    return all + (cell?.numeral.state === "blank" ? 0 : (cell?.value ?? Number.NaN));
  }, 0);
}

function countOf(text: string): number {
  const numeral = readNumeral(text, "count");
  return "digits" in numeral ? Number(numeral.digits) : Number.NaN;
}
