import { levelNamed } from "../draft/agency.ts";
import type { Draft } from "../draft/draft.ts";
import { textsOf } from "../draft/texts.ts";
import type { Form } from "../form/form.ts";
import { type CellId, cellIdOf, formOfYear, leavesOf, tableSections } from "../form/index.ts";
import { type Content, writeMarkdown } from "./markdown.ts";

/** A report that was begun from the one of the year before. */
export interface NextYear {
  readonly markdown: string;
  readonly year: number;
  /** Chinese, one sentence after the other: what was carried over and what was not. */
  readonly told: string;
}

/**
 * Begins the report of the year after a draft's, in the form in force then. The words are kept, each carried part with
 * a line on top that has to be deleted; of the figures only those that last year hands on. Undefined where the draft
 * does not tell its year.
 */
export function writeNextYear(draft: Draft): NextYear | undefined {
  const { agency, year: last } = draft;
  const form = last === undefined ? undefined : formOfYear(last + 1);
  if (last === undefined || form === undefined) return undefined;
  const year = last + 1;
  const texts = textsOf(draft);
  const sections = carriedSections(draft, form, texts.sections, last);
  const cells = handedOn(draft, form);
  const introduction = moveOn(withoutAllowances(introductionOf(draft, texts)), last);
  const markdown = writeMarkdown(form, { above: levelOf(draft), agency, year, introduction, cells, sections });
  const parts = form.sections.filter(({ id }) => sections?.[id] !== undefined).map(({ number }) => number);
  return { markdown, year, told: tell(year, introduction !== "", parts, Object.keys(cells).length) };
}

function tell(year: number, hasIntroduction: boolean, parts: readonly string[], figures: number): string {
  const words = [
    ...(hasIntroduction ? ["引言（年度已改）"] : []),
    ...(parts.length > 0 ? [`第${parts.join("、")}部分的文字（请逐句改写）`] : []),
  ];
  const carried = words.length > 0 ? `沿用了${words.join("和")}。` : "没有可以沿用的文字。";
  const moved =
    figures > 0 ? `上年的结转下年度转入本年的上年结转，共 ${figures} 个数` : "上年的结转下年度空白或者读不出，没有转入";
  return `已新建${year}年年报。${carried}表中${moved}，其余各格留空。`;
}

/** Only the level of the agency stays true; comments and titles above belong to last year. */
function levelOf({ outline: { level } }: Draft): string {
  return level === undefined || levelNamed(level.text) === undefined ? "" : `---\nlevel: ${level.text}\n---`;
}

/** A title in front matter has the introduction behind it, above where the title would be. */
function introductionOf({ title }: Draft, { above, introduction }: ReturnType<typeof textsOf>): string {
  if (title === undefined || title.block !== undefined) return introduction;
  return above.replace(/^---\n(?:(?!---\n).*\n)*---(?:\n+|$)/u, "");
}

/** Moves the report year on, but in names of documents and in their numbers. */
function moveOn(text: string, last: number): string {
  return text.replaceAll(/《[^《》]*》|〔[^〔〕]*〕|(?<!\d)\d{4}(?=\s*年)/gu, (found) =>
    found === String(last) ? String(last + 1) : found,
  );
}

/** The words of each section, below a line that says whose they are and is found until it is deleted. */
function carriedSections(
  draft: Draft,
  form: Form,
  texts: Readonly<Record<string, string>>,
  last: number,
): NonNullable<Content["sections"]> {
  const carried = form.sections.flatMap(({ id, table }) => {
    const text = withoutAllowances(texts[id] ?? "");
    // A table that was not recognised, or one beside the official one, may hold figures of last year.
    if (!hasWords(text) || (table !== undefined && hasOtherGrids(draft, id))) return [];
    return [[id, `（请填写本年情况：以下沿用${last}年度的文字，改完删去本行）\n\n${text}`] as const];
  });
  return Object.fromEntries(carried);
}

/** Headings alone are in the new form already. */
function hasWords(text: string): boolean {
  return text.split("\n").some((line) => !/^\s*(?:#|$)/u.test(line));
}

function hasOtherGrids({ sections, tables }: Draft, id: string): boolean {
  const official = new Set(tables.flatMap(({ grids }) => grids));
  const bodies = sections.filter(({ section }) => section.id === id).flatMap(({ body }) => body);
  return bodies.some((block) => block.kind === "grid" && !official.has(block));
}

/** What was let stand last year has to be looked at anew. */
function withoutAllowances(text: string): string {
  return text
    .replaceAll(/<!--\s*nianbao-allow[^\n]*?(?:-->|$)/gmu, (comment) => (comment.endsWith("-->") ? "" : comment))
    .replaceAll(/\n{3,}/gu, "\n\n")
    .trim();
}

/** What last year left open, column by column, as far as it can be read. */
function handedOn({ cells }: Draft, form: Form): Readonly<Partial<Record<CellId, number>>> {
  const blocks = tableSections(form).flatMap(({ table }) => table.blocks.map((block) => ({ table, block })));
  const moved = blocks.flatMap(({ table, block }) => {
    const rows = leavesOf(block.rows);
    const [from, to] = ["carriedOut", "carriedIn"].map((id) => rows.find((row) => row.id === id));
    if (from === undefined || to === undefined) return [];
    return leavesOf(block.columns).flatMap((column) => {
      const value = cells.get(cellIdOf(table, from, column))?.value;
      return value === undefined ? [] : [[cellIdOf(table, to, column), value] as const];
    });
  });
  return Object.fromEntries(moved);
}
