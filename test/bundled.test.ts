import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as types from "vscode-languageserver-types";
import * as noFiles from "../server/lsp/no-files.ts";
import * as noNotebooks from "../server/lsp/no-notebooks.ts";
import * as values from "../server/lsp/protocol-values.ts";
import * as noTree from "../server/read/no-tree.ts";

// What the bundles put in the place of parts of libraries. A name that is asked for and not there would be missed when
// the bundle runs, and not before.

const root = join(import.meta.dirname, "..");

test("what stands for the makers of trees has every name that is asked of them", () => {
  const code = readFileSync(new URL("lib/index.js", import.meta.resolve("remark-gfm")), "utf8");
  const [, names = ""] = /^import \{([^}]*)\} from 'mdast-util-gfm'$/mu.exec(code) ?? [];
  expect(names.split(",").map((name) => name.trim())).toEqual(Object.keys(noTree));
});

test("what stands for notebooks has every name that is asked of it", () => {
  const code = sources("node_modules/vscode-languageserver/lib/common", ".js").join("\n");
  const asked = [...code.matchAll(/\bnotebook_1\.(\w+)/gu)].map(([, name = ""]) => name);
  expect([...new Set(asked)].toSorted()).toEqual(Object.keys(noNotebooks).toSorted());
});

test("what stands for the finding of modules is asked for nothing that this server does", () => {
  const code = readFileSync(join(root, "node_modules/vscode-languageserver/lib/node/main.js"), "utf8");
  const uses = [...code.matchAll(/^.*\bfm\b.*$/gmu)].map(([line]) => line.trim());
  expect(uses.every((line) => /^(?:const fm = .*|Files\.(\w+) = fm\.\1;)$/u.test(line))).toBe(true);
  expect(sources("server", ".ts").some((own) => /\bFiles\./u.test(own))).toBe(false);
  expect(Object.keys(noFiles)).toEqual([]);
});

test("what applies edits to a document is left out, and nobody asks for it", () => {
  const path = "node_modules/vscode-languageserver";
  const asking = [...sources("server", ".ts"), ...sources(`${path}/lib`, ".js")];
  expect(asking.filter((code) => /\bTextDocument\.applyEdits\b/u.test(code))).toEqual([]);
  const bundles = ["dist/server.browser.js", "dist/server.node.cjs"];
  expect(bundles.filter((file) => readFileSync(join(root, file), "utf8").includes("Overlapping edit"))).toEqual([]);
});

test("what stands for the values of the protocol has every one that the server and its libraries ask for", () => {
  const library = "node_modules/vscode-languageserver";
  const libraries = [`${library}/lib`, `${library}/node_modules/vscode-languageserver-protocol/lib`].flatMap((folder) =>
    sources(folder, ".js").flatMap((code) => [...code.matchAll(/(?:protocol|types|main|api)_1\.(\w+)/gu)]),
  );
  const own = sources("server", ".ts").flatMap((code) =>
    [...code.matchAll(/^import \{([^}]*)\} from "vscode-languageserver(?:-types)?";/gmu)].flatMap(([, names = ""]) => [
      ...names.matchAll(/(?:^|,)\s*(?!type\s)(\w+)/gu),
    ]),
  );
  const asked = new Set([...libraries, ...own].map(([, name = ""]) => name).filter((name) => name in types));
  expect([...asked].toSorted()).toEqual(Object.keys(values).toSorted());
});

test("and they are the same", () => {
  const [real, ours] = [{ ...types }, { ...values }];
  const given = ["", "a", 0, -1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), null, {}, { uri: "a" }, { uri: "a", name: "b" }];
  for (const name of ["DocumentUri", "URI", "integer", "uinteger", "WorkspaceFolder"] as const) {
    expect(given.map((one) => ours[name].is(one))).toEqual(given.map((one) => real[name].is(one)));
  }
  for (const { MIN_VALUE, MAX_VALUE, name } of [
    { ...ours.integer, name: "integer" as const },
    { ...ours.uinteger, name: "uinteger" as const },
  ]) {
    expect(real[name]).toMatchObject({ MIN_VALUE, MAX_VALUE });
  }
  expect(real.CodeActionKind).toMatchObject(ours.CodeActionKind);
  expect(real.CodeActionTriggerKind).toMatchObject(ours.CodeActionTriggerKind);
});

function sources(folder: string, extension: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(extension))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}
