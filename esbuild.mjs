import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, context } from "esbuild";
import { jsonSchemaOf } from "./server/draft/report.ts";
import { forms } from "./server/form/index.ts";
import { rules } from "./server/rules/index.ts";

const watch = process.argv.includes("--watch");

/**
 * What the command line exports and reads PDF files with stays in bundles of its own, loaded when they are asked for.
 * @type {import("esbuild").Plugin}
 */
const apart = {
  name: "apart",
  setup: ({ onResolve }) => {
    onResolve({ filter: /[\\/](?:export|import-file|pdf)\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path: `./${path.replace(/^.*\/|\.ts$/g, "")}.cjs`, external: true } : undefined,
    );
  },
};

/**
 * Loads what reads any Markdown and HTML when a text first needs it, and not before: most reports are read without. In
 * Node it is a bundle of its own, which the others share.
 * @type {import("esbuild").Plugin}
 */
const markupLate = {
  name: "markup-late",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[\\/](?:remark|html-tokens)\.ts$/ }, ({ kind }) =>
      kind === "import-statement" ? { path: "markup", namespace: "late" } : undefined,
    );
    onResolve({ filter: /[\\/]markup\.node\.cjs$/ }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /^markup$/, namespace: "late" }, () => ({
      contents: `let loaded;
        const markup = () => (loaded ??= require("./markup.node.cjs"));
        export const readWhole = (body) => markup().readWhole(body);
        export const htmlTokens = (source, from, to) => markup().htmlTokens(source, from, to);
        export const xmlTokens = (source) => markup().xmlTokens(source);`,
    }));
  },
};

/**
 * Writes every character that takes more than a byte as its escape: so a text is read in no time, and takes half the
 * room in memory. (The bundler's own way leaves patterns as they are.)
 * @type {import("esbuild").Plugin}
 */
const oneByte = {
  name: "one-byte",
  setup({ initialOptions, onEnd }) {
    onEnd(async () => {
      const code = await readFile(initialOptions.outfile, "utf8");
      const escaped = code.replaceAll(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
      await writeFile(initialOptions.outfile, escaped);
    });
  },
};

/** @type {import("esbuild").BuildOptions} */
const shared = {
  bundle: true,
  minify: !watch,
  sourcemap: watch ? "inline" : false,
  target: "es2022",
  logLevel: "warning",
  legalComments: "none",
  // Han characters as they are take half the room of their escapes, and every host reads UTF-8.
  charset: "utf8",
  alias: {
    // Two patch versions come with the language server and the language client; one of them serves both.
    "vscode-languageserver-types": "./node_modules/vscode-languageserver-types/lib/esm/main.js",
    // The HTML reader has a table of character references, too; one of them serves both.
    "decode-named-character-reference": "./server/read/character-reference.ts",
    // Files are packed at once: the variant for Node would ask for threads.
    fflate: "./node_modules/fflate/esm/browser.js",
    // Markdown is read by its tokens: neither what makes trees of them nor what writes them back is carried.
    "mdast-util-gfm": "./server/read/no-tree.ts",
  },
};

/**
 * Leaves out of a bundle why there is a rule and on what authority: the language server never says it, the client and
 * the command line do.
 * @type {import("esbuild").Plugin}
 */
const withoutReasons = {
  name: "without-reasons",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]rules[\\/][a-z-]+\.ts$/ }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      return { contents: code.replaceAll(/^ {2}(?:why|source|certainty):\s+"[^"]*",\r?\n/gm, ""), loader: "ts" };
    });
  },
};

/**
 * Of the rules the client has what its pages say, and nothing that checks.
 * @type {import("esbuild").Plugin}
 */
const rulesAsTexts = {
  name: "rules-as-texts",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]rules[\\/]index\.ts$/ }, () => ({
      contents: `export const rules = ${JSON.stringify(rules)};
        export const ruleOf = (id) => rules.find((rule) => rule.id === id);`,
    }));
  },
};

/**
 * Leaves out of the protocol's libraries what only tells loaders what kind of file each is, and what their exports are
 * before they are anything.
 * @type {import("esbuild").Plugin}
 */
const withoutMarks = {
  name: "without-marks",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/]vscode-.*\.js$/ }, async ({ path }) => {
      const code = (await readFile(path, "utf8")).replace(/^"use strict";|^(?:exports\.\w+ = )+void 0;$/gm, "");
      const mark = 'Object.defineProperty(exports, "__esModule", { value: true });';
      return { contents: /protocol\.[A-Za-z]+\.js$/.test(path) ? code.replace(mark, "") : code, loader: "js" };
    });
  },
};

/**
 * Leaves out of the reader of PDF files what no program writes into them yet, and what takes a seventh of its room: a
 * compression with a dictionary of the words of six languages. A file that has it counts as damaged.
 * @type {import("esbuild").Plugin}
 */
const withoutBrotli = {
  name: "without-brotli",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]unpdf[\\/]dist[\\/]pdfjs\.mjs$/ }, async ({ path }) => {
      const parts = (await readFile(path, "utf8")).split("=makeBrotliDecode()");
      if (parts.length !== 2) throw new Error("unpdf decodes Brotli elsewhere.");
      return { contents: parts.join('=()=>{throw new Error("Brotli is not read.")}'), loader: "js" };
    });
  },
};

/**
 * Leaves out what keeps notebooks in step, what looks for modules in folders and starts programs for that, and what
 * applies edits to a document, which is for the client to do.
 * @type {import("esbuild").Plugin}
 */
const withoutUnused = {
  name: "without-unused",
  setup({ onResolve, onLoad }) {
    const instead = (name) => () => ({ path: fileURLToPath(import.meta.resolve(`./server/lsp/${name}.ts`)) });
    onResolve({ filter: /^\.\/(?:protocol\.)?notebook$/ }, instead("no-notebooks"));
    onResolve({ filter: /^\.\/files$/ }, instead("no-files"));
    onLoad({ filter: /[\\/]vscode-languageserver-textdocument[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(
        /function applyEdits\([\s\S]*TextDocument\.applyEdits = applyEdits;/,
        "",
      ),
      loader: "js",
    }));
  },
};

/** @type {import("esbuild").BuildOptions} */
const server = {
  ...shared,
  plugins: [withoutReasons, withoutUnused],
  alias: { ...shared.alias, "vscode-languageserver-types": "./server/lsp/protocol-values.ts" },
};

/** @type {import("esbuild").BuildOptions} */
const client = { ...shared, plugins: [rulesAsTexts] };

/** @type {import("esbuild").BuildOptions[]} */
const bundles = [
  {
    ...client,
    entryPoints: ["client/main.node.ts"],
    outfile: "dist/client.node.cjs",
    platform: "node",
    format: "cjs",
    external: ["vscode"],
  },
  {
    ...client,
    entryPoints: ["client/main.browser.ts"],
    // The package is of type `module`, and VS Code takes every entry of such a package but a `.cjs` for an ES module.
    outfile: "dist/client.browser.cjs",
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
    // Without it a decoder of character references picks its variant for pages and dies in a worker.
    conditions: ["worker"],
  },
  {
    ...server,
    entryPoints: ["server/hosts/node.ts"],
    outfile: "dist/server.node.cjs",
    plugins: [...server.plugins, markupLate],
    platform: "node",
    format: "cjs",
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...server,
    entryPoints: ["server/hosts/browser.ts"],
    outfile: "dist/server.browser.js",
    plugins: [...server.plugins, withoutMarks],
    platform: "browser",
    format: "iife",
    conditions: ["worker"],
  },
  {
    ...shared,
    entryPoints: ["server/export.ts"],
    outfile: "dist/export.cjs",
    plugins: [withoutReasons, markupLate],
    platform: "node",
    format: "cjs",
  },
  {
    ...shared,
    entryPoints: ["client/convert-worker.ts"],
    // One for both hosts: Node runs it as it is.
    outfile: "dist/convert.js",
    plugins: [withoutReasons],
    platform: "browser",
    format: "iife",
    conditions: ["worker"],
  },
  {
    ...shared,
    entryPoints: ["server/hosts/start-cli.ts"],
    // A module would load all that its parts of Node can give, asked for or not.
    outfile: "dist/cli.cjs",
    platform: "node",
    format: "cjs",
    define: { "import.meta.dirname": "__dirname" },
    banner: { js: "#!/usr/bin/env node" },
  },
  {
    ...shared,
    entryPoints: ["server/hosts/cli.ts"],
    outfile: "dist/cli-program.js",
    platform: "node",
    format: "cjs",
    define: { "import.meta.dirname": "__dirname" },
    // What is no module of Node's own has no way to import.
    supported: { "dynamic-import": false },
    banner: { js: "(function (require, __dirname) {" },
    footer: { js: "})" },
    plugins: [apart, markupLate, oneByte],
  },
  {
    ...shared,
    entryPoints: ["server/pdf.ts"],
    outfile: "dist/pdf.cjs",
    plugins: [withoutBrotli],
    platform: "node",
    format: "cjs",
  },
  {
    ...shared,
    entryPoints: ["server/read/markup.ts"],
    outfile: "dist/markup.node.cjs",
    platform: "node",
    format: "cjs",
  },
  {
    ...shared,
    entryPoints: ["server/import/import-file.ts"],
    outfile: "dist/import-file.cjs",
    platform: "node",
    format: "cjs",
    plugins: [markupLate],
  },
  {
    ...shared,
    entryPoints: ["client/pdf-worker.ts"],
    outfile: "dist/read-pdf.js",
    plugins: [withoutBrotli],
    platform: "browser",
    format: "iife",
    conditions: ["worker"],
  },
];

if (watch) {
  for (const bundle of bundles) await (await context(bundle)).watch();
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
  await writeFile("dist/report.schema.json", `${JSON.stringify(jsonSchemaOf(forms), undefined, 2)}\n`);
}
