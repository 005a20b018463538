import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Form } from "../server/form/form.ts";
import { cellIdOf, forms, leavesOf, slotsOf, tableSections } from "../server/form/index.ts";
import { importText } from "../server/import/import-report.ts";
import { printImport } from "./support/import-printer.ts";
import { accepted, cellsIn } from "./support/imports.ts";
import { withTables } from "./support/layouts.ts";
import { plainTables } from "./support/plain-layouts.ts";
import { anyCells, type Cells, randomFrom, reportText } from "./support/reports.ts";

describe("fixtures", () => {
  const folder = join(import.meta.dirname, "import");
  test.each(readdirSync(folder))("%s", async (name) => {
    const path = join(folder, name);
    const { text, imports } = await printImport(readFileSync(path, "utf8"));
    await expect(text).toMatchFileSnapshot(path);
    for (const { heading, imported } of imports) {
      if (typeof imported !== "string") expect(imported.account.faults, heading).toEqual([]);
    }
  });

  test.each(["damaged.md", "damaged-files.md"])("%s counts its files", async (name) => {
    const { imports } = await printImport(readFileSync(join(folder, name), "utf8"));
    expect(imports.map(({ heading }) => Number.parseInt(heading, 10))).toEqual(imports.map((_, nth) => nth + 1));
    expect(imports.length).toBeGreaterThanOrEqual(20);
  });

  test("damaged-files.md puts no figure in a wrong cell", async () => {
    const { imports } = await printImport(readFileSync(join(folder, "damaged-files.md"), "utf8"));
    const [form] = forms;
    const table = form === undefined ? undefined : tableSections(form)[1]?.table;
    if (table === undefined) throw new Error("There is no second table.");
    const rows = leavesOf(table.blocks.flatMap((block) => block.rows));
    const columns = leavesOf(table.blocks.flatMap((block) => block.columns));
    const due = new Map<string, string>(
      rows.flatMap((row, down) =>
        columns.map((column, along) => [cellIdOf(table, row, column), `${(down + 1) * 100 + along + 1}`] as const),
      ),
    );
    for (const { heading, imported } of imports) {
      const cells = typeof imported === "string" ? {} : cellsIn(imported.markdown);
      const wrong = Object.entries(cells).filter(([id, text]) => text !== "" && text !== due.get(id));
      expect(wrong, heading).toEqual([]);
    }
  });
});

/** A report as plain text, its tables in one of the layouts; marks of Markdown are gone. */
function plainText(form: Form, cells: Cells, write: (typeof plainTables)[string]): string {
  const text = withTables(reportText(form, cells), form, (id) => String(cells[id] ?? ""), write);
  return text.replaceAll(/^#+ /gmu, "");
}

describe.each(forms)("form $id", (form) => {
  const slots = slotsOf(form).map(({ id }) => id);
  const asText = (cells: Cells) => Object.fromEntries(slots.map((id) => [id, String(cells[id] ?? "")]));

  describe.each(Object.entries(plainTables))("%s", (name, write) => {
    test("every figure comes to its cell", () => {
      fc.assert(
        fc.property(fc.noShrink(fc.nat()), (seed) => {
          const cells = anyCells(form, randomFrom(seed));
          const { markdown, account } = accepted(importText(plainText(form, cells, write)));
          expect(cellsIn(markdown)).toEqual(asText(cells));
          expect(account).toMatchObject({ balanced: true, unplaced: [] });
        }),
        { numRuns: 10 },
      );
    });

    test("figures stay as they are printed", () => {
      const odd = ["/", "—", "１２", "1,234", "22（其中修订16件）", "无", "-3", "0.5", "约10"];
      const cells = Object.fromEntries(slots.map((id, nth) => [id, odd[nth % odd.length] ?? ""]));
      const { markdown, account } = accepted(importText(plainText(form, cells, write)));
      const found = cellsIn(markdown);
      expect(asText(cells)).toMatchObject(found);
      expect(account.balanced).toBe(true);
      // Half a label with a word for a figure behind it cannot be told from a whole one; the rest is.
      if (!name.includes("torn")) expect(Object.keys(found)).toHaveLength(slots.length);
    });

    test("a lost, doubled or blank cell never puts a figure in a wrong place", () => {
      fc.assert(
        fc.property(fc.noShrink(fc.nat()), fc.constantFrom("lost", "doubled", "blank"), (seed, damage) => {
          const random = randomFrom(seed);
          // Every figure is another, so that one in a wrong place is seen.
          const cells = Object.fromEntries(slots.map((id, nth) => [id, `${1000 + nth}`]));
          const hurt = slots[random(slots.length - 1)] ?? "";
          const text = damaged(plainText(form, cells, write), String(cells[hurt]), damage);
          const { markdown, account } = accepted(importText(text));
          expect(account.balanced).toBe(true);
          const wrong = Object.entries(cellsIn(markdown)).filter(([id, found]) => found !== "" && found !== cells[id]);
          expect(wrong, text).toEqual([]);
        }),
        { numRuns: 40 },
      );
    });
  });
});

/** The text with one figure gone together with its cell, there twice, or blank. */
function damaged(text: string, figure: string, damage: string): string {
  if (damage === "blank") return text.replace(new RegExp(`\\b${figure}\\b ?`, "u"), "");
  if (damage === "doubled")
    return text.replace(new RegExp(`(?:\\n|\\t| \\| |)\\t?${figure}(?: \\|(?=\\n))?`, "u"), (cell) => cell + cell);
  return text.replace(
    new RegExp(`\\n\\t${figure}(?=\\n|$)|\\n${figure} \\|(?=\\n)|\\t${figure}|${figure} \\| `, "u"),
    "",
  );
}

test("texts made to keep it busy are read or refused in no time", () => {
  const bars = "| | | | | | |\n".repeat(3900);
  const tabs = "\t云岭县\n".repeat(3900);
  const rows = "规章\t0\t1\t2\n".repeat(3900);
  const words = "总计\n其他\n".repeat(1900);
  const figures = "总计\n0\n".repeat(1900);
  const start = performance.now();
  for (const text of [bars, tabs, rows, words, figures, "1\n".repeat(200_000)]) importText(text);
  expect(performance.now() - start).toBeLessThan(20_000);
});

describe("any text", () => {
  const [form] = forms;
  if (form === undefined) throw new Error("There is no form.");
  const words = [
    "|",
    "\t",
    "\n",
    " ",
    "0",
    "12",
    "1,234",
    "总计",
    "其他",
    "一、",
    "（一）",
    "规章",
    "\\",
    "#",
    "*",
    "- ",
    "<b>",
    "&lt;",
    "`",
    "~~",
    "[1]",
    "\r\n",
    "\u3000",
    "——",
    "1. ",
    "> ",
    "---",
    "第二十条第（一）项",
  ];

  test("is imported with every number where it was, or not at all", () => {
    fc.assert(
      fc.property(
        fc.noShrink(fc.nat()),
        fc.constantFrom(...Object.values(plainTables)),
        fc.array(
          fc.record({
            at: fc.double({ min: 0, max: 1, noNaN: true }),
            cut: fc.nat(30),
            word: fc.constantFrom(...words),
          }),
          {
            maxLength: 25,
          },
        ),
        (seed, write, edits) => {
          const cells = anyCells(form, randomFrom(seed));
          const text = edits.reduce(
            (whole, { at, cut, word }) => {
              const place = Math.floor(at * whole.length);
              return whole.slice(0, place) + word + whole.slice(place + (cut % 4 === 0 ? cut : 0));
            },
            plainText(form, cells, write),
          );
          const found = importText(text);
          if (typeof found === "string") return;
          expect(found.account.faults, text).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
