import type { Form, Table } from "../form/form.ts";
import { formOfYear, forms, tableSections } from "../form/index.ts";
import type { Outline } from "../read/outline.ts";
import { levelNamed, levelOfAgency } from "./agency.ts";
import type { Draft } from "./draft.ts";
import { readPrinted } from "./printed-table.ts";
import { makeRoom } from "./remember.ts";
import { locateSections } from "./sections.ts";
import { tableIndexOf } from "./table-index.ts";
import { cellsOf, likeness, locateTables } from "./tables.ts";
import { locateTitle } from "./title.ts";

/**
 * Sees an outline through the form that fits it. Undefined where the document is no such report: its title does not
 * name one, it has fewer than three of the six section headings and none of the tables.
 */
export function locate(text: string, outline: Outline, told: Form | undefined): Draft | undefined {
  makeRoom(text.length);
  const newest = told ?? forms[0];
  if (newest === undefined) return undefined;
  const guessed = locateSections(outline, newest);
  const title = locateTitle(outline, newest.title, guessed[0]?.heading.span.start ?? Number.POSITIVE_INFINITY);
  const year = title?.year ?? periodYear(outline);
  const inForce = told ?? (year === undefined ? newest : formOfYear(year));
  const form = told ?? bestForm(outline, inForce ?? newest);
  // No form was due in the years before the first: a report of such a year is taken as it is.
  const due = inForce ?? form;
  const sections = form === newest ? guessed : locateSections(outline, form);
  const tables = locateTables(outline, form, sections);
  const distinct = new Set(sections.map(({ section }) => section.id)).size;
  if (title === undefined && distinct < 3 && tables.length === 0) return undefined;
  const toldLevel = outline.level === undefined ? undefined : levelNamed(outline.level.text);
  return {
    text,
    form,
    due,
    outline,
    title,
    agency: title?.agency,
    year,
    level: toldLevel ?? levelOfAgency(title?.agency ?? ""),
    isLevelTold: toldLevel !== undefined,
    sections,
    tables,
    cells: cellsOf(tables),
    stage: "final",
  };
}

/** The form whose labels the tables carry; the one due where they do not tell. */
function bestForm(outline: Outline, due: Form): Form {
  const grids = outline.blocks.filter((block) => block.kind === "grid");
  const tables = (form: Form) => tableSections(form).map(({ table }) => table);
  const isPrinted = (table: Table) => grids.some((grid) => readPrinted(grid, table) !== undefined);
  // With every label of the form due there is nothing to compare.
  if (tables(due).every((table) => isPrinted(table) || likeness(grids, table) === tableIndexOf(table).size)) return due;
  const score = (form: Form) => tables(form).reduce((sum, table) => sum + likeness(grids, table), 0);
  const [best] = [due, ...forms.filter((form) => form !== due)]
    .map((form) => ({ form, score: score(form) - (form === due ? 0 : 2) }))
    .toSorted((a, b) => b.score - a.score);
  return best?.form ?? due;
}

/** The year of the statistical period the introduction states: 2023年1月1日至…. */
function periodYear(outline: Outline): number | undefined {
  for (const block of outline.blocks) {
    if (block.kind === "grid") continue;
    const year = /(20\d\d)\s*年\s*1\s*月\s*1\s*日\s*(?:起\s*)?[至到—-]/u.exec(block.text)?.[1];
    if (year !== undefined) return Number(year);
  }
  return undefined;
}
