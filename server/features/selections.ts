import type { SelectionRange } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { rangeOf } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";

/** What a selection at an offset grows to: the text of a cell, its row, its table. Elsewhere the offset itself. */
export function selectionAt(analysis: Analysis, offset: number): SelectionRange {
  const spans: Span[] = [{ start: offset, end: offset }];
  const grids = analysis.status === "checked" ? analysis.draft.tables.flatMap((one) => one.grids) : [];
  const grid = grids.find(({ span }) => holds(span, offset));
  const row = grid?.rows.find(({ span }) => holds(span, offset));
  const box = row?.boxes.find(({ inner }) => holds(inner, offset));
  if (box !== undefined && box.text !== "" && holds(box.span, offset)) spans.push(box.span);
  for (const { span } of [row, grid].filter((one) => one !== undefined)) spans.push(span);
  const [outermost, ...inner] = spans.toReversed().map((span) => rangeOf(analysis.lines, span));
  const start: SelectionRange = { range: outermost ?? rangeOf(analysis.lines, { start: offset, end: offset }) };
  return inner.reduce((parent, range) => ({ range, parent }), start);
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
