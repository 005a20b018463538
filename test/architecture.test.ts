import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { forms, headingOf, pathsOf, tableSections } from "../server/form/index.ts";

const root = join(import.meta.dirname, "..");

/** What each layer may import besides itself; the table of ARCHITECTURE.md. */
const layers: Readonly<Record<string, readonly string[]>> = {
  "server/form": [],
  "server/read": ["unified", "remark-parse", "remark-gfm", "htmlparser2", "entities", "fflate", "get-east-asian-width"],
  "server/draft": ["server/form", "server/read", "zod"],
  "server/write": ["server/form", "server/draft", "fflate"],
  "server/rules": ["server/form", "server/read", "server/draft", "server/write"],
  "server/import": ["server/form", "server/read", "server/draft", "server/write"],
  "server/analysis.ts": ["server/form", "server/read", "server/draft", "server/rules"],
  "server/export.ts": ["server/draft", "server/write", "server/analysis.ts"],
  "server/pdf.ts": ["server/read", "unpdf"],
  "server/features": [
    "server/form",
    "server/read",
    "server/draft",
    "server/rules",
    "server/write",
    "server/analysis.ts",
    "vscode-languageserver-types",
    "vscode-languageserver-textdocument",
  ],
  "server/lsp": [
    "server/form",
    "server/read",
    "server/rules",
    "server/analysis.ts",
    "server/features",
    "vscode-languageserver",
    "vscode-languageserver-textdocument",
    "vscode-languageserver-types",
    "zod",
  ],
  "server/cli": [
    "server/form",
    "server/read",
    "server/draft",
    "server/rules",
    "server/write",
    "server/import",
    "server/analysis.ts",
    "server/export.ts",
    "server/features",
  ],
  "server/hosts": [
    "server/lsp",
    "server/cli",
    "server/read",
    "vscode-languageserver",
    "server/pdf.ts",
    "node:",
    "package.json",
  ],
  client: [
    "server/form",
    "server/read",
    "server/draft",
    "server/rules",
    "server/write",
    "server/import",
    "server/analysis.ts",
    "server/export.ts",
    "server/pdf.ts",
    "vscode",
    "vscode-languageclient",
    "markdown-it",
    "node:",
  ],
  syntaxes: ["server/form"],
};

/** Libraries that exactly one file knows. */
const owners: Readonly<Record<string, readonly string[]>> = {
  unified: ["server/read/remark.ts"],
  "remark-parse": ["server/read/remark.ts"],
  "remark-gfm": ["server/read/remark.ts"],
  htmlparser2: ["server/read/html-tokens.ts"],
  entities: ["server/read/character-reference.ts"],
  fflate: ["server/read/zip.ts", "server/write/zip.ts"],
  "get-east-asian-width": ["server/read/display-width.ts"],
  "markdown-it": ["client/preview/markdown-it.ts"],
  unpdf: ["server/pdf.ts"],
  zod: ["server/draft/report.ts", "server/lsp/settings.ts"],
};

const sources = ["server", "client", "syntaxes"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name).split(sep).join("/")),
);

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\s[^;]*?from\s+"([^"]+)"|\bimport\("([^"]+)"\)/gmu)].map(([, a, b]) => {
    const target = a ?? b ?? "";
    return target.startsWith(".")
      ? relative(root, join(root, dirname(file), target))
          .split(sep)
          .join("/")
      : target;
  });
}

function layerOf(file: string): string {
  return Object.keys(layers).find((layer) => file === layer || file.startsWith(`${layer}/`)) ?? "";
}

describe("architecture", () => {
  test.each(sources)("%s imports only what its layer may", (file) => {
    const layer = layerOf(file);
    const allowed = [layer, ...(layers[layer] ?? [])];
    const wrong = importsOf(file).filter(
      (target) =>
        !allowed.some(
          (one) => target === one || target.startsWith(`${one}/`) || (one.endsWith(":") && target.startsWith(one)),
        ),
    );
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(owners))("%s is known to one file", (library, files) => {
    const users = sources.filter((file) =>
      importsOf(file).some((target) => target === library || target.startsWith(`${library}/`)),
    );
    expect(users).toEqual(files);
  });

  test("only the client imports vscode", () => {
    expect(sources.filter((file) => importsOf(file).includes("vscode") && !file.startsWith("client/"))).toEqual([]);
  });

  test("no official label stands in code outside the form data", () => {
    const labels = new Set(
      forms.flatMap((form) => [
        form.title,
        form.notice.number,
        ...form.sections.flatMap((section) => [
          headingOf(section),
          section.title,
          ...(section.aspects ?? []).map(({ title }) => title),
        ]),
        ...tableSections(form).flatMap(({ table }) =>
          table.blocks.flatMap((block) => [
            ...(block.title === undefined ? [] : [block.title]),
            ...[...pathsOf(block.rows), ...pathsOf(block.columns)].flatMap(({ leaf, groups }) => [
              leaf.label,
              ...groups,
            ]),
          ]),
        ),
      ]),
    );
    // Words of everyday language are labels, too (其他, 总计, 规章): what counts is a label no sentence needs.
    const telling = [...labels].filter((label) => label.length >= 6);
    const found = sources
      .filter((file) => !/^server\/form\/\d{4}\.ts$/u.test(file))
      .flatMap((file) => {
        const code = withoutProse(readFileSync(join(root, file), "utf8"));
        return telling.filter((label) => code.includes(label)).map((label) => `${file}: ${label}`);
      });
    expect(found).toEqual([]);
  });

  test("no code asks which form it has before it", () => {
    const asking = sources.filter((file) =>
      /form\.id\s*[!=]==|\.id\s*===\s*"20(?:19|21)"/u.test(readFileSync(join(root, file), "utf8")),
    );
    expect(asking).toEqual([]);
  });

  test("the language server, whose bundle has no reasons of rules, asks for none", () => {
    const files = sources.filter((file) => /^server\/(?:features|lsp)\//u.test(file));
    expect(files.filter((file) => /\bwhy\b/u.test(withoutProse(readFileSync(join(root, file), "utf8"))))).toEqual([]);
  });

  test("files stay small enough to read at one sitting", () => {
    const long = sources
      .filter((file) => !/^server\/form\/\d{4}\.ts$/u.test(file))
      .map((file) => [file, readFileSync(join(root, file), "utf8").split("\n").length] as const)
      .filter(([file, lines]) => lines > (isRule(file) ? 110 : 210));
    expect(long).toEqual([]);
  });
});

function isRule(file: string): boolean {
  return /^export default \{\n {2}id:/mu.test(readFileSync(join(root, file), "utf8"));
}

/** Code without comments and without the explanations of rules, which speak of the form to people. */
function withoutProse(code: string): string {
  return code
    .replaceAll(/\/\*\*?[\s\S]*?\*\//gu, "")
    .replaceAll(/^\s*\/\/.*$/gmu, "")
    .replaceAll(/^\s*(?:why|source|title):\s*(?:\n\s*)?"[^"]*",?$/gmu, "");
}
