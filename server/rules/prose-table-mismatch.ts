import { addedUp, figureOf, sumOf } from "../draft/arithmetic.ts";
import { type Placed, statementsOf } from "../draft/claims.ts";
import { dueFigures } from "../draft/diagnosis.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import type { Claim } from "../draft/statements.ts";
import type { CellId } from "../form/index.ts";
import { spanIn } from "../read/outline.ts";
import { mistakenConclusions } from "./conclusions.ts";
import { mistakenFees, unmentionedNotices } from "./fees.ts";
import { relatedTo } from "./figures.ts";
import type { Fix, Problem, Rule } from "./rule.ts";
import { nameOfSum } from "./sums.ts";
import { quote } from "./wording.ts";

export default {
  id: "prose-table-mismatch",
  severity: "warning",
  certainty: "suspicious",
  title: "正文的数与表格不一致",
  why: "正文重复表格的数时，两处应当相同。一个数可以有两种口径、其中一种相符的，不提示；正文的话认不准的，也不提示。确实不是同一口径的，可以写明理由保留。",
  source: "《条例》第五十条；公布的报告前后一致，是各地考核的通行要求",
  *check(draft) {
    const { claims, conclusions } = statementsOf(draft);
    yield* mistakenConclusions(draft, conclusions);
    yield* mistakenFees(draft);
    yield* unmentionedNotices(draft);
    for (const claim of claims) {
      // As most claims are right, the figures as printed are looked at first.
      if (claim.sums.some((ids) => isPrinted(draft, ids, claim))) continue;
      const readings = claim.sums.flatMap((ids) => readingOf(draft, ids) ?? []);
      const { quantity } = claim;
      if (readings.length < claim.sums.length || quantity?.rough === true) continue;
      const fits = ({ values }: Reading) =>
        values.some((value) => Math.abs(value - claim.value) <= (quantity?.tolerance ?? 0));
      if (!readings.some(fits)) yield mismatch(draft, claim, readings);
    }
  },
} satisfies Rule;

function isPrinted(draft: Draft, ids: readonly CellId[], { value, quantity }: Claim): boolean {
  let sum = 0;
  for (const id of ids) sum += draft.cells.get(id)?.value ?? Number.NaN;
  return Math.abs(sum - value) <= (quantity?.tolerance ?? 0);
}

interface Reading {
  readonly cells: readonly Cell[];
  /** The sum as the table prints it, as its parts give it, and as it should be where a figure is known to be wrong. */
  readonly values: readonly number[];
}

/** What a sum of cells comes to; undefined where a cell is absent, blank or no figure. */
function readingOf(draft: Draft, ids: readonly CellId[]): Reading | undefined {
  const cells = ids.flatMap((id) => draft.cells.get(id) ?? []);
  if (cells.length < ids.length || cells.some(({ value }) => value === undefined)) return undefined;
  const printed = cells.reduce((sum, cell) => sum + figureOf(cell), 0);
  const computed = (of: "rows" | "columns") => cells.reduce((sum, cell) => sum + addedUp(draft, cell, of), 0);
  const values = [printed, computed("columns"), computed("rows"), sumOf(cells, dueFigures(draft))];
  return { cells, values: [...new Set(values)] };
}

function mismatch(draft: Draft, claim: Placed<Claim>, readings: readonly Reading[]): Problem {
  const { prose, quantity } = claim;
  const said = prose.text.slice(claim.from, claim.to).replaceAll(/\s+/gu, "");
  const [first, ...others] = readings;
  const told = `${nameOfSum(draft, first?.cells ?? [])}为 ${first?.values[0]}`;
  const instead = others.map((other) => otherReading(draft, first, other));
  const only = readings.length === 1 ? first?.cells : undefined;
  return {
    at: spanIn(prose, quantity?.from ?? claim.from, claim.to),
    severity: claim.certain ? "error" : "warning",
    message: `正文写${quote(said)}，${told}${instead.join("")}，两处不一致`,
    cells: (first?.cells ?? []).map(({ id }) => id),
    ...(only === undefined ? {} : { expected: String(first?.values[0]) }),
    actual: String(claim.value),
    related: relatedTo(draft, [...new Set(readings.flatMap(({ cells }) => cells))]),
    fixes: quantity === undefined ? [] : takeFromTable(claim, readings),
  };
}

/** Another figure the words may stand for; one that only adds rows to the first is told by what it adds. */
function otherReading(draft: Draft, first: Reading | undefined, { cells, values }: Reading): string {
  const added = cells.filter((cell) => first?.cells.includes(cell) !== true);
  const isMore = first?.cells.every((cell) => cells.includes(cell)) === true;
  return isMore ? `，加上${nameOfSum(draft, added)}为 ${values[0]}` : `，${nameOfSum(draft, cells)}为 ${values[0]}`;
}

/** The table's figure into the prose, never the other way. */
function takeFromTable({ prose, quantity }: Placed<Claim>, readings: readonly Reading[]): readonly Fix[] {
  if (quantity === undefined || quantity.scale !== "") return [];
  const values = new Set(readings.map(({ values: [printed = 0] }) => printed));
  return Array.from(values, (value) => ({
    title: `正文改为表格中的 ${value}`,
    safe: false,
    edits: [{ at: spanIn(prose, quantity.from, quantity.digitsEnd), text: String(value) }],
  }));
}
