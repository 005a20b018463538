import type { Block, Line } from "../server/form/form.ts";
import { forms, tableSections } from "../server/form/index.ts";

/**
 * Whether a text may be such a report: the cheap question asked before the server is started. It says yes to every
 * report the server would recognise, and to some texts that only speak about the matter: those cost a start.
 */
export function isReportLike(text: string): boolean {
  const letters = text.slice(0, enough).replaceAll(/[\s|*_`#\\]+/gu, "");
  return topics.some((topic) => letters.includes(topic)) || new Set(letters.match(anyLabel)).size >= 2;
}

/** A report names itself, or two of its parts, well before this many characters. */
const enough = 65_536;

/** Shortest run of characters that tells the subject of these reports from any other. */
const run = 4;

/**
 * Runs of the official title that section titles repeat: the words for what the report is about. One of them survives
 * every misspelling of the title that is still recognised.
 */
const topics: readonly string[] = forms.flatMap(({ title, sections }) =>
  Array.from({ length: title.length - run + 1 }, (_, at) => title.slice(at, at + run)).filter((part) =>
    sections.some((section) => section.title.includes(part)),
  ),
);

/** Section titles and the words of the tables, for a report without a title and for tables on their own. */
const labels: readonly string[] = [
  ...new Set(
    forms.flatMap((form) => [
      ...form.sections.map(({ title }) => title),
      ...tableSections(form).flatMap(({ table }) => table.blocks.flatMap(wordsOf)),
    ]),
  ),
].filter((label) => label.length >= run);

// Asked at every key while there is no server yet: one pass is several times faster than one for each label.
const anyLabel = new RegExp(labels.map((label) => label.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|"), "gu");

function wordsOf({ title = "", corner = "", rows, columns }: Block): readonly string[] {
  return [title, corner, ...labelsOf(rows), ...labelsOf(columns)];
}

function labelsOf(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) => [
    line.label,
    ...(line.aliases ?? []),
    ...("lines" in line ? labelsOf(line.lines) : []),
  ]);
}
