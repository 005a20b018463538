import { isBlank as isBlankCell } from "../draft/arithmetic.ts";
import type { Draft, LocatedSection, Stage } from "../draft/draft.ts";
import { cellsIn } from "../draft/tables.ts";
import { bodyOf, isBlank } from "./passages.ts";

/** How strictly to check; `auto` tells by the text. */
export type Mode = Stage | "auto";

/**
 * Whether a report is still being drafted. Told nothing else, it is while a section that has its heading is untouched:
 * not a word under it, or a table with nothing but blanks.
 */
export function stageOf(draft: Draft, mode: Mode): Stage {
  if (mode !== "auto") return mode;
  return draft.sections.some((located) => isUntouched(draft, located)) ? "draft" : "final";
}

function isUntouched(draft: Draft, located: LocatedSection): boolean {
  const cells = cellsIn(draft, located.section.table);
  return cells.length > 0 ? cells.every(isBlankCell) : isBlank(draft, bodyOf(draft, located));
}
