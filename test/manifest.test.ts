import { globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";
import { describe, expect, test, vi } from "vitest";
import { isReportLike } from "../client/report-like.ts";
import { analyze, defaultSettings } from "../server/analysis.ts";
import { tokenLegend } from "../server/features/semantic-tokens.ts";
import { rules } from "../server/rules/index.ts";

vi.mock("vscode", () => ({}));
vi.mock("vscode-languageclient", () => ({ NotificationType: Object, RequestType: Object }));

const root = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(root, file), "utf8");
const manifest = JSON.parse(read("package.json"));
const names = { en: JSON.parse(read("package.nls.json")), zh: JSON.parse(read("package.nls.zh-cn.json")) };
const { commands, configuration, keybindings, menus, viewsContainers, walkthroughs } = manifest.contributes;

describe("manifest", () => {
  test("every command is listed, and has a file of its own", async () => {
    const { list } = await import("../client/commands/index.ts");
    expect(commands.map(({ command }: { command: string }) => command)).toEqual(list.map(({ id }) => id));
    const files = readdirSync(join(root, "client/commands")).filter((name) => !/^(?:index|command)\.ts$/.test(name));
    const named = list.map(({ id }) =>
      id.replace("nianbao.", "").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    );
    expect(files.map((name) => name.replace(".ts", ""))).toEqual(named.toSorted());
  });

  test("every command in a menu exists", () => {
    const known = new Set(commands.map(({ command }: { command: string }) => command));
    const used: readonly { readonly command: string }[] = Object.values<{ command: string }[]>(menus).flat();
    expect(used.filter(({ command }) => !known.has(command))).toEqual([]);
  });

  test("what needs a report is offered where there is one, and the rest everywhere", () => {
    const everywhere = ["newReport", "newFromLastYear", "import", "explainRule", "restart", "showLog"];
    const conditional = menus.commandPalette.map(({ command, when }: { command: string; when: string }) => {
      expect(when).toMatch(/nianbao:isReport|nianbao:inTable|workspaceFolderCount/);
      return command;
    });
    const all = commands.map(({ command }: { command: string }) => command);
    expect([...conditional, ...everywhere.map((name) => `nianbao.${name}`)].toSorted()).toEqual(all.toSorted());
  });

  test("keys are taken in the tables of reports alone, and left to what lies over them", () => {
    for (const { when } of keybindings) {
      const conditions = when.split(" && ");
      expect(conditions).toEqual(
        expect.arrayContaining(["nianbao:inTable", "editorTextFocus", "!suggestWidgetVisible", "!inSnippetMode"]),
      );
    }
    expect(keybindings.map(({ key }: { key: string }) => key)).toEqual(["tab", "shift+tab", "enter"]);
  });

  test("the English names are English, but for what has no English name", () => {
    const own = ["displayName", "command.category", "configuration.title"];
    const texts = Object.entries<string>(names.en).filter(([key]) => !own.includes(key));
    const chinese = texts.filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll("政府信息公开工作年度报告", "")));
    expect(chinese).toEqual([]);
  });

  test("every step of the walkthrough leads to a command there is, and is ticked off by one", () => {
    const known = new Set(commands.map(({ command }: { command: string }) => command));
    for (const { id, media, completionEvents } of walkthroughs.flatMap(({ steps }: Walkthrough) => steps)) {
      const texts = [names.en, names.zh].map((texts) => String(texts[`walkthrough.${id}.description`]));
      const [english, chinese] = texts.map((text) =>
        [...text.matchAll(/\(command:([^)]+)\)/g)].map(([, name]) => name),
      );
      expect(english).toEqual(chinese);
      const ticking = completionEvents.map((event: string) => event.replace("onCommand:", ""));
      expect([...(english ?? []), ...ticking].filter((name) => !known.has(name))).toEqual([]);
      expect(completionEvents.length).toBeGreaterThan(0);
      // VS Code shows the pictures on a page that takes no styles: colours stand in attributes.
      expect(read(media.svg)).not.toMatch(/<style|style=|class=/);
    }
  });

  test("every name is there in English and in Chinese, and none is left over", () => {
    const named = [...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    const used = [...new Set(named)].toSorted();
    expect(Object.keys(names.en).toSorted()).toEqual(used);
    expect(Object.keys(names.zh).toSorted()).toEqual(used);
    const empty = Object.values(names)
      .flatMap((texts) => Object.values<string>(texts))
      .filter((text) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  test("every colour has a name, and something that themes know to be shown as", () => {
    const { semanticTokenTypes, semanticTokenScopes } = manifest.contributes;
    expect(semanticTokenTypes.map(({ id }: { id: string }) => id)).toEqual(tokenLegend.tokenTypes);
    const [{ language, scopes }] = semanticTokenScopes;
    expect(language).toBe("markdown");
    expect(Object.keys(scopes)).toEqual(tokenLegend.tokenTypes);
  });

  test("every setting has a description, a default and a scope, and there are few", () => {
    const settings = Object.entries<Record<string, unknown>>(configuration.properties);
    expect(settings.length).toBeLessThanOrEqual(12);
    for (const [id, setting] of settings) {
      expect(id).toMatch(/^nianbao\./);
      expect(setting).toMatchObject({
        markdownDescription: expect.stringMatching(/^%.+%$/),
        scope: expect.any(String),
      });
      expect(setting.default).toBeDefined();
    }
  });

  test("the extension runs where a folder is not trusted or not on a disk", () => {
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    expect(manifest.activationEvents).toEqual(["onLanguage:markdown"]);
  });
});

describe("activation", () => {
  test("the server is started for every text it takes for a report", () => {
    const examples = globSync("examples/*.md", { cwd: root }).map(read);
    const fixtures = globSync("test/{features,read,reports,rules,write}/*.md", { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/^(`{3,})report\n(?<body>[\s\S]*?)^\1$/gm)].map(({ groups }) => groups?.body ?? ""),
    );
    const reports = [...examples, ...fixtures].filter(
      (text) => analyze(text, defaultSettings).status !== "not-a-report",
    );
    expect(reports.length).toBeGreaterThan(examples.length - 1);
    expect(reports.filter((text) => !isReportLike(text))).toEqual([]);
  });

  test("it is not started for other people's Markdown", () => {
    const others = globSync("node_modules/*/*.md", { cwd: root });
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter((file) => isReportLike(read(file)))).toEqual([]);
  });
});

describe("texts", () => {
  const bundle: Readonly<Record<string, string>> = JSON.parse(read("l10n/bundle.l10n.zh-cn.json"));
  const sources = readdirSync(join(root, "client"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  );
  const code = sources.map((name) => read(join("client", name))).join("\n");

  test("everything said in English is there in Chinese, and nothing else", () => {
    const said = [...code.matchAll(/\bl10n\.t\(\s*"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text);
    expect(said.length).toBe(code.match(/\bl10n\.t\(/g)?.length);
    expect(Object.keys(bundle).toSorted()).toEqual([...new Set(said)].toSorted());
  });

  test("the Chinese has the blanks of the English", () => {
    const blanks = (text: string) => (text.match(/\{\d\}/g) ?? []).toSorted();
    for (const [english, chinese] of Object.entries(bundle)) expect(blanks(chinese), english).toEqual(blanks(english));
  });
});

describe("bundles", () => {
  const kilobytes = (file: string) => statSync(join(root, file)).size / 1000;

  test("the server for browsers keeps within its budget", () => {
    expect(kilobytes("dist/server.browser.js")).toBeLessThanOrEqual(600);
  });

  test("the server carries no reasons of rules, the client all", () => {
    const unescaped = (code: string) =>
      code.replaceAll(/\\u([\da-f]{4})/gu, (_, unit: string) => String.fromCharCode(Number.parseInt(unit, 16)));
    const carried = (file: string) => {
      const code = unescaped(read(file));
      return rules.filter(({ why }) => code.includes(why)).length;
    };
    expect(["dist/server.browser.js", "dist/server.node.cjs"].map(carried)).toEqual([0, 0]);
    expect(["dist/client.browser.cjs", "dist/cli-program.js"].map(carried)).toEqual([rules.length, rules.length]);
  });

  test("what imports, exports and reads Markdown is loaded when it is asked for", () => {
    const files = readdirSync(join(root, "dist")).filter((name) => /\.c?js$/.test(name));
    const carrying = (code: RegExp) => files.filter((name) => code.test(read(join("dist", name)))).toSorted();
    expect(carrying(/w:vMerge|<mergeCell/)).toEqual(["convert.js", "export.cjs"]);
    expect(carrying(/w:gridbefore/)).toEqual(["convert.js", "import-file.cjs"]);
    expect(carrying(/ToUnicode/)).toEqual(["pdf.cjs", "read-pdf.js"]);
    const readers = ["convert.js", "markup.node.cjs", "server.browser.js"];
    expect(carrying(/gfmStrikethrough|characterEscapeValue/)).toEqual(readers);
  });

  test.each(["client.browser.cjs", "server.browser.js", "convert.js"])(
    "dist/%s reaches for nothing outside",
    (file) => {
      const code = read(join("dist", file));
      const forbidden =
        /\b(?:fetch|importScripts|eval)\s*\(|\bimport\s*\(|XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|localStorage|indexedDB/g;
      expect(code.match(forbidden)).toBeNull();
      expect(requiredBy(code)).toEqual(file.includes("client") ? ["vscode"] : []);
    },
  );

  // The libraries bring these along to talk over pipes and sockets; our own code uses none of them.
  const talk = ["crypto", "fs", "net", "os", "path", "util"];

  test.each([
    ["dist/client.node.cjs", [...talk, "child_process", "readline", "vscode", "worker_threads"]],
    ["dist/cli.cjs", ["fs", "path", "vm"]],
    [
      "dist/cli-program.js",
      [
        "./export.cjs",
        "./import-file.cjs",
        "./markup.node.cjs",
        "./pdf.cjs",
        "crypto",
        "fs",
        "path",
        "stream/consumers",
        "v8",
      ],
    ],
    ["dist/markup.node.cjs", ["path", "process", "url"]],
    ["dist/server.node.cjs", [...talk, "./markup.node.cjs"]],
  ])("%s asks Node for no more than its libraries need", (file, modules) => {
    expect(requiredBy(read(file))).toEqual(modules.toSorted());
  });

  test("no code of ours asks for a module of Node's but in the hosts, and where the client starts workers", () => {
    const files = ["client", "server"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
    );
    const asking = files.filter((file) => file.endsWith(".ts") && /\bfrom "node:|\brequire\(/.test(read(file)));
    const hosts = (file: string) => file.startsWith(join("server", "hosts"));
    expect(asking.filter((file) => !hosts(file))).toEqual([join("client", "worker.node.ts")]);
  });
});

describe("package", () => {
  const files = listFiles({ cwd: root, packageManager: PackageManager.None });

  test("holds what the manifest names, its texts, a page for every rule, and nothing else", async () => {
    const icons = viewsContainers.activitybar.map(({ icon }: { readonly icon: string }) => icon);
    const grammars = manifest.contributes.grammars.map(pathOf);
    const pictures = walkthroughs.flatMap(({ steps }: Walkthrough) => steps.map(({ media }) => media.svg));
    const styles = manifest.contributes["markdown.previewStyles"];
    const named = [manifest.main, manifest.browser, manifest.icon, ...icons, ...grammars, ...pictures, ...styles];
    expect((await files).toSorted()).toEqual(
      [
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "README.zh-CN.md",
        "dist/convert.js",
        "dist/read-pdf.js",
        "dist/markup.node.cjs",
        "dist/server.browser.js",
        "dist/server.node.cjs",
        "l10n/bundle.l10n.zh-cn.json",
        "package.json",
        "package.nls.json",
        "package.nls.zh-cn.json",
        ...rules.map(({ id }) => `test/rules/${id}.md`),
        ...named.map((file: string) => file.replace("./", "")),
      ].toSorted(),
    );
  });

  test("keeps within its budget", async () => {
    const packed = (await files).map((file) => deflateRawSync(readFileSync(join(root, file))).length);
    const total = packed.reduce((sum, size) => sum + size, 0);
    expect(total / 1_000_000).toBeLessThanOrEqual(1.5);
  });

  test("has an icon that the marketplace takes", () => {
    const icon = readFileSync(join(root, manifest.icon));
    expect(icon.subarray(1, 4).toString()).toBe("PNG");
    expect(icon.readUInt32BE(16)).toBeGreaterThanOrEqual(128);
    expect(icon.readUInt32BE(20)).toBe(icon.readUInt32BE(16));
  });
});

interface Walkthrough {
  readonly steps: readonly {
    readonly id: string;
    readonly media: { readonly svg: string };
    readonly completionEvents: readonly string[];
  }[];
}

const pathOf = ({ path }: { readonly path: string }): string => path;

/** Modules a bundle asks for, whatever the prefix, each once. */
function requiredBy(code: string): string[] {
  const asked = [...code.matchAll(/\brequire\("(?:node:)?([^"]+)"\)/g)].map(([, name]) => name ?? "");
  return [...new Set(asked)].toSorted();
}
