import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { type Analysis, analyze, defaultSettings } from "../server/analysis.ts";
import { BOOKMARK, INVISIBLE, LOST, mayHoldDebris, RADICAL } from "../server/draft/debris.ts";
import { uncheckedIn } from "../server/features/unchecked.ts";

const examples = join(import.meta.dirname, "..", "examples");
const reports = readdirSync(examples)
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(join(examples, name), "utf8"));

/** The same core with a memory that keeps nothing, and with every table read by its labels. */
vi.doMock("../server/draft/remember.ts", () => ({
  remember: (answer: (text: string) => unknown) => (asked: string | { readonly text: string }) =>
    answer(typeof asked === "string" ? asked : asked.text),
  search: (find: (text: string) => unknown) => (asked: string | { readonly text: string }) =>
    find(typeof asked === "string" ? asked : asked.text),
  orNothing: (found: readonly unknown[]) => (found.length > 0 ? found : undefined),
  tells: () => true,
  oncePer: <T>(answer: T) => answer,
  oncePerBoth: <T>(answer: T) => answer,
  makeRoom: () => undefined,
}));
vi.doMock("../server/draft/printed-table.ts", () => ({ readPrinted: () => undefined }));
vi.resetModules();
const forgetful = await import("../server/analysis.ts");

/** What is written into cells and paragraphs: figures, what looks like one, labels, sentences. */
const words = fc.constantFrom(
  ..."0,1,12,3.5,12.,.5,１２,-1,1、,2.,（一）,第3,无,/,—,其他,总计,行政许可,小计,本年新收,结果维持,自然人,||,| |,\n,\n\n,\n\n## 五、,收到申请3件，,共公开信息12条。,2023年,2022年,（国办函〔2021〕30号）,《条例》".split(
    ",",
  ),
  "",
  "一二三四五六七八九十".repeat(13),
);
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(9), words), { minLength: 1, maxLength: 3 });

/** A long search takes other edits each time. */
const runs = Number(process.env.NIANBAO_RUNS ?? 200);

/** Everything an analysis tells, in plain data. */
function told(analysis: Analysis): unknown {
  if (analysis.status !== "checked") return analysis;
  const { draft, findings, allowed, pending } = analysis;
  const rows = draft.tables.map(({ table, rows: found, heads, captions, strangers }) => [
    table.id,
    found.map(({ leaf, box, match, columns, shifted, repeated, fragments }) => [
      [leaf.id, box.span, match, shifted?.figures.map(({ span }) => span), repeated, fragments.length],
      columns.map((column) => [column.leaf.id, column.index, column.box.span]),
    ]),
    heads.map(({ leaf, box }) => [leaf.id, box.span]),
    captions.map(({ official, box, match, axis }) => [official, box.span, match, axis]),
    strangers.map(({ box }) => box.span),
  ]);
  const cells = Array.from(draft.cells.values(), ({ id, box, numeral, value }) => [id, box.span, numeral, value]);
  return [rows, cells, findings, allowed, pending, uncheckedIn(draft, []).map(({ reason, at }) => [reason, at])];
}

describe("what is remembered", () => {
  test("hides no debris: every edit of a text without any is looked through", () => {
    const parts = fc.constantFrom(
      ..."甲|[book|mark: a]|错|误!未找到引用源|{#_|GoBack}|Error! Reference| source not found.|\u200b".split("|"),
    );
    const text = fc.array(parts, { maxLength: 3 }).map((some) => some.join(""));
    fc.assert(
      fc.property(text, text, text, text, (before, removed, inserted, behind) => {
        const padding = "甲".repeat(before.length % 2 === 0 ? 0 : 3000);
        mayHoldDebris(padding + before + removed + behind + padding);
        const edited = padding + before + inserted + behind + padding;
        const holds = [BOOKMARK, RADICAL, INVISIBLE, LOST].some((pattern) => edited.search(pattern) >= 0);
        expect(mayHoldDebris(edited) || !holds).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("changes nothing, over any edits of any report", { timeout: 60_000 + runs * 90 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...reports), edits, (report, changes) => {
        const edited = changes.reduce((text, [at, length, word]) => {
          const start = at % (text.length + 1);
          return text.slice(0, start) + word + text.slice(start + length);
        }, report);
        expect(told(analyze(edited, defaultSettings))).toEqual(told(forgetful.analyze(edited, defaultSettings)));
      }),
      {
        numRuns: runs,
      },
    );
  });
});
