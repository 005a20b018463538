import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Analysis, analyze, defaultSettings, type Settings } from "../server/analysis.ts";
import type { CellId } from "../server/form/index.ts";
import { rules } from "../server/rules/index.ts";
import type { Edit, Finding } from "../server/rules/rule.ts";
import { applyEdits, reprint } from "./support/fixture.ts";

const root = join(import.meta.dirname, "..");
const ids = rules.map(({ id }) => id);
const specs = namesIn("test/rules", ".md");

describe("registry", () => {
  test("the list, the folder of rules and the folder of specs are the same, alphabetically", () => {
    const files = namesIn("server/rules", ".ts").filter((name) =>
      /^export default \{\n {2}id:/mu.test(readFileSync(join(root, "server/rules", `${name}.ts`), "utf8")),
    );
    expect(ids).toEqual(ids.toSorted());
    expect(files).toEqual(ids);
    expect(specs).toEqual(ids);
  });

  test.each(rules)("$id tells what it is, why, and on what authority", (rule) => {
    const { id, title, why, source, check, audit, summarise } = rule;
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
    expect(readFileSync(join(root, "server/rules", `${id}.ts`), "utf8")).toContain(`id: "${id}"`);
    for (const text of [title, why, source]) expect(text).toMatch(/^\P{Cc}*\p{Script=Han}\P{Cc}*$/u);
    expect(title).not.toMatch(/[。；]/u);
    expect([check, audit, summarise].filter((one) => one !== undefined)).toHaveLength(1);
  });
});

describe.each(rules)("the spec of $id", ({ id, title }) => {
  const text = specOf(id);
  const cases = casesOf(id);

  test("begins with the name of the rule and a line in English", () => {
    const [heading, blank, summary] = text.split("\n");
    expect(heading).toBe(`# ${id} ${title}`);
    expect(blank).toBe("");
    expect(summary?.replaceAll(/\P{Script=Han}/gu, "").length ?? 0).toBeLessThan((summary?.length ?? 0) / 4);
  });

  test("has a case with a finding, and one without", () => {
    const fires = cases.map((one) => findingsOf(one).some(({ rule }) => rule === id));
    expect(fires).toContain(true);
    expect(fires).toContain(false);
  });

  test.each(cases.map((one, at) => [at + 1, one] as const))("findings of case %i stand on one line", (_, one) => {
    for (const { at, related = [] } of findingsOf(one)) {
      for (const span of [at, ...related.map((place) => place.at)]) {
        expect(one.text.slice(span.start, span.end)).toMatch(/^[^\r\n]+$/u);
      }
    }
  });

  test.each(fixesOf(cases, id))("the fix of case $number: $title", ({ finding, fix, ...one }) => {
    expectApart(fix.edits, one.text);
    const after = { ...one, text: applyEdits(one.text, fix.edits) };
    expect(after.text).not.toBe(one.text);
    expect(count(after, finding)).toBeLessThan(count(one, finding));
    for (const rule of structural) {
      expect(`${rule}: ${errorCount(after, rule)}`).toBe(
        `${rule}: ${Math.min(errorCount(after, rule), errorCount(one, rule))}`,
      );
    }
    if (fix.safe) expectSameFigures(one, after);
  });
});

interface Input {
  readonly text: string;
  readonly settings: Settings;
}

/** Faults in the make of a report, which no fix of another fault may bring about. */
const structural = ids.filter((id) =>
  /^(?:missing|mislabelled|misplaced|misnumbered|duplicate|shifted|unknown)-/u.test(id),
);

function namesIn(folder: string, extension: string): readonly string[] {
  const files = readdirSync(join(root, folder)).filter((file) => file.endsWith(extension));
  return files.map((file) => file.slice(0, -extension.length)).toSorted();
}

function specOf(id: string): string {
  return specs.includes(id) ? readFileSync(join(root, "test/rules", `${id}.md`), "utf8") : "";
}

/** Every input of a spec, with the settings that stand before it. */
function casesOf(id: string): readonly Input[] {
  const cases: Input[] = [];
  const blank = specOf(id).replaceAll(/^(`{3,}report.*\n[\s\S]*?\n)(`{3,})$/gmu, "$1$2\n\n$2case\n$2");
  const settings = [...specOf(id).matchAll(/^(?:`{3,}settings\n([\s\S]*?)\n`{3,}\n\n)?`{3,}report/gmu)].map(
    ([, json]) => (json === undefined ? defaultSettings : { ...defaultSettings, ...JSON.parse(json) }),
  );
  reprint(blank, {
    case: ({ text }) => {
      cases.push({ text, settings: settings[cases.length] ?? defaultSettings });
      return "";
    },
  });
  return cases;
}

function fixesOf(cases: readonly Input[], id: string) {
  return cases.flatMap((one, at) =>
    findingsOf(one)
      .filter(({ rule }) => rule === id)
      .flatMap((finding) =>
        (finding.fixes ?? []).map((fix) => ({ ...one, number: at + 1, title: fix.title, finding, fix })),
      ),
  );
}

function analysisOf({ text, settings }: Input): Analysis {
  return analyze(text, settings);
}

function findingsOf(input: Input): readonly Finding[] {
  const analysis = analysisOf(input);
  return analysis.status === "checked" ? analysis.findings : [];
}

/** How often the same thing is found. */
function count(input: Input, { rule, message }: Finding): number {
  return findingsOf(input).filter((one) => one.rule === rule && one.message === message).length;
}

function errorCount(input: Input, rule: string): number {
  return findingsOf(input).filter((one) => one.rule === rule && one.severity === "error").length;
}

function expectApart(edits: readonly Edit[], text: string): void {
  const spans = edits.map(({ at }) => at).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const ends = [0, ...spans.flatMap(({ start, end }) => [start, end]), text.length];
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
}

function expectSameFigures(before: Input, after: Input): void {
  const figures = figuresOf(after);
  for (const [id, digits] of figuresOf(before)) expect([id, figures.get(id)]).toEqual([id, digits]);
}

function figuresOf(input: Input): ReadonlyMap<CellId, string> {
  const analysis = analysisOf(input);
  const cells = analysis.status === "checked" ? [...analysis.draft.cells.values()] : [];
  return new Map(cells.flatMap(({ id, numeral }) => ("digits" in numeral ? [[id, numeral.digits] as const] : [])));
}
