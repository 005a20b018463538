import type { Cell, Draft, LocatedColumn, LocatedTable, LocatedTitle } from "../draft/draft.ts";
import { lettersOf, lookUp } from "../draft/label.ts";
import { tableIndexOf } from "../draft/table-index.ts";
import type { Aspect, Block, Group, Leaf, Line, Section, Table } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import { type Box, type GridRow, type Heading, type Paragraph, type Span, spanIn } from "../read/outline.ts";

/** The part of the form that stands at a place of a draft. */
export type OfficialPlace = { readonly span: Span } & Official;

type Official =
  | { readonly kind: "title"; readonly title: LocatedTitle }
  | { readonly kind: "section"; readonly section: Section }
  | { readonly kind: "aspect"; readonly section: Section; readonly aspect: Aspect }
  | { readonly kind: "cell"; readonly cell: Cell }
  | { readonly kind: "line"; readonly table: Table; readonly axis: Axis; readonly line: Leaf | Group }
  | { readonly kind: "block"; readonly table: Table; readonly block: Block; readonly title: string }
  | { readonly kind: "corner"; readonly table: Table; readonly corner: string };

export type Axis = "rows" | "columns";

/** Finds what the form has at an offset; undefined on prose and on what no official label explains. */
export function officialPlace(draft: Draft, offset: number): OfficialPlace | undefined {
  return headingPlace(draft, offset) ?? tablePlace(draft, offset);
}

function headingPlace({ title, sections }: Draft, offset: number): OfficialPlace | undefined {
  if (title !== undefined && covers(title.prose.span, offset)) return { kind: "title", span: title.prose.span, title };
  for (const { section, heading, aspects } of sections) {
    if (covers(heading.span, offset)) return { kind: "section", span: heading.span, section };
    for (const { aspect, heading: own } of aspects) {
      const span = phraseOf(own);
      if (covers(span, offset)) return { kind: "aspect", span, section, aspect };
    }
  }
  return undefined;
}

/** Of a paragraph that begins with the words of a heading, those words. */
function phraseOf(heading: Heading | Paragraph): Span {
  const end = heading.kind === "heading" ? -1 : heading.text.search(/[。：:\n]/u);
  return end < 1 ? heading.span : spanIn(heading, 0, end);
}

function tablePlace({ tables, cells }: Draft, offset: number): OfficialPlace | undefined {
  for (const located of tables) {
    const box = boxAt(located, offset);
    if (box === undefined) continue;
    const cell = [...cells.values()].find((one) => isSame(one.box, box));
    const official = cell === undefined ? labelOf(located, box) : { kind: "cell" as const, cell };
    // The blanks around a text belong to its cell, too.
    return official && { ...official, span: covers(box.span, offset) ? box.span : box.inner };
  }
  return undefined;
}

function boxAt({ grids }: LocatedTable, offset: number): Box | undefined {
  const rows = grids.find(({ span }) => covers(span, offset))?.rows ?? [];
  const boxes = rows.flatMap((row) => row.boxes);
  return boxes.find(({ inner, span }) => covers(inner, offset) || covers(span, offset));
}

function labelOf(located: LocatedTable, box: Box): Official | undefined {
  const { table, heads, rows } = located;
  if (box.text === "") return undefined;
  const head = heads.find((one) => isSame(one.box, box));
  if (head !== undefined) return { kind: "line", table, axis: "columns", line: leafBelow(located, head) };
  const row = rows.find((one) => isSame(one.box, box));
  if (row !== undefined && row.leaf.label !== "") return { kind: "line", table, axis: "rows", line: row.leaf };
  return namedPart(table, box.text) ?? rowAround(located, box);
}

/** Blocks of a table may share a column; the rows below a head tell whose it is. */
function leafBelow({ rows }: LocatedTable, { leaf, box }: LocatedColumn): Leaf {
  const row = rows.find(({ columns }) => columns.some((one) => isSame(one.box, box)));
  return leavesOf(row?.block.columns ?? []).find(({ id }) => id === leaf.id) ?? leaf;
}

/** Titles, corners and groups have no place of their own in a draft: their words tell. */
function namedPart(table: Table, text: string): Official | undefined {
  const index = tableIndexOf(table);
  const [title] = lookUp(index.titles, text)?.items ?? [];
  const block = table.blocks.find((one) => title !== undefined && one.title === title.label);
  if (title !== undefined && block !== undefined) return { kind: "block", table, block, title: title.label };
  const letters = lettersOf(text);
  const corner = table.blocks.flatMap((one) => one.corner ?? []).find((one) => lettersOf(one) === letters);
  if (corner !== undefined) return { kind: "corner", table, corner };
  for (const axis of ["columns", "rows"] as const) {
    const [label] = lookUp(axis === "rows" ? index.rowGroups : index.columnGroups, text)?.items ?? [];
    const group = table.blocks.flatMap((one) => groupsOf(one[axis])).find((one) => one.label === label?.label);
    if (group !== undefined) return { kind: "line", table, axis, line: group };
  }
  return undefined;
}

/** What else stands in a row speaks for the row: a torn-off end of its label, a figure no column can be told for. */
function rowAround({ table, rows }: LocatedTable, box: Box): Official | undefined {
  const holds = ({ boxes }: GridRow) => boxes.some((one) => isSame(one, box));
  const row = rows.find((one) => holds(one.row) || one.fragments.some(holds));
  return row === undefined || row.leaf.label === "" ? undefined : { kind: "line", table, axis: "rows", line: row.leaf };
}

function groupsOf(lines: readonly Line[]): readonly Group[] {
  return lines.flatMap((line) => ("lines" in line ? [line, ...groupsOf(line.lines)] : []));
}

/** Merged cells are repeated in every row and column they reach into. */
function isSame(a: Box, b: Box): boolean {
  return a.inner.start === b.inner.start && a.inner.end === b.inner.end && a.span.start === b.span.start;
}

/** An empty span covers the place it stands at. */
function covers({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < Math.max(end, start + 1);
}

/** The block of a table that has a line. */
export function blockOf(table: Table, axis: Axis, line: Leaf | Group): Block | undefined {
  return table.blocks.find(
    (block) => groupsOf(block[axis]).some((one) => one === line) || leavesOf(block[axis]).some((one) => one === line),
  );
}
