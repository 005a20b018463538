import type { InlayHint } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { arithmeticOf } from "../draft/arithmetic.ts";
import type { Cell } from "../draft/draft.ts";
import { positionAt } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";

/** Behind every sum within a span: ✓ where it holds, else by how much it is off. */
export function inlays(analysis: Analysis, { start, end }: Span): InlayHint[] {
  if (analysis.status !== "checked") return [];
  const gaps = new Map<Cell, Set<number>>();
  for (const { equation, right, leftSum, rightSum } of arithmeticOf(analysis.draft).checked) {
    const [total] = right;
    if (equation.kind !== "sum" || total === undefined) continue;
    gaps.set(total, (gaps.get(total) ?? new Set()).add(Math.abs(leftSum - rightSum)));
  }
  return [...gaps].flatMap(([{ box }, found]) => {
    if (box.text === "" || box.span.end < start || end < box.span.start) return [];
    const wrong = [...found].filter((gap) => gap !== 0);
    const label = wrong.length === 0 ? "✓" : `差 ${wrong.join("、")}`;
    return [{ position: positionAt(analysis.lines, box.span.end), label, paddingLeft: true }];
  });
}
