import type { Analysis } from "../analysis.ts";
import { leftOut } from "../draft/content.ts";
import { cellsIn } from "../draft/tables.ts";
import type { TableFigures } from "../write/spreadsheet.ts";
import { tableAt } from "./table-at.ts";

/** An official table, to be written as spreadsheets take it. */
export interface CopiedTable extends TableFigures {
  /** Rows with figures that have no place in the official table: `第12行“某某行”`. */
  readonly leftOut: readonly string[];
}

/** The official table at an offset; undefined outside of tables. */
export function copyTable(analysis: Analysis, offset: number): CopiedTable | undefined {
  const located = analysis.status === "checked" ? tableAt(analysis.draft, offset) : undefined;
  if (analysis.status !== "checked" || located === undefined) return undefined;
  const { draft } = analysis;
  const cells = cellsIn(draft, located.table);
  return {
    form: draft.form.id,
    table: located.table.id,
    figures: Object.fromEntries(cells.map(({ id, box }) => [id, box.text])),
    leftOut: leftOut({ ...draft, tables: [located] }),
  };
}
