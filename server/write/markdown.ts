import type { Aspect, Block, Form, Leaf, Line, Section, Table } from "../form/form.ts";
import type { CellId } from "../form/index.ts";
import { cellIdOf, depthOf, headingOf, leavesOf, pathsOf } from "../form/index.ts";

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
  const labels = labelDepth(table);
  const [first = [], ...others] = table.blocks.flatMap((block) => blockRows(table, block, textOf));
  const delimiter = Array.from({ length: widthOf(table) }, (_, at) => (at < labels ? "---" : "---:"));
  return [first, delimiter, ...others].map((row) => writeLine(table, row));
}

/** The lines of one block of a table, from its title to its last row. */
export function writeBlock(table: Table, block: Block, textOf: TextOf): readonly string[] {
  return blockRows(table, block, textOf).map((row) => writeLine(table, row));
}

/** One row of figures as it stands in the canonical table; group labels only on the first row of their group. */
export function writeRow(table: Table, leaf: Leaf, textOf: TextOf): string {
  const block = table.blocks.find(({ rows }) => leavesOf(rows).some(({ id }) => id === leaf.id));
  return block === undefined ? "" : writeLine(table, dataRow(table, block, leaf, textOf));
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

/** Cells of a row, without the blanks that fill the table's width. */
type Row = readonly string[];

function blockRows(table: Table, block: Block, textOf: TextOf): readonly Row[] {
  return [...headRows(table, block), ...leavesOf(block.rows).map((leaf) => dataRow(table, block, leaf, textOf))];
}

/** The title of a block and its column heads, the corner in the first of them. */
export function headRows(table: Table, block: Block): readonly Row[] {
  const labels = labelDepth(table);
  const levels = Array.from({ length: depthOf(block.columns) }, (_, level) => {
    const corner = blanks(labels).map((blank, at) => (at + level === 0 ? (block.corner ?? blank) : blank));
    return [...corner, ...headsAt(block.columns, level)];
  });
  return block.title === undefined ? levels : [[block.title], ...levels];
}

/** The labels of one level over all leaves: a group's over its first leaf. */
function headsAt(lines: readonly Line[], level: number): Row {
  return lines.flatMap((line) => {
    const inner = "lines" in line ? leavesOf(line.lines).length : 1;
    if (level === 0) return [line.label, ...blanks(inner - 1)];
    return "lines" in line ? headsAt(line.lines, level - 1) : [""];
  });
}

function dataRow(table: Table, block: Block, leaf: Leaf, textOf: TextOf): Row {
  const depth = labelDepth(table);
  const labels = labelRows(block.rows).find(({ id }) => id === leaf.id)?.labels ?? [];
  return [
    ...labels,
    ...blanks(depth - labels.length),
    ...leavesOf(block.columns).map((column) => textOf(cellIdOf(table, leaf, column))),
  ];
}

/** The label cells of every row: groups that the row above stands in too are blank. */
function labelRows(lines: readonly Line[]): readonly { readonly id: string; readonly labels: Row }[] {
  const paths = pathsOf(lines);
  return paths.map(({ leaf, groups }, at) => {
    const above = paths[at - 1]?.groups ?? [];
    const same = groups.findIndex((group, level) => group !== above[level]);
    const shared = same < 0 ? groups.length : same;
    const shown = groups.map((group, level) => (level < shared ? "" : group));
    return { id: leaf.id, labels: leaf.label === "" ? [] : [...shown, leaf.label] };
  });
}

/** How many columns hold the row labels. */
export function labelDepth(table: Table): number {
  return Math.max(...table.blocks.map(({ rows }) => depthOf(rows)));
}

/** How many columns the canonical table has. */
export function widthOf(table: Table): number {
  return labelDepth(table) + Math.max(...table.blocks.map(({ columns }) => leavesOf(columns).length));
}

function writeLine(table: Table, row: Row): string {
  return `| ${[...row, ...blanks(widthOf(table) - row.length)].map(escapeText).join(" | ")} |`;
}

function blanks(count: number): string[] {
  return Array.from({ length: Math.max(0, count) }, () => "");
}
