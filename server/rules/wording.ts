import type { Block, Form, Leaf, Table } from "../form/form.ts";
import { type CellId, pathsOf, type Slot, slotsOf } from "../form/index.ts";

/** A label as messages quote it: in “”, those within it as ‘’, and without a long remark in brackets at its end. */
export function quote(label: string): string {
  const short = label.length > 16 ? label.replace(/（[^（）]*）$/u, "") : label;
  return `“${(short === "" ? label : short).replaceAll("“", "‘").replaceAll("”", "’")}”`;
}

/** `表三“一、本年新收政府信息公开申请数量”的总计`: a cell by the official names of its table, row and column. */
export function cellName({ table, block, row, column }: Slot): string {
  return `${table.name}${quote(rowName(block, row, column))}的${column.label}`;
}

/** `表三“一、本年新收政府信息公开申请数量”`. */
export function rowTitle(table: Table, row: Leaf): string {
  return row.label === "" ? table.name : `${table.name}${quote(row.label)}`;
}

/** The row's label, or the group of columns that stands for it where the row has none. */
function rowName(block: Block, row: Leaf, column: Leaf): string {
  if (row.label !== "") return row.label;
  return (
    pathsOf(block.columns)
      .find(({ leaf }) => leaf === column)
      ?.groups.at(-1) ?? ""
  );
}

const slots = new WeakMap<Form, ReadonlyMap<CellId, Slot>>();

/** The slot of a cell id; undefined for an id of another form. */
export function slotOf(form: Form, id: CellId): Slot | undefined {
  const known = slots.get(form) ?? new Map(slotsOf(form).map((slot) => [slot.id, slot]));
  slots.set(form, known);
  return known.get(id);
}
