import type { CodeLens } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { arithmeticOf, isBlank } from "../draft/arithmetic.ts";
import { cellsIn } from "../draft/tables.ts";
import { rangeOf } from "../read/lines.ts";

/** Above each official table: how many of its relations hold of those that can be judged, and what is still blank. */
export function lenses(analysis: Analysis): CodeLens[] {
  if (analysis.status !== "checked") return [];
  const { draft, lines } = analysis;
  const { checked, unchecked } = arithmeticOf(draft);
  return draft.tables.flatMap(({ table, grids }) => {
    const [first] = grids[0]?.rows ?? [];
    if (first === undefined) return [];
    const own = checked.filter(({ equation }) => equation.table === table);
    const open = unchecked.filter((equation) => equation.table === table).length;
    const cells = cellsIn(draft, table);
    const sums = `勾稽 ${own.filter(({ holds }) => holds).length}/${own.length}`;
    const parts = [
      own.length === 0 ? "" : sums,
      open === 0 ? "" : `未核对 ${open}`,
      `待填 ${cells.filter(isBlank).length}`,
    ].filter((part) => part !== "");
    const { start } = rangeOf(lines, first.span);
    // A lens without a command is shown as plain text.
    return [{ range: { start, end: start }, command: { title: `${table.name}：${parts.join(" · ")}`, command: "" } }];
  });
}
