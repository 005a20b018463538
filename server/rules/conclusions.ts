import { addedUp } from "../draft/arithmetic.ts";
import type { Placed } from "../draft/claims.ts";
import type { Draft } from "../draft/draft.ts";
import type { Conclusion } from "../draft/statements.ts";
import type { CellId } from "../form/index.ts";
import { type Prose, spanIn } from "../read/outline.ts";
import { nameOf } from "./figures.ts";
import type { Problem } from "./rule.ts";
import { quote } from "./wording.ts";

const [received, carriedIn, closed, carriedOut] = (["received", "carriedIn", "closed", "carriedOut"] as const).map(
  (row): CellId => `requests.${row}.total`,
) as [CellId, CellId, CellId, CellId];

/** Rates and shares that the figures of the tables do not bear out. Silent where a figure they rest on is missing. */
export function* mistakenConclusions(draft: Draft, conclusions: readonly Placed<Conclusion>[]): Iterable<Problem> {
  if (conclusions.length === 0) return;
  const [total, rest] = [draft.cells.get(closed), draft.cells.get(carriedOut)];
  const [fresh, old] = [draft.cells.get(received)?.value, draft.cells.get(carriedIn)?.value];
  if (fresh === undefined || old === undefined || total?.value === undefined || rest?.value === undefined) return;
  const [due, done, left] = [fresh + old, total.value, rest.value];
  const hasResults = addedUp(draft, total, "rows") > 0;
  for (const conclusion of conclusions) {
    const { kind, prose, from, to, quantity, part } = conclusion;
    const said = quote(prose.text.slice(from, to).replaceAll(/\s+/gu, ""));
    const at = placeOf(prose, conclusion);
    if (kind === "share") {
      const bases = [fresh, due, done].filter((base) => base > 0);
      if (part === undefined || quantity === undefined || bases.length === 0) continue;
      if (bases.some((base) => isAbout((part / base) * 100, conclusion))) continue;
      const shares = [...new Set(bases)].map((base) => `${part} ÷ ${base} = ${percent(part / base)}`);
      yield { at, message: `正文写${said}，与表三的数算不到一起：${shares.join("，")}`, actual: `${quantity.value}%` };
    } else if (due > 0 && !hasResults && left < due && (quantity?.value ?? 100) > 0) {
      yield {
        at,
        severity: "error",
        message: `正文写${said}，表三的各项办理结果却都是 0，${due} 件申请没有一件登记结果`,
        cells: [closed],
      };
    } else if (left > 0 && (kind === "all closed" || (kind === "closed" && quantity?.value === 100))) {
      const message = `正文写${said}，${nameOf(draft, rest)}却为 ${left}，还有 ${left} 件没有办结`;
      yield { at, message, cells: [carriedOut], actual: String(left) };
    } else if (kind === "closed" && due > 0 && quantity !== undefined && quantity.value !== 100) {
      const rates = [done / due, ...(fresh > 0 ? [done / fresh, (fresh - left) / fresh] : [])];
      if (rates.some((rate) => isAbout(rate * 100, conclusion))) continue;
      yield { at, message: `正文写${said}，按表三应为 ${done} ÷ ${due} = ${percent(done / due)}`, cells: [closed] };
    }
  }
}

function placeOf(prose: Prose, { quantity, from, to }: Conclusion) {
  return spanIn(prose, quantity?.from ?? from, to);
}

/** Within a unit of the last digit given: some round, some cut off. */
function isAbout(value: number, { quantity }: Conclusion): boolean {
  return quantity !== undefined && Math.abs(value - quantity.value) <= quantity.tolerance * 2 + 1e-9;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))}%`;
}
