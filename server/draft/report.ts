import { z } from "zod";
import type { Form, Kind, Leaf, Line } from "../form/form.ts";
import { type CellId, pathsOf, type Slot, slotsOf } from "../form/index.ts";

/** The values of one report, as every JSON we read or write has them; `null` is what the draft does not tell yet. */
export interface Report {
  readonly schema: "nianbao/report/1";
  readonly form: string;
  readonly agency: string | null;
  readonly year: number | null;
  /** Every cell of the form: whole numbers, money as a decimal string in 万元. */
  readonly cells: Readonly<Partial<Record<CellId, number | string | null>>>;
  /** Markdown of the sections without a table, by section id; `""` where there is none. */
  readonly sections: Readonly<Record<string, string>>;
}

const COUNT = z.int().min(0).meta({ id: "count" });
const CHANGE = z.int().meta({ id: "change" });
const MONEY = z
  .string()
  .regex(/^(?:0|[1-9]\d*)(?:\.\d+)?$/u)
  .meta({ id: "money" });
const NAME = z.string().min(1);
const YEAR = z.int().min(1).max(9999);

/** What every part holds once the report is finished, and while it may still be blank. */
interface Parts {
  readonly cells: Readonly<Record<Kind, z.ZodType>>;
  readonly agency: z.ZodType;
  readonly year: z.ZodType;
}

const FINISHED: Parts = { cells: { count: COUNT, change: CHANGE, money: MONEY }, agency: NAME, year: YEAR };
const UNFINISHED: Parts = {
  cells: {
    count: COUNT.nullable().meta({ id: "countOrBlank" }),
    change: CHANGE.nullable().meta({ id: "changeOrBlank" }),
    money: MONEY.nullable().meta({ id: "moneyOrBlank" }),
  },
  agency: NAME.nullable(),
  year: YEAR.nullable(),
};

/** Reports by one form, unfinished ones included: cells, agency and year may be `null`, but none may be left out. */
export function reportSchema(form: Form): z.ZodType<Report> {
  return schemaOf(form, UNFINISHED);
}

/** Finished reports by one form: nothing is `null`. */
export function completeReportSchema(form: Form): z.ZodType<Report> {
  return schemaOf(form, FINISHED);
}

/** The JSON Schema (draft 2020-12) of reports by any of the forms, unfinished ones included. */
export function jsonSchemaOf(forms: readonly Form[]): object {
  const schema = z.union(forms.map(reportSchema)).meta({ title: "nianbao/report/1" });
  return z.toJSONSchema(schema, { target: "draft-2020-12" });
}

function schemaOf(form: Form, parts: Parts): z.ZodType<Report> {
  const cells = slotsOf(form).map((slot) => [slot.id, parts.cells[slot.kind].describe(describe(slot))] as const);
  const sections = proseSections(form).map(({ id, title }) => [id, z.string().describe(title)] as const);
  const schema = z.strictObject({
    schema: z.literal("nianbao/report/1"),
    form: z.literal(form.id),
    agency: parts.agency,
    year: parts.year,
    cells: z.strictObject(Object.fromEntries(cells)),
    sections: z.strictObject(Object.fromEntries(sections)),
  });
  // The keys and kinds come from the form, which the type system cannot follow; the tests hold the two together.
  return schema as unknown as z.ZodType<Report>;
}

function proseSections(form: Form) {
  return form.sections.filter(({ table }) => table === undefined);
}

/** The official labels of a cell with the groups above them, and its unit. */
function describe({ table, block, row, column }: Slot): string {
  const path = (lines: readonly Line[], leaf: Leaf) => {
    const groups = pathsOf(lines).find((one) => one.leaf === leaf)?.groups ?? [];
    return [...groups, leaf.label].filter((label) => label !== "");
  };
  const names = [table.name, ...path(block.rows, row), ...path(block.columns, column)].join(" / ");
  const unit = column.unit ?? row.unit;
  return unit === undefined ? names : `${names}（${unit}）`;
}
