import { mayMakeRegulations } from "../draft/agency.ts";
import { figureOf } from "../draft/arithmetic.ts";
import type { Draft, LocatedSection, LocatedTable } from "../draft/draft.ts";
import { cellsIn } from "../draft/tables.ts";
import type { Section, Table } from "../form/form.ts";
import { leavesOf } from "../form/index.ts";
import type { Span } from "../read/outline.ts";
import { extentOf, firstLine, topOf } from "../rules/passages.ts";
import type { Rule } from "../rules/rule.ts";
import { quote, rowTitle } from "../rules/wording.ts";

/** Something nobody has checked, lest silence about it be taken for a clean bill. */
export interface Unchecked {
  /** Undefined for what concerns the whole report. */
  readonly section: Section | undefined;
  /** Chinese, says why; without a full stop. */
  readonly reason: string;
  readonly at: Span;
}

/** What could not be checked, and why; `off` are the rules the settings switch off. */
export function uncheckedIn(draft: Draft, off: readonly Rule[]): readonly Unchecked[] {
  const sections = draft.form.sections.flatMap((section) => {
    const located = draft.sections.find((one) => one.section.id === section.id);
    const table = draft.tables.find((one) => one.table.id === section.table?.id);
    const found = [
      ...(located === undefined ? [] : [...duties(draft, located), ...picture(draft, located, table)]),
      ...(table === undefined ? [] : [...figures(draft, table), ...regulations(draft, table), ...lastYear(table)]),
    ];
    return found.map((one) => ({ section, ...one }));
  });
  return [...whole(draft, off).map((one) => ({ section: undefined, ...one })), ...sections];
}

type Reasons = readonly Omit<Unchecked, "section">[];

function whole(draft: Draft, off: readonly Rule[]): Reasons {
  const at = topOf(draft);
  const year = `看不出报告的年度，按 ${draft.form.id} 年起的格式检查，年份和公布期限没有核对`;
  const rules = `设置关闭了这些规则：${off.map(({ title }) => title).join("、")}`;
  return [
    ...(draft.year === undefined ? [{ reason: year, at }] : []),
    ...(off.length > 0 ? [{ reason: rules, at }] : []),
  ];
}

/** What only governments owe. */
function duties({ level }: Draft, { section, heading }: LocatedSection): Reasons {
  const owed = (section.aspects ?? []).flatMap(({ governmentDuties = [] }) => governmentDuties);
  if (level !== "unknown" || owed.length === 0) return [];
  const names = owed.map(({ name }) => name).join("、");
  return [{ reason: `${LEVEL}，是否要写${names}没有核对`, at: firstLine(heading) }];
}

const LEVEL = "看不出机关的层级（可在文件开头写明 level:）";

/** A table that is there as a picture only. */
function picture(draft: Draft, located: LocatedSection, table: LocatedTable | undefined): Reasons {
  const official: Table | undefined = located.section.table;
  if (official === undefined || table !== undefined) return [];
  const { start, end } = extentOf(draft, located);
  if (!/!\[|<img\b/iu.test(draft.text.slice(start, end))) return [];
  return [{ reason: `${official.name}是图片，其中的数没有核对`, at: firstLine(located.heading) }];
}

/** Figures that could not be told to columns, and cells that hold none. */
function figures(draft: Draft, { table, rows }: LocatedTable): Reasons {
  const [shifted, ...others] = rows.filter((row) => row.shifted !== undefined);
  const [unread, ...rest] = cellsIn(draft, table).filter(({ numeral }) => numeral.state === "text");
  const which =
    shifted === undefined
      ? ""
      : others.length > 0
        ? `${table.name}有 ${others.length + 1} 行`
        : `${rowTitle(table, shifted.leaf)}一行`;
  return [
    ...(shifted === undefined ? [] : [{ reason: `${which}的数与列对不上，没有参加勾稽检查`, at: shifted.box.span }]),
    ...(unread === undefined
      ? []
      : [{ reason: `${table.name}有 ${rest.length + 1} 格不是数，与其有关的勾稽关系没有核对`, at: unread.box.span }]),
  ];
}

function regulations(draft: Draft, { table }: LocatedTable): Reasons {
  if (mayMakeRegulations(draft) !== undefined) return [];
  const filled = cellsIn(draft, table).find((cell) => cell.row.leaf.rulemaking === true && figureOf(cell) > 0);
  if (filled === undefined) return [];
  return [{ reason: `${LEVEL}，有没有权制定规章没有核对`, at: filled.box.span }];
}

/** What is carried over from last year should be what last year's report carried out. */
function lastYear({ table, rows }: LocatedTable): Reasons {
  const leaf = table.blocks.flatMap((block) => leavesOf(block.rows)).find(({ id }) => id === "carriedIn");
  const row = rows.find((one) => one.leaf === leaf);
  if (leaf === undefined || row === undefined) return [];
  return [{ reason: `没有上一年度的年报，${quote(leaf.label)}没有与它比对`, at: row.box.span }];
}
