import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Analysis, analyze, defaultSettings } from "../server/analysis.ts";
import { copyTable } from "../server/features/copy-table.ts";
import { type Paste, paste } from "../server/features/paste.ts";
import type { Form } from "../server/form/form.ts";
import { forms } from "../server/form/index.ts";
import type { Clipboard } from "../server/read/clipboard.ts";
import { offsetAt } from "../server/read/lines.ts";
import { type SpreadsheetTable, writeForSpreadsheet } from "../server/write/spreadsheet.ts";
import { applyEdits } from "./support/fixture.ts";
import { tableForms, withTables } from "./support/layouts.ts";
import { anyCells, type Cells, consistentCells, randomFrom, reportText } from "./support/reports.ts";
import { spoilt, spoiltText } from "./support/slips.ts";

// What is copied from a report comes back to its cells, and to no others.

const flavours: Readonly<Record<string, (copied: SpreadsheetTable) => Clipboard>> = {
  text: ({ text }) => ({ text }),
  "text from Windows": ({ text }) => ({ text: text.replaceAll("\n", "\r\n") }),
  HTML: ({ text, html }) => ({ text, html: `<html><body><!--StartFragment-->${html}<!--EndFragment--></body></html>` }),
};

describe.each(Object.entries(flavours))("copied as %s", (_, flavour) => {
  test.each(forms)("each table of form $id fills exactly its cells of the blank report", (form) => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const random = randomFrom(seed);
        const filled = checked(
          reportText(form, seed % 2 === 0 ? anyCells(form, random) : consistentCells(form, random)),
        );
        const blank = checked(reportText(form, {}));
        for (const table of filled.draft.tables) {
          const pasted = pasteInto(blank, filled, table.table.id, flavour);
          const own = [...filled.draft.cells.values()].filter((cell) => cell.table === table.table);
          expect(pasted).toMatchObject({ isCertain: true, unplaced: [], kept: [], ordered: [] });
          expect(new Map(pasted.cells.map(({ cell, to }) => [cell, to]))).toEqual(
            new Map(own.map(({ id, box }) => [id, box.text])),
          );
          const after = checked(applyPaste(blank, pasted));
          for (const [id, { box }] of after.draft.cells) {
            expect([id, box.text]).toEqual([id, own.find((cell) => cell.id === id)?.box.text ?? ""]);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  test.each(Object.keys(tableForms))("a table written as %s is the same when it is pasted into itself", (name) => {
    for (const form of forms) {
      const report = checked(written(form, consistentCells(form, randomFrom(7)), name));
      for (const { table } of report.draft.tables) {
        const pasted = pasteInto(report, report, table.id, flavour);
        expect(pasted.cells.filter(({ from, to }) => from !== to)).toEqual([]);
        expect(pasted).toMatchObject({ unplaced: [], kept: [] });
      }
    }
  });
});

test("whatever the report, a table that is pasted into itself changes no figure", () => {
  fc.assert(
    fc.property(spoilt, (report) => {
      const analysis = analyze(spoiltText(report), defaultSettings);
      if (analysis.status !== "checked") return;
      for (const { grids } of analysis.draft.tables) {
        const at = grids[0]?.span.start ?? 0;
        const copied = copyTable(analysis, at);
        const written = copied && writeForSpreadsheet(copied);
        const cells = written === undefined ? [] : (paste(analysis, at, { text: written.text })?.cells ?? []);
        expect(cells.filter(({ from, to }) => from !== to)).toEqual([]);
      }
    }),
    { numRuns: Number(process.env.NIANBAO_RUNS ?? 30) },
  );
});

test.each(["=1+1", "'=1", "''@x", "-3", "'-3", "+4", "＝A1", '3"', '"3"', "/", "1,024"])(
  "%s goes out and comes back",
  (text) => {
    const form = forms[0] as Form;
    const report = checked(reportText(form, { "requests.received.natural": text }));
    const pasted = pasteInto(report, report, "requests", ({ text: copied }) => ({ text: copied }));
    expect(pasted.cells).toMatchObject([{ from: text, to: text }]);
  },
);

test("what a spreadsheet would take for a formula is shielded, and no number is", () => {
  const shielded = (text: string) => {
    const figures = { "requests.received.natural": text };
    return writeForSpreadsheet({ form: "2021", table: "requests", figures })?.text.includes(`\t'${text}\t`);
  };
  expect(
    ["=1", "=1+1", "@x", "+x", "-x", "＝A1", "-1+cmd|' /C calc'!A0", "'=1"].filter((text) => !shielded(text)),
  ).toEqual([]);
  expect(["-3", "+4", "1,024", "-2.5", "/", "'x"].filter(shielded)).toEqual([]);
});

test("a clipboard without end is left alone at once", () => {
  const report = checked(reportText(forms[0] as Form, {}));
  const at = report.draft.tables[0]?.grids[0]?.span.start ?? 0;
  const started = performance.now();
  for (const text of [
    '"\t'.repeat(140_000),
    '"a""\t'.repeat(60_000),
    "\t".repeat(299_999),
    "规章\t1\n".repeat(40_000),
  ]) {
    paste(report, at, { text });
    paste(report, at, { text: "", html: `<table>${text.replaceAll("\t", "<td>")}` });
  }
  expect(paste(report, at, { text: `规章\t1\n${" ".repeat(400_000)}` })).toBeUndefined();
  expect(performance.now() - started).toBeLessThan(20_000);
});

type Checked = Extract<Analysis, { readonly status: "checked" }>;

function checked(text: string): Checked {
  const analysis = analyze(text, defaultSettings);
  if (analysis.status !== "checked") throw new Error(analysis.status);
  return analysis;
}

function pasteInto(
  target: Checked,
  source: Checked,
  id: string,
  flavour: (copied: SpreadsheetTable) => Clipboard,
): Paste {
  const copied = copyTable(source, placeOf(source, id));
  const table = copied && writeForSpreadsheet(copied);
  const pasted = table && paste(target, placeOf(target, id), flavour(table));
  if (pasted === undefined) throw new Error(`${id} was not pasted`);
  return pasted;
}

function placeOf({ draft }: Checked, id: string): number {
  return draft.tables.find(({ table }) => table.id === id)?.grids[0]?.span.start ?? 0;
}

function applyPaste({ text, lines }: Checked, { cells }: Paste): string {
  return applyEdits(
    text,
    cells.map(({ edit: { range, newText } }) => ({
      at: { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) },
      text: newText,
    })),
  );
}

function written(form: Form, cells: Cells, name: string): string {
  const write = tableForms[name];
  const text = reportText(form, cells);
  return write === undefined ? text : withTables(text, form, (id) => String(cells[id]), write);
}
