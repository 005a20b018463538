import type { Form } from "../../server/form/form.ts";
import { forms } from "../../server/form/index.ts";
import { writeAspectHeading, writeMarkdown } from "../../server/write/markdown.ts";
import { tableForms, withTables } from "../support/layouts.ts";
import { type Cells, type Random, randomFrom } from "../support/reports.ts";
import { type Agency, agencies } from "./agencies.ts";
import { type Facts, factsOf, pick } from "./facts.ts";
import { figuresOf, type Size } from "./figures.ts";
import { basisPhrases, contactPhrases, partsPhrases, periodPhrases } from "./prose/introduction.ts";
import { overviewOf, overviewPhrases, reportSections, say } from "./prose.ts";
import { type Quote, unmarked } from "./quote.ts";

/** A report without a fault, made up from a seed. */
export interface CleanReport {
  readonly seed: number;
  readonly form: Form;
  readonly year: number;
  readonly agency: Agency;
  readonly size: Size;
  /** How the official tables are written. */
  readonly layout: string;
  readonly cells: Cells;
  readonly text: string;
  /** The figures of the prose that repeat the tables, and those of complete lists. */
  readonly quotes: readonly Quote[];
}

/** Ways to write the tables that leave nothing to find; the canonical one comes up most. */
const LAYOUTS = [
  "canonical",
  "canonical",
  "canonical",
  "canonical",
  "compact",
  "compact",
  "padded columns",
  "one label column",
  "a table for each block",
  "HTML",
  "HTML in one line",
  "without outer bars",
];

const SIZES: readonly Size[] = ["none", "few", "few", "tens", "tens", "hundreds", "thousands"];

/** The report of a seed: a pure function, so that a failure names one number only. */
export function cleanReport(seed: number): CleanReport {
  const random = randomFrom(seed * 7919 + 17);
  const form = pick([...forms.slice(0, 1), ...forms.slice(0, 1), ...forms], random);
  const years = Array.from({ length: (form.years.to ?? 2025) - form.years.from + 1 }, (_, at) => form.years.from + at);
  const year = pick(years, random);
  const agency = pick(agencies, random);
  const size = pick(SIZES, random);
  const layout = pick(LAYOUTS, random);
  const cells = figuresOf(form, agency, size, random);
  const facts = factsOf(form, year, agency, cells, random);
  const written = writeMarkdown(form, { agency: agency.name, year, cells, sections: sectionsOf(facts) });
  const introduced = written.replace("\n\n", () => `\n\n${introductionOf(facts)}\n\n`);
  const write = tableForms[layout];
  const textOf = (id: keyof Cells) => String(cells[id] ?? "");
  const laidOut = write === undefined ? introduced : withTables(introduced, form, textOf, write);
  return { seed, form, year, agency, size, layout, cells, ...unmarked(laidOut) };
}

function introductionOf(facts: Facts): string {
  const parts = facts.random(3) === 0 ? [] : [say("parts", partsPhrases, facts)];
  const contact = facts.random(1) === 0 ? [] : [say("contact", contactPhrases, facts)];
  return [say("basis", basisPhrases, facts), ...parts, say("period", periodPhrases, facts), ...contact].join("");
}

/** The prose of the sections without a table. */
function sectionsOf(facts: Facts): Readonly<Record<string, string>> {
  const { random, form } = facts;
  const style = random(3);
  const heading = (at: number, random: Random) => {
    const aspect = form.sections[0]?.aspects?.[at];
    if (aspect === undefined) throw new Error("The first section has five aspects");
    const title = random(1) === 0 ? aspect.title : aspect.title.replace(/情况$/u, "");
    if (style < 2) return `${writeAspectHeading(style === 0 ? aspect : { ...aspect, title })}\n\n`;
    return style === 2 ? `**（${aspect.number}）${aspect.title}**\n\n` : `（${aspect.number}）${title}。`;
  };
  const overview = overviewOf(facts).map((text, at) => heading(at, random) + text);
  return { overview: overview.join("\n\n"), ...reportSections(facts) };
}

/** How many sentence templates the prose is made of. */
export const templateCount = [basisPhrases, contactPhrases, partsPhrases, periodPhrases, ...overviewPhrases].reduce(
  (sum, { length }) => sum + length,
  0,
);
