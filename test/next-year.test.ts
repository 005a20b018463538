import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { analyze, defaultSettings } from "../server/analysis.ts";
import type { Draft } from "../server/draft/draft.ts";
import { forms } from "../server/form/index.ts";
import { writeMarkdown } from "../server/write/markdown.ts";
import { writeNextYear } from "../server/write/next-year.ts";
import { anyCells, randomFrom } from "./support/reports.ts";

const examples = join(import.meta.dirname, "..", "examples");

test.each(readdirSync(examples))("%s: a draft, with every carried part marked until it is rewritten", (name) => {
  const last = draftOf(readFileSync(join(examples, name), "utf8"));
  const next = last && writeNextYear(last);
  if (last === undefined || next === undefined) throw new Error("No report of a year");
  const begun = analyze(next.markdown, { ...defaultSettings, mode: "auto" });
  if (begun.status !== "checked") throw new Error("Not recognised");
  expect(begun.draft.stage).toBe("draft");
  expect(begun.draft.agency).toBe(last.agency);
  expect(begun.draft.year).toBe((last.year ?? 0) + 1);
  expect(next.markdown.match(/（请填写本年情况/g)?.length).toBe(3);
  const marks = begun.findings.filter(({ message }) => message.includes("请填写本年情况"));
  expect(marks.map(({ rule }) => rule)).toEqual(Array.from({ length: 3 }, () => "leftover-instruction"));
});

test.each(forms)("no figure of form $id is carried over but those handed on", (form) => {
  const year = form.years.from;
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const cells = anyCells(form, randomFrom(seed));
      const last = draftOf(writeMarkdown(form, { agency: "云岭县水务局", year, cells }));
      const next = last && writeNextYear(last);
      const begun = next && draftOf(next.markdown);
      const filled = [...(begun?.cells.values() ?? [])].filter(({ numeral }) => numeral.state !== "blank");
      for (const { id, value } of filled) {
        expect(id).toContain(".carriedIn.");
        expect(value).toBe(last?.cells.get(id.replace(".carriedIn.", ".carriedOut.") as typeof id)?.value);
      }
      expect(filled.length).toBe(7);
    }),
    { numRuns: 30 },
  );
});

function draftOf(text: string): Draft | undefined {
  const analysis = analyze(text, defaultSettings);
  return analysis.status === "checked" ? analysis.draft : undefined;
}
