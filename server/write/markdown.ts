import type { Aspect, Block, Form, Leaf, Section, Table } from "../form/form.ts";
import type { CellId } from "../form/index.ts";
import { headingOf, leavesOf } from "../form/index.ts";
import { layoutOf, type PlacedRow } from "../form/layout.ts";

/** What the canonical Markdown says besides the form; anything left out is written blank. */
export interface Content {
  /** Front matter, comments and what else stands above the title, as it is written. */
  readonly above?: string;
  /** The title where it is not the one made of agency, year and form; plain text, `null` for none. */
  readonly title?: string | null;
  readonly agency?: string | null | undefined;
  readonly year?: number | null | undefined;
  /** Markdown between the title and the first section. */
  readonly introduction?: string;
  readonly cells?: Readonly<Partial<Record<CellId, number | string | null>>>;
  /** Markdown of the sections, by section id; in a section with a table, what stands below the table. */
  readonly sections?: Readonly<Partial<Record<string, string>>>;
}

/** The text of a cell, by its id; plain text, not Markdown. */
export type TextOf = (id: CellId) => string;

/** Writes a whole report in the canonical Markdown form, ending with a line break. */
export function writeMarkdown(form: Form, content: Content): string {
  const { above = "", title, introduction = "", cells = {}, sections = {} } = content;
  const textOf: TextOf = (id) => String(cells[id] ?? "");
  const parts = form.sections.flatMap((section) => [
    writeSectionHeading(section),
    ...writeBody(section, textOf, sections[section.id] ?? ""),
  ]);
  const named = title === undefined ? writeTitle(form, content) : title === null ? "" : `# ${escapeText(title)}`;
  return `${[above, named, introduction, ...parts].filter((part) => part !== "").join("\n\n")}\n`;
}

/** The title of a report, as a heading of depth 1. */
export function writeTitle(form: Form, named: Pick<Content, "agency" | "year">): string {
  return `# ${escapeText(titleOf(form, named))}`;
}

/** The title of a report; plain text. */
export function titleOf(form: Form, { agency, year }: Pick<Content, "agency" | "year">): string {
  return `${agency ?? ""}${year == null ? "" : `${year}年`}${form.title}`;
}

/** The heading line of a section. */
function writeSectionHeading(section: Pick<Section, "number" | "title">): string {
  return `## ${headingOf(section)}`;
}

/** The heading line of an aspect. */
export function writeAspectHeading({ number, title }: Pick<Aspect, "number" | "title">): string {
  return `### （${number}）${title}`;
}

/** The lines of one table: the official grid, with a merged cell as its text in the first place and blanks in the rest. */
export function writeTable(table: Table, textOf: TextOf): readonly string[] {
  const { width, labels, rows } = layoutOf(table);
  const [first = "", ...others] = rows.map((row) => writeLine(row, width, textOf));
  const delimiter = Array.from({ length: width }, (_, at) => (at < labels ? "---" : "---:"));
  return [first, `| ${delimiter.join(" | ")} |`, ...others];
}

/** The lines of one block of a table, from its title to its last row. */
export function writeBlock(table: Table, block: Block, textOf: TextOf): readonly string[] {
  const { width, blocks } = layoutOf(table);
  const rows = blocks.flatMap((placed) => (placed.block === block ? [...placed.heads, ...placed.body] : []));
  return rows.map((row) => writeLine(row, width, textOf));
}

/** One row of figures as it stands in the canonical table; group labels only on the first row of their group. */
export function writeRow(table: Table, leaf: Leaf, textOf: TextOf): string {
  const { width, blocks } = layoutOf(table);
  const rows = blocks.flatMap(({ block, body }) => body.filter((_, nth) => leavesOf(block.rows)[nth]?.id === leaf.id));
  return rows[0] === undefined ? "" : writeLine(rows[0], width, textOf);
}

/** Plain text as Markdown that reads back as that text, in a paragraph or a cell. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\|*_`<[\]~]|&(?=#?\w+;)/gu, "\\$&")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

function writeBody(section: Section, textOf: TextOf, prose: string): readonly string[] {
  const written = prose.trim() === "" ? [] : [prose.replace(/^(?:[ \t]*\r?\n)+/u, "").trimEnd()];
  if (section.table !== undefined) return [writeTable(section.table, textOf).join("\n"), ...written];
  return written.length > 0 ? written : (section.aspects ?? []).map(writeAspectHeading);
}

function writeLine(row: PlacedRow, width: number, textOf: TextOf): string {
  const texts = Array.from({ length: width }, () => "");
  for (const { column, text, id } of row) texts[column] = escapeText(id === undefined ? text : textOf(id));
  return `| ${texts.join(" | ")} |`;
}
