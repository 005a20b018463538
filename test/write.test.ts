import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locate } from "../server/draft/locate.ts";
import { completeReportSchema, jsonSchemaOf, type Report, reportSchema } from "../server/draft/report.ts";
import { toReport } from "../server/draft/to-report.ts";
import type { Form } from "../server/form/form.ts";
import { cellIdOf, forms, leavesOf, slotsOf, tableSections } from "../server/form/index.ts";
import { escapeText, type TextOf, writeMarkdown, writeRow, writeTable } from "../server/write/markdown.ts";
import { outlineOf } from "./support/outline.ts";
import { anyCells, proseOf, randomFrom, yearOf } from "./support/reports.ts";

const golden = (name: string) => join(import.meta.dirname, "write", name);

describe("the canonical Markdown", () => {
  test.each(forms)("of a blank report by form $id", async (form) => {
    const text = writeMarkdown(form, { agency: "某某局", year: form.years.from });
    await expect(text).toMatchFileSnapshot(golden(`blank-${form.id}.md`));
  });

  test("of nothing at all still is the form", () => {
    for (const form of forms) expect(writeMarkdown(form, {})).toMatch(new RegExp(`^# ${form.title}\n\n## `, "u"));
  });

  test.each(forms)("has the rows of form $id one by one", (form) => {
    for (const { table } of tableSections(form)) {
      const textOf: TextOf = (id) => id;
      const rows = table.blocks.flatMap((block) => leavesOf(block.rows).map((leaf) => writeRow(table, leaf, textOf)));
      const whole = writeTable(table, textOf);
      expect(whole.filter((line) => line.includes(`${table.id}.`))).toEqual(rows);
      expect(new Set(whole.map((line) => line.split("|").length)).size).toBe(1);
    }
  });

  test("puts every figure of a row behind its labels, in the order of the columns", () => {
    for (const form of forms) {
      for (const { table } of tableSections(form)) {
        for (const block of table.blocks) {
          for (const leaf of leavesOf(block.rows)) {
            const ids = leavesOf(block.columns).map((column) => cellIdOf(table, leaf, column));
            expect(writeRow(table, leaf, (id) => id)).toContain(`| ${ids.join(" | ")} |`);
          }
        }
      }
    }
  });
});

describe("escaped text", () => {
  const marks = fc.constantFrom(
    ..."\\|*_`<>[]()~&#!-+=.:1a中（\"'",
    "&amp;",
    "&#124;",
    "<!--",
    "<br>",
    "**",
    "~~",
    " ",
  );
  const texts = fc
    .array(marks, { minLength: 1, maxLength: 12 })
    .map((parts) => parts.join("").replace(/ +/gu, " ").trim());
  const filled = texts.filter((text) => text !== "");

  test("reads back as it was in a cell", () => {
    fc.assert(
      fc.property(filled, (text) => {
        const [grid] = outlineOf(`| 甲 | ${escapeText(text)} | 乙 |\n| --- | --- | --- |\n`).blocks;
        expect(grid?.kind === "grid" && grid.rows[0]?.boxes.map((box) => box.text)).toEqual(["甲", text, "乙"]);
      }),
      { numRuns: 2000 },
    );
  });

  test("reads back as it was in a title", () => {
    fc.assert(
      fc.property(filled, (text) => {
        const [title] = outlineOf(`# 甲${escapeText(text)}乙\n`).blocks;
        expect(title?.kind === "heading" && title.text).toBe(`甲${text}乙`);
      }),
      { numRuns: 2000 },
    );
  });

  test("leaves ordinary text alone", () => {
    for (const text of ["3.危及“三安全一稳定”", "（一）予以公开", "2836.25", "-4", "A&B", "某某局(机关)"]) {
      expect(escapeText(text)).toBe(text);
    }
  });
});

describe("the report", () => {
  const complete = (form: Form): Report => ({
    schema: "nianbao/report/1",
    form: form.id,
    agency: "某某局",
    year: yearOf(form),
    cells: anyCells(form, randomFrom(5)),
    sections: Object.fromEntries(Object.entries(proseOf(form))),
  });
  const unfinished = new Map(forms.map((form) => [form, reportSchema(form)]));
  const finished = new Map(forms.map((form) => [form, completeReportSchema(form)]));
  const accepts = (form: Form, report: unknown) => unfinished.get(form)?.safeParse(report).success;
  const acceptsComplete = (form: Form, report: unknown) => finished.get(form)?.safeParse(report).success;

  test("has a JSON Schema", async () => {
    await expect(printJson(jsonSchemaOf(forms))).toMatchFileSnapshot(golden("report.schema.json"));
  });

  test.each(forms)("by form $id may be unfinished", (form) => {
    const report = complete(form);
    expect([accepts(form, report), acceptsComplete(form, report)]).toEqual([true, true]);
    const blank = { ...report, agency: null, year: null, cells: mapCells(report, () => null) };
    expect([accepts(form, blank), acceptsComplete(form, blank)]).toEqual([true, false]);
  });

  test.each(forms)("by form $id has every cell of the form, and each of its kind", (form) => {
    const report = complete(form);
    for (const { id, kind } of slotsOf(form)) {
      const wrong =
        kind === "count"
          ? [-1, 1.5, "1", true]
          : kind === "change"
            ? [1.5, "1"]
            : [1, 1.5, "-1", "1,000", ".5", "01", ""];
      for (const value of wrong)
        expect(accepts(form, { ...report, cells: { ...report.cells, [id]: value } })).toBe(false);
      const { [id]: _, ...others } = report.cells;
      expect(accepts(form, { ...report, cells: others })).toBe(false);
    }
    expect(accepts(form, { ...report, cells: { ...report.cells, "requests.received.all": 1 } })).toBe(false);
    for (const other of forms) expect(accepts(other, report)).toBe(other === form);
  });

  test.each(forms)("of a blank form $id says that everything is blank", (form) => {
    const report = read(writeMarkdown(form, { agency: "某某局", year: yearOf(form) }));
    expect(report?.cells).toEqual(mapCells(complete(form), () => null));
    expect(accepts(form, report)).toBe(true);
  });

  test("of a text with three headings and nothing else is a draft all the same", () => {
    const [form] = forms;
    const headings = (form?.sections ?? []).slice(0, 3).map(({ number, title }) => `## ${number}、${title}`);
    const report = read(headings.join("\n\n"));
    expect(form !== undefined && accepts(form, report)).toBe(true);
    expect([report?.agency, report?.year]).toEqual([null, null]);
  });
});

/** JSON as the formatter of this repository leaves it: lists of words on one line where they fit. */
function printJson(value: object): string {
  const printed = JSON.stringify(value, undefined, 2).replaceAll(/^.*\[\n(?:\s+"[^"]*",?\n)+\s+\],?$/gmu, (list) => {
    const line = list.replaceAll(/\n\s+/gu, " ").replace("[ ", "[").replace(" ]", "]");
    return line.replace(/,$/u, "").length <= 120 ? line : list;
  });
  return `${printed}\n`;
}

function mapCells({ cells }: Report, change: (value: unknown) => null): Report["cells"] {
  return Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, change(value)]));
}

function read(text: string): Report | undefined {
  const draft = locate(text, outlineOf(text), undefined);
  return draft === undefined ? undefined : toReport(draft);
}
