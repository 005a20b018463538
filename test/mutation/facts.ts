import type { Form } from "../../server/form/form.ts";
import { equationsOf } from "../../server/form/index.ts";
import type { Cells, Random } from "../support/reports.ts";
import type { Agency } from "./agencies.ts";

/** What the sentences of a report may speak of. */
export interface Facts {
  readonly form: Form;
  readonly year: number;
  readonly agency: Agency;
  readonly random: Random;
  /** The figure of a cell; 0 where the form has no such cell. */
  cell(id: string): number;
  /** The total of a row of 表三, or of all its rows whose id begins so: `refused`. */
  total(row: string): number;
}

/** A sentence, or nothing where it would not be true or nobody would say it. */
export type Phrase = (facts: Facts) => string | undefined;

/** Reads the figures for the sentences. */
export function factsOf(form: Form, year: number, agency: Agency, cells: Cells, random: Random): Facts {
  const figures: Readonly<Record<string, number | string | undefined>> = cells;
  const cell = (id: string) => Number(figures[id] ?? 0);
  const rows = new Set(
    equationsOf(form).flatMap(({ table, of, line }) => (table.id === "requests" && of === "columns" ? line.id : [])),
  );
  const total = (row: string) =>
    [...rows].reduce(
      (sum, id) => (new RegExp(`^${row}(?![a-z])`, "u").test(id) ? sum + cell(`requests.${id}.total`) : sum),
      0,
    );
  return { form, year, agency, random, cell, total };
}

/** One of several, by chance. */
export function pick<T>(from: readonly T[], random: Random): T {
  const [first] = from;
  const one = from[random(from.length - 1)] ?? first;
  if (one === undefined) throw new Error("Nothing to pick from");
  return one;
}
