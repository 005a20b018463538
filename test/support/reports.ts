import type { Block, Form, Line, Table } from "../../server/form/form.ts";
import { type CellId, cellIdOf, depthOf, equationsOf, leavesOf, type Slot, slotsOf } from "../../server/form/index.ts";
import { escapeText, type TextOf, writeAspectHeading, writeMarkdown } from "../../server/write/markdown.ts";

/** Every cell of a form. */
export type Cells = Readonly<Partial<Record<CellId, number | string>>>;

/** A whole number from 0 to `most`. */
export type Random = (most: number) => number;

/** Any value each cell may hold, whether or not the sums hold. */
export function anyCells(form: Form, random: Random): Cells {
  return Object.fromEntries(slotsOf(form).map((slot) => [slot.id, anyValue(slot, random)]));
}

function anyValue({ kind }: Slot, random: Random): number | string {
  if (kind === "change") return random(40) - 20;
  if (kind === "count") return random(3) === 0 ? random(10_000_000) : random(99);
  const fraction = String(random(999_999)).padStart(6, "0").replace(/0+$/u, "");
  return fraction === "" ? String(random(99)) : `${random(99)}.${fraction}`;
}

/**
 * Figures a department of a county could report: every relation of the form holds, there are results wherever there
 * are applications, and what only higher authorities may fill in is 0.
 */
export function consistentCells(form: Form, random: Random): Cells {
  const cells: Record<string, number | string> = {};
  for (const slot of slotsOf(form))
    cells[slot.id] = slot.row.rulemaking ? 0 : anyValue(slot, (most) => random(Math.min(most, 60)));
  // More decisions than items and their change could make up by chance.
  for (const { id, block, column } of slotsOf(form)) {
    const columns = leavesOf(block.columns);
    if (columns.some(({ kind }) => kind === "change") && column === columns.at(-1)) cells[id] = Number(cells[id]) + 200;
  }
  const equations = equationsOf(form);
  for (const equation of equations) if (equation.kind === "stock") fill(cells, equation.right, equation.left, random);
  for (const { kind, of, left, right } of equations)
    if (kind === "sum" && of === "rows") fill(cells, left, right, random);
  for (const { kind, left, right } of equations) if (kind === "balance") fill(cells, right, left, random);
  for (const { kind, of, left, right } of equations)
    if (kind === "sum" && of === "columns") fill(cells, left, right, random);
  return cells;
}

/** Shares the sum of some cells out among others; the first of them gets most. */
function fill(
  cells: Record<string, number | string>,
  from: readonly CellId[],
  to: readonly CellId[],
  random: Random,
): void {
  let rest = from.reduce((sum, id) => sum + Number(cells[id]), 0);
  for (const [at, id] of [...to.entries()].reverse()) {
    const share = at === 0 ? rest : random(Math.min(rest, 9));
    cells[id] = share;
    rest -= share;
  }
}

/** The numbers that follow from a seed, so that a test that fails names one number only (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (most) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % (most + 1);
  };
}

/** The name the made-up reports bear. */
export const agency = "云岭县水务局";

/** A year a form is in force for. */
export function yearOf({ years }: Form): number {
  return years.to ?? years.from + 2;
}

/** Prose for every section without a table that owes nothing and states no figures. */
export function proseOf(form: Form): Readonly<Record<string, string>> {
  const prose = form.sections.filter(({ table }) => table === undefined);
  return Object.fromEntries(
    prose.map(({ id, aspects = [], statements = [] }) => {
      const parts = aspects.flatMap((aspect) => [
        writeAspectHeading(aspect),
        `${aspect.title}总体平稳，各项任务按期完成。`,
      ]);
      const owed = statements.map(({ sentence }) => `${sentence}发出过收费通知的，均按规定办理。`);
      const text =
        parts.length + owed.length > 0 ? [...parts, ...owed] : ["部分栏目更新不及时，已指定专人每周检查并限期改正。"];
      return [id, text.join("\n\n")];
    }),
  );
}

/** A whole report in canonical Markdown, with an introduction and prose, around the given figures. */
export function reportText(form: Form, cells: Cells): string {
  const year = yearOf(form);
  const text = writeMarkdown(form, { agency, year, cells, sections: proseOf(form) });
  const { title, number } = form.notice;
  const basis = `本报告依照《中华人民共和国政府信息公开条例》和《${title}》（${number}）编制。`;
  const period = `本报告的统计期限为${year}年1月1日至${year}年12月31日。`;
  return text.replace("\n\n", `\n\n${basis}${period}\n\n`);
}

/** A table as HTML with merged cells, the way word processors write it. */
export function htmlTable(table: Table, textOf: TextOf): string {
  const labels = Math.max(...table.blocks.map(({ rows }) => depthOf(rows)));
  const width = labels + Math.max(...table.blocks.map(({ columns }) => leavesOf(columns).length));
  const rows = table.blocks.flatMap((block) => [
    ...(block.title === undefined ? [] : [td(block.title, { colspan: width })]),
    ...headRows(block, labels),
    ...labelledRows(block.rows, labels).map(({ labels: cells, leaf }) => {
      const figures = leavesOf(block.columns).map((column) => td(textOf(cellIdOf(table, leaf, column))));
      return [...cells, ...figures].join("");
    }),
  ]);
  return `<table>\n${rows.map((row) => `<tr>${row}</tr>`).join("\n")}\n</table>`;
}

function headRows(block: Block, labels: number): readonly string[] {
  const depth = depthOf(block.columns);
  const corner = labels === 0 ? "" : td(block.corner ?? "", { colspan: labels, rowspan: depth });
  return Array.from({ length: depth }, (_, level) => {
    return (level === 0 ? corner : "") + headsAt(block.columns, level, depth - level).join("");
  });
}

function headsAt(lines: readonly Line[], level: number, rowspan: number): readonly string[] {
  return lines.flatMap((line) => {
    if (level > 0) return "lines" in line ? headsAt(line.lines, level - 1, rowspan) : [];
    return td(line.label, "lines" in line ? { colspan: leavesOf(line.lines).length } : { rowspan });
  });
}

interface LabelledRow {
  readonly labels: readonly string[];
  readonly leaf: ReturnType<typeof leavesOf>[number];
}

function labelledRows(lines: readonly Line[], colspan: number): readonly LabelledRow[] {
  return lines.flatMap((line): readonly LabelledRow[] => {
    if (!("lines" in line)) return [{ labels: line.label === "" ? [] : [td(line.label, { colspan })], leaf: line }];
    const [first, ...others] = labelledRows(line.lines, colspan - 1);
    if (first === undefined) return [];
    return [{ ...first, labels: [td(line.label, { rowspan: others.length + 1 }), ...first.labels] }, ...others];
  });
}

function td(text: string, spans: Readonly<Record<string, number>> = {}): string {
  const attributes = Object.entries(spans).map(([name, count]) => (count === 1 ? "" : ` ${name}="${count}"`));
  return `<td${attributes.join("")}>${escapeText(text)}</td>`;
}
