import { slotsOf } from "../form/index.ts";
import type { Cell, Draft } from "./draft.ts";
import type { Report } from "./report.ts";
import { textsOf } from "./texts.ts";

/** The values of a draft. What it does not tell, or not as a figure, is `null`; a repeated section keeps all its text. */
export function toReport(draft: Draft): Report {
  const { form } = draft;
  const prose = form.sections.filter(({ table }) => table === undefined);
  const { sections } = textsOf(draft);
  return {
    schema: "nianbao/report/1",
    form: form.id,
    agency: draft.agency ?? null,
    year: draft.year ?? null,
    cells: Object.fromEntries(slotsOf(form).map(({ id }) => [id, valueIn(draft.cells.get(id))])),
    sections: Object.fromEntries(prose.map(({ id }) => [id, sections[id] ?? ""])),
  };
}

function valueIn(cell: Cell | undefined): number | string | null {
  if (cell === undefined) return null;
  const { kind, numeral, value } = cell;
  if (kind !== "money") return value ?? null;
  return "digits" in numeral ? numeral.digits : null;
}
