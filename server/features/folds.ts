import type { FoldingRange } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { positionAt } from "../read/lines.ts";

/** The official tables; headings are folded by the editor itself. */
export function folds(analysis: Analysis): FoldingRange[] {
  if (analysis.status !== "checked") return [];
  const { draft, lines } = analysis;
  return draft.tables.flatMap(({ table, grids }) =>
    grids.flatMap(({ span }) => {
      const startLine = positionAt(lines, span.start).line;
      const endLine = positionAt(lines, Math.max(span.start, span.end - 1)).line;
      return startLine < endLine ? [{ startLine, endLine, collapsedText: `${table.name} …` }] : [];
    }),
  );
}
