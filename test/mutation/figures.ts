import type { Form } from "../../server/form/form.ts";
import { equationsOf, slotsOf } from "../../server/form/index.ts";
import type { Cells, Random } from "../support/reports.ts";
import type { Agency } from "./agencies.ts";

/** How many applications an agency gets in a year, from none to thousands. */
export type Size = "none" | "few" | "tens" | "hundreds" | "thousands";

const APPLICATIONS: Readonly<Record<Size, readonly [number, number]>> = {
  none: [0, 0],
  few: [1, 5],
  tens: [6, 90],
  hundreds: [100, 900],
  thousands: [1000, 6000],
};

/** How often an outcome comes up, by the row's id; the rows not named are rare. */
const OUTCOMES: Readonly<Record<string, number>> = {
  granted: 45,
  partial: 12,
  refusedThirdParty: 3,
  refusedInternal: 3,
  refusedProcess: 4,
  refusedQuery: 3,
  absentNotHeld: 18,
  declinedComplaint: 5,
  declinedRepeat: 3,
  otherUncorrected: 3,
  otherRest: 5,
  otherAny: 6,
};

/** Figures the agency could report: whole, consistent, of the size told, no more of 规章 than it may make. */
export function figuresOf(form: Form, agency: Agency, size: Size, random: Random): Cells {
  const cells: Record<string, number | string> = {};
  for (const slot of slotsOf(form)) {
    const zero = size === "none" || slot.table.id !== "disclosure" || (slot.row.rulemaking && !agency.makesRegulations);
    // Documents are made by the dozen, decisions by the thousand.
    const documents = slot.row.id === "regulations" || slot.row.id === "normativeDocuments";
    cells[slot.id] = zero ? 0 : documents ? random(size === "few" ? 4 : 60) : figure(slot.kind, size, random);
  }
  for (const { kind, left, right } of equationsOf(form)) {
    const [repealed, inForce] = right;
    if (kind !== "stock" || repealed === undefined || inForce === undefined) continue;
    const due = left.reduce((sum, id) => sum + Number(cells[id]), 0) - Number(cells[repealed]);
    cells[inForce] = Math.max(0, due) + (size === "none" || due === 0 ? 0 : random(40));
  }
  bookApplications(form, cells, size, random);
  bookCases(form, cells, size, random);
  return cells;
}

function figure(kind: "count" | "money" | "change", size: Size, random: Random): number | string {
  const most = size === "few" ? 6 : size === "tens" ? 60 : size === "hundreds" ? 900 : 60_000;
  if (kind === "change") return random(12) - 6;
  if (kind === "count") return random(2) === 0 ? random(Math.min(most, 40)) : random(most);
  const digits = random(4);
  const fraction = digits === 0 ? "" : `.${String(random(8999) + 1000).slice(0, digits)}`;
  return random(4) === 0 ? 0 : String(Number(`${random(most)}${fraction}`));
}

/** 表三: every applicant's applications with one outcome each. */
function bookApplications(form: Form, cells: Record<string, number | string>, size: Size, random: Random): void {
  const [least, most] = APPLICATIONS[size];
  const equations = equationsOf(form);
  const sums = equations.filter(({ kind, of, table }) => kind === "sum" && of === "rows" && table.id === "requests");
  const add = (id: string, by: number) => {
    cells[id] = Number(cells[id]) + by;
  };
  let left = least + random(most - least);
  for (const [at, column] of ["natural", "other", "legal", "charity", "research", "business"].entries()) {
    const share =
      at === 0 ? left - (random(3) === 0 ? 0 : random(Math.ceil(left * 0.4))) : random(Math.floor(left / 3));
    const received = at === 5 ? left : share;
    left -= received;
    const carriedIn = received > 3 && random(2) > 0 ? random(Math.ceil(received / 9)) : 0;
    const carriedOut = received > 3 && random(2) > 0 ? random(Math.ceil(received / 9)) : 0;
    const rows = (sums.find(({ line }) => line.id === column)?.left ?? []).map((id) => id.split(".")[1] ?? "");
    add(`requests.received.${column}`, received);
    add(`requests.carriedIn.${column}`, carriedIn);
    add(`requests.carriedOut.${column}`, carriedOut);
    add(`requests.closed.${column}`, received + carriedIn - carriedOut);
    for (const row of sharedOut(rows, received + carriedIn - carriedOut, random)) add(`requests.${row}.${column}`, 1);
  }
  for (const { kind, of, table, left: parts, right } of equations) {
    if (kind !== "sum" || of !== "columns" || table.id !== "requests") continue;
    cells[String(right[0])] = parts.reduce((sum, id) => sum + Number(cells[id]), 0);
  }
}

function sharedOut(rows: readonly string[], count: number, random: Random): readonly string[] {
  const weighted = rows.flatMap((row) => Array.from({ length: OUTCOMES[row] ?? 1 }, () => row));
  return Array.from({ length: count }, () => weighted[random(weighted.length - 1)] ?? "granted");
}

/** 表四: a case or none for small agencies, up to a hundred for large ones. */
function bookCases(form: Form, cells: Record<string, number | string>, size: Size, random: Random): void {
  const most = size === "none" ? 0 : size === "few" ? 1 : size === "tens" ? 4 : size === "hundreds" ? 20 : 120;
  for (const { kind, table, left, right } of equationsOf(form)) {
    if (kind !== "sum" || table.id !== "litigation") continue;
    const results = left.map(() => (random(1) === 0 ? 0 : random(most)));
    left.forEach((id, at) => {
      cells[id] = results[at] ?? 0;
    });
    cells[String(right[0])] = results.reduce((sum, one) => sum + one, 0);
  }
}
