import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import markdownIt from "markdown-it";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import type { CodeAction, MarkupContent } from "vscode-languageserver-types";
import { type Analysis, analyze, defaultSettings } from "../server/analysis.ts";
import { arithmeticOf, isBlank } from "../server/draft/arithmetic.ts";
import { writeCard } from "../server/features/card.ts";
import { checklist } from "../server/features/checklist.ts";
import { editsOf, type Piece, splice, textOf as textOfPieces } from "../server/features/composed-edits.ts";
import { diagnostics } from "../server/features/diagnostics.ts";
import { blankFillings } from "../server/features/fill-blanks.ts";
import { hover } from "../server/features/hover.ts";
import { safeFixes } from "../server/features/safe-fixes.ts";
import { totalsUpdate } from "../server/features/totals-update.ts";
import { offsetAt } from "../server/read/lines.ts";
import { ruleOf } from "../server/rules/index.ts";
import {
  actionsAt,
  applyAction,
  featurePrinters,
  findingsMissing,
  formatted,
  isAllowance,
  printPreview,
  printSymbols,
  printTokens,
  withReason,
} from "./support/feature-printers.ts";
import { applyEdits, reprint } from "./support/fixture.ts";
import { spoilt, spoiltText } from "./support/slips.ts";

const root = import.meta.dirname;

/** More runs for a long search: `NIANBAO_RUNS=1000 vitest run test/features.test.ts`. */
const numRuns = Number(process.env.NIANBAO_RUNS ?? 20);

/** Minimal inputs lack most of a report: only where findings are the subject are they shown. */
const withFindings = new Set(["diagnostics.md"]);

describe("features", () => {
  for (const name of readdirSync(join(root, "features")).filter((file) => file.endsWith(".md"))) {
    test(name, async () => {
      const path = join(root, "features", name);
      const only = withFindings.has(name) ? undefined : "";
      await expect(reprint(readFileSync(path, "utf8"), featurePrinters, only)).toMatchFileSnapshot(path);
    });
  }
});

/** Whole reports: the examples, and all inputs of fixtures. */
const texts: readonly string[] = [
  ...filesIn("../examples").map((path) => readFileSync(path, "utf8")),
  ...["reports", "rules"].flatMap(filesIn).flatMap((path) => inputsOf(readFileSync(path, "utf8"))),
];

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(root, folder, name));
}

function inputsOf(fixture: string): readonly string[] {
  return [...fixture.matchAll(/^(`{3,})report\n([\s\S]*?)^\1$/gmu)].map(([, , body = ""]) =>
    body.replace(/^\s*\^.*\n/gmu, ""),
  );
}

describe("whatever the text", () => {
  const properties: Readonly<Record<string, (analysis: Analysis) => void>> = {
    "every range is on one line and inside": checkDiagnostics,
    "a hover is about the place it was asked for": checkHovers,
    "a hover reads the same as Markdown and as plain text": checkMarkdown,
    "an outline nests": printSymbols,
    "a preview says what the report says, in its order": checkPreview,
    "coloured words are in order, on one line each, and do not overlap": printTokens,
    "formatting changes no figure and no word, and nothing when done twice": checkFormatting,
    "a checklist has the six sections, and is done where nothing is left": checkChecklist,
    "a draft has findings on one line, and none of what is not there yet": checkDraft,
    "safe fixes leave none and do not overlap": checkSafeFixes,
    "totals that follow a figure add up, and no other figure changes": checkTotals,
    "blanks that are filled add up, and no figure changes": checkFillings,
    "a reason silences what it is given for, and nothing else changes": checkAllowances,
  };

  test.each(Object.entries(properties))("%s", (_, property) => {
    for (const analysis of analyses()) property(analysis);
    fc.assert(
      fc.property(spoilt, (report) => {
        property(analyze(spoiltText(report), defaultSettings));
      }),
      { numRuns, examples: [[withInvisibleTitle]] },
    );
  });
});

/** A line with nothing on it but a character that nobody sees. */
const withInvisibleTitle: Parameters<typeof spoiltText>[0] = {
  form: "2021",
  seed: 688_027_139,
  tables: "canonical",
  slips: [{ kind: "cell", where: 0, to: 0, scrap: "\uFEFF" }],
};

test("safe fixes touch no figure", () => {
  for (const analysis of analyses()) {
    const { edits } = safeFixes(analysis, defaultSettings);
    const after = figuresIn(analyze(applyEdits(analysis.text, edits), defaultSettings));
    for (const [id, digits] of figuresIn(analysis)) expect([id, after.get(id)]).toEqual([id, digits]);
  }
});

interface Slip {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

test("edits of several rounds become one", () => {
  const bit = fc.constantFrom("", "a", "bc", "\n", "\r\n", "𠮷", "😀", "总计", " ");
  const edit = fc.record({ at: fc.nat(40), length: fc.nat(6), text: bit });
  const check = (source: string, rounds: readonly Slip[]) => {
    let text = source;
    let pieces: readonly Piece[] = [{ start: 0, end: source.length }];
    for (const { at, length, text: bits } of rounds) {
      const start = Math.min(at, text.length);
      const one = { at: { start, end: Math.min(start + length, text.length) }, text: bits };
      text = applyEdits(text, [one]);
      pieces = splice(pieces, [one]);
    }
    expect(textOfPieces(pieces, source)).toBe(text);
    const edits = editsOf(pieces, source);
    expect(applyEdits(source, edits)).toBe(text);
    edits.forEach(({ at }, index) => {
      expect(at.start).toBeGreaterThanOrEqual(edits[index - 1]?.at.end ?? 0);
    });
  };
  const sources = fc.array(bit, { maxLength: 20 }).map((bits) => bits.join(""));
  fc.assert(fc.property(sources, fc.array(edit, { maxLength: 8 }), check));
});

test("an edit leaves whole characters alone", () => {
  expect(editsOf(["甲𠮸乙"], "甲𠮷乙")).toEqual([{ at: { start: 1, end: 3 }, text: "𠮸" }]);
  expect(editsOf(["a\n"], "a\r\n")).toEqual([{ at: { start: 1, end: 3 }, text: "\n" }]);
  expect(editsOf(["same"], "same")).toEqual([]);
});

let known: readonly Analysis[] | undefined;

function analyses(): readonly Analysis[] {
  known ??= texts.map((text) => analyze(text, defaultSettings));
  return known;
}

function checkFormatting(analysis: Analysis): void {
  if (analysis.status !== "checked") return;
  const once = formatted(analysis.text, analysis);
  const after = analyze(once, defaultSettings);
  expect(formatted(once, after)).toBe(once);
  expect(figuresIn(after)).toEqual(figuresIn(analysis));
  // Labels may be numbered anew; the figures are compared above.
  const words = (text: string) => text.normalize("NFKC").replaceAll(/[^\p{Script=Han}]|[一二三四五六七八九十]/gu, "");
  expect(words(once)).toBe(words(analysis.text));
}

/** Merging leaves out blanks alone, and notes are no part of the text. */
function checkPreview(analysis: Analysis): void {
  const shown = printPreview(analysis).replaceAll(/<span class="nianbao-note [^>]*>[^<]*<\/span>/gu, "");
  const wordsOf = (html: string) => html.replaceAll(/<[^>]*>|\s+/gu, "");
  expect(wordsOf(shown)).toBe(wordsOf(markdownIt({ html: true }).render(analysis.text)));
}

function checkTotals(analysis: Analysis): void {
  if (analysis.status !== "checked") return;
  const { draft, text } = analysis;
  const offers = [...draft.cells.values()].flatMap((cell) => {
    const update = totalsUpdate(draft, cell.box.span.start);
    return update === undefined ? [] : [{ cell, update }];
  });
  for (const { cell, update } of offers.slice(0, 2)) {
    const after = analyze(applyEdits(text, update.edits), defaultSettings);
    const [figures, before] = [figuresIn(after), figuresIn(analysis)];
    const changed = [...before].filter(([id, digits]) => figures.get(id) !== digits).map(([id]) => id);
    expect(changed).toHaveLength(update.edits.length);
    expect(changed).not.toContain(cell.id);
    const place = after.status === "checked" ? after.draft.cells.get(cell.id)?.box.span.start : undefined;
    expect(place).toBeDefined();
    if (after.status === "checked") expect(totalsUpdate(after.draft, place ?? 0)).toBeUndefined();
  }
}

function checkFillings(analysis: Analysis): void {
  if (analysis.status !== "checked") return;
  const { draft, text } = analysis;
  const blanks = [...draft.cells.values()].filter(isBlank);
  const [blank] = blanks;
  for (const { edits } of blank === undefined ? [] : blankFillings(draft, blank.box.span.start)) {
    const after = analyze(applyEdits(text, edits), defaultSettings);
    const figures = figuresIn(after);
    for (const [id, digits] of figuresIn(analysis)) expect([id, figures.get(id)]).toEqual([id, digits]);
    expect(figures.size).toBe(figuresIn(analysis).size + edits.length);
    const filled = new Set(blanks.map(({ id }) => id).filter((id) => figures.has(id)));
    for (const { equation, right, holds } of after.status === "checked" ? arithmeticOf(after.draft).checked : []) {
      if (equation.kind === "sum" && right.some(({ id }) => filled.has(id)))
        expect([equation, holds]).toEqual([equation, true]);
    }
  }
}

function checkDiagnostics(analysis: Analysis): void {
  for (const { range, relatedInformation = [] } of diagnostics(analysis, "file:///a.md")) {
    for (const { start, end } of [range, ...relatedInformation.map(({ location }) => location.range)]) {
      expect(end.line).toBe(start.line);
      expect(start.character).toBeLessThanOrEqual(end.character);
      expect(start.line).toBeLessThan(analysis.lines.starts.length);
    }
  }
}

function checkChecklist(analysis: Analysis): void {
  const list = checklist(analysis);
  expect(list === undefined).toBe(analysis.status === "not-a-report");
  if (list === undefined) return;
  expect(list.parts.filter(({ id }) => id !== "title")).toHaveLength(6);
  for (const { state, range, items } of list.parts) {
    const left = items.filter(({ kind }) => ["error", "warning", "unfilled", "unchecked"].includes(kind));
    expect(state === "done").toBe(left.length === 0);
    for (const { start, end } of [range, ...items.map((item) => item.range)]) expect(end.line).toBe(start.line);
  }
}

function checkDraft({ text }: Analysis): void {
  const analysis = analyze(text, { ...defaultSettings, mode: "draft" });
  checkDiagnostics(analysis);
  checkChecklist(analysis);
  if (analysis.status !== "checked") return;
  expect(analysis.findings.filter(({ rule }) => ruleOf(rule)?.incomplete !== undefined)).toEqual([]);
}

function checkHovers(analysis: Analysis): void {
  for (let offset = 0; offset < analysis.text.length; offset += 41) {
    const found = hover(analysis, offset, true);
    if (found?.range === undefined) continue;
    expect(offsetAt(analysis.lines, found.range.start)).toBeLessThanOrEqual(offset);
    expect(offsetAt(analysis.lines, found.range.end)).toBeGreaterThanOrEqual(offset);
  }
}

const markdown = unified().use(remarkParse).use(remarkGfm);

function checkMarkdown(analysis: Analysis): void {
  for (let offset = 0; offset < analysis.text.length; offset += 97) {
    const [marked, plain] = [true, false].map((isMarked) => hover(analysis, offset, isMarked)?.contents);
    if (marked === undefined || plain === undefined) continue;
    const { value } = plain as MarkupContent;
    const seen = textOf(markdown.parse((marked as MarkupContent).value));
    expect(seen.replaceAll(/\s+/gu, "")).toBe(value.replaceAll(/^- |\s+/gmu, ""));
  }
}

test("what a report says never becomes markup", () => {
  for (const text of [
    "*甲*",
    "__甲__",
    "`甲`",
    "~~甲~~",
    "<b>甲</b>",
    "&lt;",
    "[甲](乙)",
    "![甲](乙)",
    "| 甲 |",
    "\\*",
    "$x$",
  ]) {
    for (const line of [
      text,
      `甲${text}乙`,
      `# ${text}`,
      `- ${text}`,
      `1. ${text}`,
      `1) ${text}`,
      `> ${text}`,
      `+ ${text}`,
    ]) {
      const { value } = writeCard({ title: line, parts: [line, [line, line]] }, true);
      expect(textOf(markdown.parse(value))).toBe(line.repeat(4));
    }
  }
  expect(writeCard({ title: "http://a.b www.a.b a@b.c", parts: [] }, true).value).toBe(
    "**http\\://a.b www\\.a.b a\\@b.c**",
  );
});

/** The text one sees, of paragraphs and lists and nothing else. */
function textOf(node: Nodes): string {
  expect(["root", "paragraph", "list", "listItem", "strong", "text"]).toContain(node.type);
  return "children" in node ? node.children.map(textOf).join("") : "value" in node ? node.value : "";
}

function checkSafeFixes(analysis: Analysis): void {
  const { edits } = safeFixes(analysis, defaultSettings);
  edits.forEach(({ at }, index) => {
    expect(at.start).toBeGreaterThanOrEqual(edits[index - 1]?.at.end ?? 0);
  });
  const fixed = analyze(applyEdits(analysis.text, edits), defaultSettings);
  expect(safeFixes(fixed, defaultSettings).edits).toEqual([]);
}

function checkAllowances(analysis: Analysis): void {
  // Comments that are there already may cover a finding or stand in the way.
  if (analysis.text.includes("nianbao-allow")) return;
  for (const action of allowancesIn(analysis).slice(0, 3)) {
    const after = analyze(withReason(applyAction(analysis, action), "已说明"), defaultSettings);
    expect(cellsIn(after)).toEqual(cellsIn(analysis));
    const [due] = action.diagnostics ?? [];
    const gone = findingsMissing(analysis, after);
    expect(gone.length).toBeGreaterThan(0);
    for (const one of gone) expect(one).toMatch(new RegExp(`^${due?.code}“`, "u"));
    expect(findingsMissing(after, analysis)).toEqual([]);
  }
}

function allowancesIn(analysis: Analysis): readonly CodeAction[] {
  if (analysis.status !== "checked") return [];
  return analysis.findings.flatMap(({ at }) => actionsAt(analysis, at.start).filter(isAllowance));
}

/** The figures that can be read, by cell. */
function figuresIn(analysis: Analysis): ReadonlyMap<string, string> {
  if (analysis.status !== "checked") return new Map();
  return new Map(
    [...analysis.draft.cells.values()].flatMap(({ id, numeral }) =>
      "digits" in numeral ? [[id, numeral.digits]] : [],
    ),
  );
}

/** The texts of the cells. */
function cellsIn(analysis: Analysis): readonly (readonly [string, string])[] {
  return analysis.status === "checked"
    ? [...analysis.draft.cells.values()].map(({ id, box }) => [id, box.text] as const)
    : [];
}
