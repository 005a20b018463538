import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Analysis, analyze, defaultSettings } from "../server/analysis.ts";
import type { Draft } from "../server/draft/draft.ts";
import { forms } from "../server/form/index.ts";
import { type Imported, importDocx, importHtml, importXlsx } from "../server/import/import-report.ts";
import { isClean } from "../server/import/tell-account.ts";
import { exportDraft } from "../server/write/export.ts";
import { anyCells, consistentCells, randomFrom, reportText } from "./support/reports.ts";

// What was handed in as Word or published as a page comes back as the report it was.

const ways: Readonly<Record<string, (draft: Draft) => Imported | string>> = {
  docx: (draft) => importDocx(exportDraft(draft, "docx") as Uint8Array),
  html: (draft) => importHtml(exportDraft(draft, "html") as string),
};

describe.each(Object.entries(ways))("out as %s and in again", (_, way) => {
  test.each(forms)("a report by form $id is the same", (form) => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        expectSame(reportText(form, consistentCells(form, randomFrom(seed))), way);
      }),
      { numRuns: 20 },
    );
  });

  test("the example without faults is the same", () => {
    expectSame(readFileSync(join(import.meta.dirname, "../examples/01-无误.md"), "utf8"), way);
  });
});

test.each(forms)("out as xlsx and in again the figures of a report by form $id are the same", (form) => {
  fc.assert(
    fc.property(fc.noShrink(fc.nat()), (seed) => {
      const before = checked(reportText(form, anyCells(form, randomFrom(seed))));
      const imported = importXlsx(exportDraft(before.draft, "xlsx") as Uint8Array);
      if (typeof imported === "string") throw new Error(imported);
      const { draft } = checked(imported.markdown);
      expect(figuresOf(draft)).toEqual(figuresOf(before.draft));
      expect([draft.agency, draft.year, draft.form]).toEqual([before.draft.agency, before.draft.year, form]);
      expect(draft.sections.map(({ section }) => section.table)).toEqual(
        form.sections.flatMap(({ table }) => table ?? []),
      );
      expect(isClean(imported)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

function expectSame(report: string, way: (draft: Draft) => Imported | string): void {
  const before = checked(report);
  const imported = way(before.draft);
  if (typeof imported === "string") throw new Error(imported);
  const after = checked(imported.markdown);
  expect(figuresOf(after.draft)).toEqual(figuresOf(before.draft));
  expect(lettersOf(after.draft)).toBe(lettersOf(before.draft));
  expect(after.findings).toEqual([]);
  expect(isClean(imported)).toBe(true);
}

function checked(text: string): Extract<Analysis, { readonly status: "checked" }> {
  const analysis = analyze(text, defaultSettings);
  if (analysis.status !== "checked") throw new Error(analysis.status);
  return analysis;
}

function figuresOf({ cells }: Draft): readonly (readonly [string, string])[] {
  return [...cells.values()].map(({ id, box }) => [id, box.text] as const);
}

/** Everything written outside of the tables. */
function lettersOf({ outline }: Draft): string {
  return outline.blocks.flatMap((block) => (block.kind === "grid" ? [] : [block.text])).join("\n");
}
