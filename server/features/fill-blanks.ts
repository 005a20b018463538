import { isBlank } from "../draft/arithmetic.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import { cellsIn } from "../draft/tables.ts";
import { equationsOf } from "../form/index.ts";
import { rewriteBox } from "../rules/edits.ts";
import type { Edit } from "../rules/rule.ts";
import { officialPlace } from "./official-place.ts";
import { type Sum, settleTotals } from "./settle-totals.ts";

/** Figures for blanks, all at once. */
interface Filling {
  /** Says how many are filled, and with what. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * What fills the blanks of the row and of the table at an offset, for a clerk who has written all figures but the
 * zeros: 0, and the sum of their addends in the blank totals. No figure that is there changes. A total stays blank
 * where its row and its column come to different sums, or an addend cannot be read.
 */
export function blankFillings(draft: Draft, offset: number): readonly Filling[] {
  const place = officialPlace(draft, offset);
  if (place?.kind !== "cell") return [];
  const { row, table } = place.cell;
  const ofTable = cellsIn(draft, table);
  const ofRow = ofTable.filter((cell) => cell.row === row);
  const offered = [
    ofRow.length < ofTable.length ? fill(draft, ofRow, "本行") : undefined,
    fill(draft, ofTable, table.name),
  ].filter((one) => one !== undefined);
  // Where the rest of the table is filled the two come to the same.
  return offered.filter(({ edits }, at) => at === 0 || edits.length > (offered[0]?.edits.length ?? 0));
}

function fill(draft: Draft, cells: readonly Cell[], where: string): Filling | undefined {
  const blanks = cells.filter(isBlank);
  const sums = sumsOf(draft, new Set(blanks));
  const due = new Map(blanks.map((cell) => [cell, 0]));
  const holds = settleTotals(sums, due);
  const unsure = new Set(sums.filter((sum) => !holds(sum)).map(({ total }) => total));
  const filled = [...due].filter(([cell]) => !unsure.has(cell));
  if (filled.length === 0) return undefined;
  return {
    title: `${where}空白${inWords(filled.map(([, value]) => value))}（${filled.length} 格）`,
    edits: filled.map(([{ box }, value]) => rewriteBox(box, String(value))),
  };
}

function inWords(figures: readonly number[]): string {
  if (figures.every((one) => one === 0)) return "填 0";
  return figures.includes(0) ? "填 0，总计填各项之和" : "的总计填各项之和";
}

/** The sums whose total is among some blanks. */
function sumsOf({ form, cells }: Draft, blanks: ReadonlySet<Cell>): readonly Sum[] {
  return equationsOf(form).flatMap(({ kind, left, right: [id] }) => {
    const total = kind === "sum" && id !== undefined ? cells.get(id) : undefined;
    if (total === undefined || !blanks.has(total)) return [];
    return [{ addends: left.map((one) => cells.get(one)), total }];
  });
}
