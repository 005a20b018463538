import type { Form } from "../form/form.ts";
import { type CellId, slotsOf } from "../form/index.ts";

interface Place {
  readonly id: CellId;
  readonly column: string;
}

const places = new WeakMap<Form, Map<string, Map<string, Place[]>>>();

/** The cells of a table by the id of their row; the columns of 表四 bear the ids of both. */
function cellsByRow(form: Form, table: string): ReadonlyMap<string, readonly Place[]> {
  const known = places.get(form) ?? new Map<string, Map<string, Place[]>>();
  if (!places.has(form)) {
    for (const { id } of slotsOf(form)) {
      const [name = "", row = "", column = ""] = id.split(".");
      const rows = known.get(name) ?? new Map<string, Place[]>();
      known.set(name, rows.set(row, [...(rows.get(row) ?? []), { id, column }]));
    }
    places.set(form, known);
  }
  return known.get(table) ?? new Map();
}

/**
 * The cells where lines of a table meet, as prose names them: without columns the total, or the only column there is.
 * Empty where a row has no such cell; rows of other forms are passed over.
 */
export function cellsWhere(
  form: Form,
  table: string,
  rows: readonly string[],
  columns: readonly string[] | undefined,
): readonly CellId[] {
  const cells = cellsByRow(form, table);
  const found = rows.flatMap((row) => {
    const inRow = cells.get(row);
    if (inRow === undefined) return [];
    const total = inRow.filter(({ column }) => column === "total");
    const named = inRow.filter(({ column }) => columns?.includes(column));
    return [columns === undefined ? (inRow.length === 1 ? inRow : total) : named];
  });
  return found.some(({ length }) => length === 0) ? [] : found.flat().map(({ id }) => id);
}
