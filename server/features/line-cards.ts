import type { Block, Form, Group, Leaf, Line, Table } from "../form/form.ts";
import { headingOf, leavesOf, tableSections } from "../form/index.ts";
import type { Card } from "./card.ts";
import { noteParts } from "./note-parts.ts";
import { blockOf, type OfficialPlace } from "./official-place.ts";

type LinePlace = Extract<OfficialPlace, { readonly kind: "line" }>;
type NamedPart = Extract<OfficialPlace, { readonly kind: "block" | "corner" }>;

/** What a row, a column or a group of them means. */
export function lineCard(form: Form, { table, axis, line }: LinePlace): Card {
  const block = blockOf(table, axis, line);
  const above = block === undefined ? [] : (labelsAbove(block[axis], line) ?? []);
  const unit = unitOf(block, axis, line);
  return {
    title: line.label,
    parts: [
      [whereIs(form, table), ...above].join(" · "),
      ...(line.note === undefined ? [] : noteParts(line.note)),
      ...("lines" in line ? ["包括：", leavesOf(line.lines).map(({ label }) => label)] : []),
      unit === undefined ? "" : `单位：${unit}`,
    ],
  };
}

/** What the title of a block or the corner of a table stands over. */
export function namedPartCard(form: Form, place: NamedPart): Card {
  const { table } = place;
  if (place.kind === "corner") {
    const section = sectionOf(form, table);
    return {
      title: place.corner,
      parts: [whereIs(form, table), ...(section === undefined ? [] : noteParts(section.note))],
    };
  }
  const list = (lines: readonly Line[]) => leavesOf(lines).map(quoted).join("");
  return {
    title: place.title,
    parts: [whereIs(form, table), `行：${list(place.block.rows)}`, `列：${list(place.block.columns)}`],
  };
}

function whereIs(form: Form, table: Table): string {
  const section = sectionOf(form, table);
  return section === undefined ? table.name : `${table.name} · ${headingOf(section)}`;
}

function sectionOf(form: Form, table: Table) {
  return tableSections(form).find((one) => one.table === table)?.section;
}

/** Labels of the groups a line is in, outermost first; undefined where it is in none of these lines. */
function labelsAbove(lines: readonly Line[], sought: Line): readonly string[] | undefined {
  for (const line of lines) {
    if (line === sought) return [];
    const below = "lines" in line ? labelsAbove(line.lines, sought) : undefined;
    if (below !== undefined) return [line.label, ...below];
  }
  return undefined;
}

/** A row has the unit of its columns where they agree. */
function unitOf(block: Block | undefined, axis: LinePlace["axis"], line: Leaf | Group): string | undefined {
  const own = "lines" in line ? leavesOf(line.lines) : [line];
  const across = axis === "rows" ? leavesOf(block?.columns ?? []) : [];
  const units = new Set([...own, ...across].flatMap(({ unit }) => unit ?? []));
  return units.size === 1 ? [...units][0] : undefined;
}

function quoted({ label }: Leaf): string {
  return `“${label}”`;
}
