import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test as plainTest } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction, CompletionItem, Diagnostic, Position, SymbolInformation } from "vscode-languageserver-types";
import { guard } from "../server/lsp/guard.ts";
import { readSettings } from "../server/lsp/settings.ts";
import { version } from "../server/lsp/version.ts";
import { type Answers, type LspClient, type ProcessClient, startProcess, startWorker } from "./support/lsp-client.ts";

/** As VS Code says of itself, as far as the server listens. */
const vscode = {
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
    workspaceFolders: true,
  },
};

const report = [
  "# 某某县水务局2023年政府信息公开工作年度报告",
  "",
  "## 三、收到和处理政府信息公开申请情况",
  "",
  "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
  "| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 0 |",
  "| 二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
  "",
].join("\n");

/** Where the wrong total of the report stands. */
const total: Position = { line: 6, character: report.split("\n")[6]?.lastIndexOf("0") ?? 0 };
const totalRange = { start: total, end: { line: 6, character: total.character + 1 } };

/** Starts a server that ends with its test. */
type Start = (answers?: Answers, args?: readonly string[]) => ProcessClient;
/** The same, greeted by an editor with these capabilities. */
type Greet = (capabilities: object, answers?: Answers, options?: unknown) => Promise<ProcessClient>;

interface Fixtures {
  readonly start: Start;
  readonly greet: Greet;
  /** VS Code as all tests of the file share it; each has documents of its own. */
  readonly editor: ProcessClient;
}

const test = plainTest.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures a fixture needs from this pattern
  start: async ({}, use) => {
    const clients: ProcessClient[] = [];
    await use((answers, args) => {
      const client = startProcess(answers, args);
      clients.push(client);
      return client;
    });
    for (const client of clients) await end(client);
  },
  greet: async ({ start }, use) => {
    await use((capabilities, answers, options) => greeted(start(answers), capabilities, options));
  },
  editor: [
    // biome-ignore lint/correctness/noEmptyPattern: likewise
    async ({}, use) => {
      const editor = await greeted(startProcess(), vscode);
      await use(editor);
      await end(editor);
    },
    { scope: "file" },
  ],
});

async function greeted<T extends LspClient>(
  client: T,
  capabilities: object,
  initializationOptions?: unknown,
): Promise<T> {
  await client.request("initialize", { processId: process.pid, rootUri: null, capabilities, initializationOptions });
  client.notify("initialized", {});
  return client;
}

async function end({ process, exit }: ProcessClient): Promise<void> {
  if (process.exitCode === null) process.kill();
  await exit;
}

let documents = 0;

/** Opens a text as a document no other test has, by default; returns its address. */
function open(client: LspClient, text: string, at?: string): string {
  documents += 1;
  const uri = at ?? `file:///c%3A/%E7%94%A8%E6%88%B7/2023%E5%B9%B4%20%E5%B9%B4%E6%8A%A5-${documents}.md`;
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  return uri;
}

async function pull(client: LspClient, uri: string, previousResultId?: string) {
  return await client.request("textDocument/diagnostic", { textDocument: { uri }, previousResultId });
}

async function findings(client: LspClient, uri: string): Promise<readonly Diagnostic[]> {
  const { items } = await pull(client, uri);
  return items;
}

function sumsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ code }) => code === "sum-mismatch");
}

async function hoverAt(client: LspClient, uri: string, position: Position) {
  return await client.request("textDocument/hover", { textDocument: { uri }, position });
}

async function actionsAt(
  client: LspClient,
  uri: string,
  position: Position,
  only?: readonly string[],
): Promise<readonly CodeAction[]> {
  const context = { diagnostics: [], ...(only === undefined ? {} : { only }) };
  const range = { start: position, end: position };
  return await client.request("textDocument/codeAction", { textDocument: { uri }, range, context });
}

async function symbolsOf(client: LspClient, uri: string) {
  return await client.request("textDocument/documentSymbol", { textDocument: { uri } });
}

function change(client: LspClient, uri: string, version: number, contentChanges: readonly object[]): void {
  client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
}

function close(client: LspClient, uri: string): void {
  client.notify("textDocument/didClose", { textDocument: { uri } });
}

describe("an editor that pulls", () => {
  test("is told what the server can do", async ({ start }) => {
    const { capabilities, serverInfo } = await start().request("initialize", {
      processId: null,
      rootUri: null,
      capabilities: vscode,
    });
    expect(serverInfo).toEqual({ name: "nianbao", version });
    expect(capabilities).toMatchObject({
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: { codeActionKinds: ["quickfix", "refactor.rewrite", "source.fixAll.nianbao"] },
      hoverProvider: true,
      workspace: { workspaceFolders: { supported: true } },
    });
    expect(capabilities.documentSymbolProvider).toBeTruthy();
  });

  test("goes from squiggle to fix", async ({ editor }) => {
    const uri = open(editor, report);
    const [wrong, ...others] = sumsOf(await findings(editor, uri));
    expect(others).toEqual([]);
    expect(wrong).toMatchObject({
      range: totalRange,
      severity: 1,
      source: "nianbao",
      message: "表三“一、本年新收政府信息公开申请数量”的总计应为 1，现为 0：1 + 0 + 0 + 0 + 0 + 0 = 1",
      codeDescription: { href: expect.stringMatching(/^https:.*\/sum-mismatch\.md$/u) },
    });
    expect(wrong?.relatedInformation).toHaveLength(6);
    expect(wrong?.relatedInformation?.[0]).toMatchObject({ location: { uri, range: { start: { line: 6 } } } });

    const hover = await hoverAt(editor, uri, total);
    expect(hover).toMatchObject({ contents: { kind: "markdown" }, range: totalRange });
    expect(hover.contents.value).toContain("1 + 0 + 0 + 0 + 0 + 0 = 1，现为 0，差 1");

    const [first] = await actionsAt(editor, uri, total);
    expect(first).toMatchObject({ title: "总计改为 1", kind: "quickfix", diagnostics: [{ code: "sum-mismatch" }] });
    const [edit] = first?.edit?.documentChanges ?? [];
    expect(edit).toEqual({ textDocument: { uri, version: 1 }, edits: [{ range: totalRange, newText: "1" }] });
    change(editor, uri, 2, [{ range: totalRange, text: "1" }]);
    expect(sumsOf(await findings(editor, uri))).toEqual([]);
    expect((await hoverAt(editor, uri, total)).contents.value).toContain("= 1 ✓");
  });

  test("is shown what a sum is made of", async ({ editor }) => {
    const uri = open(editor, report);
    const at = { textDocument: { uri }, position: total };
    const marks = await editor.request("textDocument/documentHighlight", at);
    expect(marks.map(({ kind }: { kind: number }) => kind)).toEqual([3, 2, 2, 2, 2, 2, 2]);
    const addends = await editor.request("textDocument/definition", at);
    expect(addends).toHaveLength(6);
    const addend = { textDocument: { uri }, position: addends[0].range.start };
    const totals = await editor.request("textDocument/references", {
      ...addend,
      context: { includeDeclaration: false },
    });
    expect(totals).toEqual([{ uri, range: totalRange }]);
    const [lens] = await editor.request("textDocument/codeLens", { textDocument: { uri } });
    expect(lens.command.title).toContain("勾稽 1/2");
    const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(await editor.request("textDocument/inlayHint", { textDocument: { uri }, range: everything })).toEqual([]);
    expect(await editor.request("textDocument/foldingRange", { textDocument: { uri } })).toHaveLength(1);
    const [selection] = await editor.request("textDocument/selectionRange", {
      textDocument: { uri },
      positions: [total],
    });
    expect(selection.parent.range).toEqual(totalRange);
  });

  test("is not sent the same diagnostics twice", async ({ editor }) => {
    const uri = open(editor, report);
    const first = await pull(editor, uri);
    expect(first.kind).toBe("full");
    expect(await pull(editor, uri, first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    close(editor, uri);
    open(editor, "# 别的文档\n", uri);
    expect(await pull(editor, uri, first.resultId)).toMatchObject({ kind: "full", items: [] });
  });

  test("is pushed nothing, and told nothing it did not ask for", async ({ editor }) => {
    await findings(editor, open(editor, report));
    expect(editor.waiting("textDocument/publishDiagnostics")).toEqual([]);
    expect(editor.waiting("nianbao/status")).toEqual([]);
  });

  test("gets the kinds of action it asks for", async ({ editor }) => {
    const uri = open(editor, report.replace("申请数量 | 1", "申请数量数 | 1"));
    const kinds = async (...only: string[]) =>
      new Set((await actionsAt(editor, uri, { line: 6, character: 4 }, only)).map(({ kind }) => kind));
    const all = "source.fixAll.nianbao";
    expect(await kinds("quickfix")).toEqual(new Set(["quickfix"]));
    for (const kind of ["source", "source.fixAll", all]) expect(await kinds(kind)).toEqual(new Set([all]));
    expect(await kinds("source.fixAll.eslint", "refactor")).toEqual(new Set());
    expect(await kinds("")).toEqual(new Set(["quickfix", all]));
  });

  test("gets the outline", async ({ editor }) => {
    const symbols = await symbolsOf(editor, open(editor, report));
    expect(symbols).toMatchObject([{ name: "表三", children: [{ detail: "总计 0" }, { detail: "总计 0" }] }]);
  });

  test("gets the gaps of a sentence as stops if it knows snippets", async ({ editor, greet }) => {
    const title = "# 某某县水务局2023年政府信息公开工作年度报告";
    const contact = async (client: LspClient) => {
      const uri = open(client, `${title}\n\n\n\n## 一、总体情况\n`);
      const items: readonly CompletionItem[] = await client.request("textDocument/completion", {
        textDocument: { uri },
        position: { line: 2, character: 0 },
      });
      const { insertTextFormat, textEdit } = items.find(({ label }) => label.includes("电话")) ?? {};
      return [insertTextFormat, textEdit?.newText.includes(":＿＿}")];
    };
    expect(await contact(editor)).toEqual([1, false]);
    const completion = { completionItem: { snippetSupport: true } };
    expect(await contact(await greet({ ...vscode, textDocument: { completion } }))).toEqual([2, true]);
  });

  test("finds reports by agency and year, open or only checked", async ({ greet }) => {
    const client = await greet(vscode);
    const next = report.replace("2023", "2024");
    const opened = open(client, next);
    await client.request("nianbao/check", { uri: "file:///unopened.md", text: report });
    await client.request("nianbao/check", { uri: "file:///recipes.md", text: "# 菜谱\n" });
    const names = async (query: string) =>
      ((await client.request("workspace/symbol", { query })) as readonly SymbolInformation[]).map(
        ({ name, location }) => [name, location.uri],
      );
    const [first, second] = [
      ["某某县水务局 2023年", "file:///unopened.md"],
      ["某某县水务局 2024年", opened],
    ];
    expect(await names("")).toEqual([first, second]);
    expect(await names("水务局 2024")).toEqual([second]);
    expect(await names("县局23")).toEqual([first]);
    expect(await names("财政局")).toEqual([]);
    await client.request("nianbao/check", { uri: "file:///unopened.md", text: "# 菜谱\n" });
    expect(await names("")).toEqual([second]);
  });

  test("is told what to colour, of the whole and of a part", async ({ editor }) => {
    const textDocument = { uri: open(editor, report) };
    const { data } = await editor.request("textDocument/semanticTokens/full", { textDocument });
    const first = [4, 4, 3, 1, 0];
    expect(data.slice(0, 5)).toEqual(first);
    expect(data.length / 5).toBe(7 + 2 + 2);
    const range = { start: { line: 6, character: 0 }, end: { line: 6, character: 99 } };
    const part = await editor.request("textDocument/semanticTokens/range", { textDocument, range });
    expect(part).toEqual({ data: [6, 2, 16, 0, 0, 0, 43, 1, 2, 0] });
  });

  test("has documents of any scheme and in any folder", async ({ editor }) => {
    for (const uri of ["untitled:Untitled-1", "vscode-vfs://github/a/b.md", "file:///d%3A/b/a.md", "git:/a.md"]) {
      open(editor, report, uri);
      expect(sumsOf(await findings(editor, uri))).toHaveLength(1);
    }
  });

  test("is offered no fix for a past version of a file", async ({ editor }) => {
    const uri = open(editor, report, "git:/b.md?%7B%22ref%22%3A%22HEAD%22%7D");
    expect(sumsOf(await findings(editor, uri))).toHaveLength(1);
    expect(await actionsAt(editor, uri, total)).toEqual([]);
  });

  test("gets nothing for a document that is no report, or that is not open", async ({ editor }) => {
    const position = { line: 0, character: 3 };
    for (const uri of [open(editor, "# 菜谱\n\n白菜\n"), "file:///never-opened.md"]) {
      expect(await findings(editor, uri)).toEqual([]);
      expect(await hoverAt(editor, uri, position)).toBeNull();
      expect(await symbolsOf(editor, uri)).toEqual([]);
      expect(await actionsAt(editor, uri, position)).toEqual([]);
    }
  });

  test("counts columns in UTF-16", async ({ editor }) => {
    const row = "| 一、本年新收政府信息公开申请数量<!-- 𠮷𡈽😀 --> | 1 | 0 | 0 | 0 | 0 | 0 | 0 |";
    const uri = open(editor, report.replace(/^\| 一、.*$/mu, row));
    const start = { line: 6, character: row.lastIndexOf("0") };
    const range = { start, end: { line: 6, character: start.character + 1 } };
    expect(sumsOf(await findings(editor, uri))[0]?.range).toEqual(range);
    expect((await hoverAt(editor, uri, start)).range).toEqual(range);
    expect((await actionsAt(editor, uri, start))[0]?.edit?.documentChanges).toMatchObject([{ edits: [{ range }] }]);
  });

  test("counts a byte order mark and CRLF as its own text does", async ({ editor }) => {
    const uri = open(editor, `\uFEFF${report.replaceAll("\n", "\r\n")}`);
    expect(sumsOf(await findings(editor, uri))[0]?.range).toEqual(totalRange);
  });

  test("gets the counts of its status item if it asked for them", async ({ greet }) => {
    const client = await greet(vscode, {}, { status: true });
    const uri = open(client, report);
    const diagnostics = await findings(client, uri);
    const { params } = await client.next("nianbao/status");
    const errors = diagnostics.filter(({ severity }) => severity === 1).length;
    expect(params).toMatchObject({ uri, status: "checked", errors });
    expect(errors + params.warnings + params.infos + params.hints).toBe(diagnostics.length);
  });

  test("can have files checked without opening them", async ({ editor }) => {
    const uri = "file:///unopened.md";
    const { status, diagnostics, counts } = await editor.request("nianbao/check", { uri, text: report });
    expect(status).toBe("checked");
    expect(sumsOf(diagnostics)).toHaveLength(1);
    expect(counts.errors + counts.warnings + counts.infos + counts.hints).toBe(diagnostics.length);
    const other = await editor.request("nianbao/check", { uri, text: "# 菜谱\n" });
    expect(other).toMatchObject({ status: "not-a-report", diagnostics: [], counts: { errors: 0 } });
    expect(await findings(editor, uri)).toEqual([]);
  });

  test("gets a checklist of the six sections", async ({ editor }) => {
    const uri = open(editor, report);
    const { stage, errors, parts } = await editor.request("nianbao/checklist", { uri });
    expect([stage, errors, parts.length]).toEqual(["final", 1, 6]);
    expect(parts[2]).toMatchObject({ id: "requests", state: "faulty", range: { start: { line: 2 } } });
    expect(parts[2].items[0]).toMatchObject({ kind: "error", range: totalRange });
    for (const none of [open(editor, "# 菜谱\n"), "file:///unopened.md"]) {
      expect(await editor.request("nianbao/checklist", { uri: none })).toBeNull();
    }
  });

  test("has the table on a clipboard matched by its labels, and a table copied", async ({ editor }) => {
    const uri = open(editor, report);
    const text = "\t自然人\t其他\n二、上年结转政府信息公开申请数量\t３\t\n某某转办的申请\t2\t1\n";
    const { cells, kept, unplaced, isCertain } = await editor.request("nianbao/paste", { uri, position: total, text });
    expect(cells).toMatchObject([{ cell: "requests.carriedIn.natural", from: "0", to: "３" }]);
    expect(cells[0].edit).toMatchObject({ range: { start: { line: 7 } }, newText: "３" });
    expect([kept.length, unplaced.length, isCertain]).toEqual([1, 1, true]);
    expect(await editor.request("nianbao/paste", { uri, position: total, text: "姓名\t电话\n" })).toBeNull();
    const { form, table, figures } = await editor.request("nianbao/copyTable", { uri, position: total });
    expect([form, table, figures["requests.received.natural"]]).toEqual(["2021", "requests", "1"]);
    expect(await editor.request("nianbao/copyTable", { uri, position: { line: 0, character: 0 } })).toBeNull();
    for (const none of [open(editor, "# 菜谱\n"), "file:///unopened.md"]) {
      expect(await editor.request("nianbao/paste", { uri: none, position: total, text })).toBeNull();
      expect(await editor.request("nianbao/copyTable", { uri: none, position: total })).toBeNull();
    }
  });

  test("may take back a request without seeing its findings vanish", async ({ greet }) => {
    const settings = Promise.withResolvers<unknown[]>();
    const client = await greet(vscode, { "workspace/configuration": () => settings.promise });
    const uri = open(client, report);
    const id = client.nextId();
    const pulled = client.ask("textDocument/diagnostic", { textDocument: { uri } });
    await client.next("workspace/configuration");
    client.notify("$/cancelRequest", { id });
    settings.resolve([null]);
    expect((await pulled).error?.code).toBe(-32800);
    expect(sumsOf(await findings(client, uri))).toHaveLength(1);
  });

  test("closes a document while its settings are on their way", async ({ greet }) => {
    const settings = Promise.withResolvers<unknown[]>();
    const client = await greet(
      { workspace: { configuration: true } },
      { "workspace/configuration": () => settings.promise },
    );
    const uri = open(client, report);
    await client.next("workspace/configuration");
    close(client, uri);
    settings.resolve([null]);
    expect((await client.next("textDocument/publishDiagnostics")).params).toEqual({ uri, diagnostics: [] });
    expect(await findings(client, uri)).toEqual([]);
    expect(client.waiting("textDocument/publishDiagnostics")).toEqual([]);
  });
});

describe("an editor with settings", () => {
  /** Answers questions about the section of the extension, by document. */
  function settings(read: (uri: string) => unknown): Answers {
    return {
      "workspace/configuration": (params) =>
        (params as { items: { scopeUri: string; section: string }[] }).items.map(({ scopeUri, section }) =>
          section === "nianbao" ? read(scopeUri) : null,
        ),
    };
  }

  test("changes them, and diagnostics follow", async ({ greet }) => {
    let severity: object = {};
    const client = await greet(
      vscode,
      settings(() => ({ severity })),
    );
    const { params } = await client.next("client/registerCapability");
    const registerOptions = { section: "nianbao" };
    expect(params.registrations).toMatchObject([{ method: "workspace/didChangeConfiguration", registerOptions }]);
    const uri = open(client, report);
    const first = await pull(client, uri);
    expect(sumsOf(first.items)[0]?.severity).toBe(1);

    severity = { "sum-mismatch": "hint" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.next("workspace/diagnostic/refresh");
    const second = await pull(client, uri, first.resultId);
    expect(sumsOf(second.items)[0]?.severity).toBe(4);

    severity = { "sum-mismatch": "off" };
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.next("workspace/diagnostic/refresh");
    expect(sumsOf(await findings(client, uri))).toEqual([]);
  });

  test("has its own for each folder", async ({ greet }) => {
    const answers = settings((uri) => ({ enable: !uri.includes("/archive/") }));
    const client = await greet(vscode, answers, { status: true });
    const archived = open(client, report, "file:///archive/a.md");
    expect(await findings(client, archived)).toEqual([]);
    expect((await client.next("nianbao/status")).params).toMatchObject({ status: "off", errors: 0 });
    expect(await hoverAt(client, archived, total)).toBeNull();
    expect(await client.request("nianbao/check", { uri: archived, text: report })).toMatchObject({ status: "off" });
    expect(sumsOf(await findings(client, open(client, report, "file:///current/a.md")))).toHaveLength(1);
  });

  test("sets what makes no sense, and is told so in the log", async ({ greet }) => {
    const severity = { "sum-mismatch": "fatal", nonsense: "off", "blank-cell": "off" };
    const client = await greet(
      vscode,
      settings(() => ({ enable: "yes", form: "1949", severity })),
    );
    expect(sumsOf(await findings(client, open(client, report)))[0]?.severity).toBe(1);
    for (const name of ["sum-mismatch", "nonsense", "enable", "form"]) {
      expect((await client.next("window/logMessage")).params.message).toContain(name);
    }
  });

  const untouched = report.replaceAll("| 1 ", "|  ").replaceAll("| 0 ", "|  ");
  const codesOf = (diagnostics: readonly Diagnostic[]) => [...new Set(diagnostics.map(({ code }) => code))];

  test("is drafting and sees it summed up, until the document is checked as final", async ({ greet }) => {
    let mode = "auto";
    const client = await greet(
      vscode,
      settings(() => ({ mode })),
      { status: true },
    );
    const uri = open(client, untouched);
    expect(codesOf(await findings(client, uri))).toEqual(["unfinished-part"]);
    expect((await client.next("nianbao/status")).params).toMatchObject({ stage: "draft", unfilled: 20, unchecked: 1 });

    const { stage, unfilled } = await client.request("nianbao/checklist", { uri, strict: true });
    expect([stage, unfilled]).toEqual(["final", 20]);
    await client.next("workspace/diagnostic/refresh");
    expect(codesOf(await findings(client, uri))).toContain("blank-cell");
    change(client, uri, 2, [{ text: untouched }]);
    expect(codesOf(await findings(client, uri))).toContain("blank-cell");
    const checked = await client.request("nianbao/check", { uri, text: untouched });
    expect(codesOf(checked.diagnostics)).toContain("blank-cell");

    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.next("workspace/diagnostic/refresh");
    expect(codesOf(await findings(client, uri))).toContain("blank-cell");
    mode = "draft";
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.next("workspace/diagnostic/refresh");
    expect(codesOf(await findings(client, uri))).toEqual(["unfinished-part"]);

    await client.request("nianbao/checklist", { uri, strict: true });
    close(client, uri);
    open(client, untouched, uri);
    expect(codesOf(await findings(client, uri))).toEqual(["unfinished-part"]);
  });

  test("wants everything found from the start", async ({ greet }) => {
    const client = await greet(
      vscode,
      settings(() => ({ mode: "final" })),
    );
    expect(codesOf(await findings(client, open(client, untouched)))).toContain("blank-cell");
  });

  test("answers nothing of use", async ({ greet }) => {
    let nothing: unknown = null;
    const client = await greet(
      vscode,
      settings(() => nothing),
    );
    for (nothing of [null, "text", 7, [], { severity: [] }]) {
      expect(sumsOf(await findings(client, open(client, report)))).toHaveLength(1);
    }
  });

  test("cannot be asked and sends them itself", async ({ greet }) => {
    const options = { settings: { severity: { "sum-mismatch": "info" } } };
    const client = await greet({ textDocument: { diagnostic: {} } }, {}, options);
    const uri = open(client, report);
    expect(sumsOf(await findings(client, uri))[0]?.severity).toBe(3);
    const changed = { nianbao: { severity: { "sum-mismatch": "off" } } };
    client.notify("workspace/didChangeConfiguration", { settings: changed });
    expect(sumsOf(await findings(client, uri))).toEqual([]);
  });

  test("falls back to the defaults one by one", () => {
    const { settings } = readSettings(undefined);
    expect(settings).toMatchObject({ enable: true, form: "auto", severity: {}, mode: "auto" });
    expect(readSettings({ form: "2019", severity: 3 })).toEqual({
      settings: { ...settings, form: "2019" },
      faults: [expect.stringContaining("severity")],
    });
    expect(readSettings({ mode: "strict" })).toEqual({ settings, faults: [expect.stringContaining("mode")] });
  });
});

describe("an editor that does not pull", () => {
  test("is sent the same diagnostics", async ({ greet }) => {
    const client = await greet({});
    const published = async () => (await client.next("textDocument/publishDiagnostics")).params;
    const uri = open(client, report);
    const opened = await published();
    expect(opened).toMatchObject({ uri, version: 1 });
    expect(opened.diagnostics).toEqual(await findings(client, uri));

    change(client, uri, 2, [{ range: totalRange, text: "1" }]);
    const changed = await published();
    expect(changed.version).toBe(2);
    expect(sumsOf(changed.diagnostics)).toEqual([]);

    client.notify("workspace/didChangeConfiguration", { settings: { nianbao: { enable: false } } });
    expect((await published()).diagnostics).toEqual([]);
    close(client, uri);
    expect(await published()).toEqual({ uri, diagnostics: [] });
  });

  test("is sent nothing about a past version of a file unless it asks", async ({ greet }) => {
    const client = await greet({});
    const past = open(client, report, "git:/a.md");
    const uri = open(client, report);
    expect((await client.next("textDocument/publishDiagnostics")).params.uri).toBe(uri);
    expect(client.waiting("textDocument/publishDiagnostics")).toEqual([]);
    expect(sumsOf(await findings(client, past))).toHaveLength(1);
  });

  test("gets what the simplest editor understands", async ({ greet }) => {
    const client = await greet({});
    const uri = open(client, report);
    const { contents } = await hoverAt(client, uri, total);
    expect(contents.kind).toBe("plaintext");
    expect(contents.value).not.toMatch(/\*\*|\\/u);
    const actions = await actionsAt(client, uri, total);
    expect(actions[0]?.edit).toEqual({ changes: { [uri]: [{ range: totalRange, newText: "1" }] } });
    expect(actions.at(-1)?.edit?.changes?.[uri]?.[0]?.newText).toBe(" <!-- nianbao-allow sum-mismatch:  -->");
    const row = { containerName: "表三", location: { uri } };
    expect(await symbolsOf(client, uri)).toMatchObject([{ name: "表三", location: { uri } }, row, row]);
    for (const unasked of ["nianbao/status", "client/registerCapability", "workspace/configuration"]) {
      expect(client.waiting(unasked)).toEqual([]);
    }
  });
});

describe("edits", () => {
  const bits = ["", "0", "12", "|", "\n", "\r\n", "| --- |", "# ", "总计", "𠮷", "😀", "<!--", "-->", "\u00a0", "１"];

  test("leave what a document opened with the whole text has", async ({ editor }) => {
    const edit = fc.record({ at: fc.nat(report.length), length: fc.nat(12), text: fc.constantFrom(...bits) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 40 }), async (edits) => {
        const uri = open(editor, report);
        const truth = TextDocument.create(uri, "markdown", 1, report);
        for (const { at, length, text } of edits) {
          const range = { start: truth.positionAt(at), end: truth.positionAt(at + length) };
          change(editor, uri, truth.version + 1, [{ range, text }]);
          TextDocument.update(truth, [{ range, text }], truth.version + 1);
        }
        const whole = open(editor, truth.getText());
        const [seen, due] = [await findings(editor, uri), await findings(editor, whole)];
        expect(JSON.parse(JSON.stringify(seen).replaceAll(uri, whole))).toEqual(due);
        for (const one of [uri, whole]) close(editor, one);
      }),
      { numRuns: 40 },
    );
  });

  test("may come ten thousand in a row", async ({ editor }) => {
    const uri = open(editor, report);
    for (let version = 2; version <= 10_001; version += 1) {
      change(editor, uri, version, [{ range: totalRange, text: String(version % 2) }]);
    }
    expect(sumsOf(await findings(editor, uri))).toEqual([]);
  });
});

describe("a document above the limit of size", () => {
  const filler = "全年公开信息。\n".repeat(100_000);
  const origin = { line: 0, character: 0 };
  const end = { line: 200_000, character: 0 };
  const refusal = (length: number, character: number) => [
    {
      code: "too-complex",
      severity: 2,
      range: { start: origin, end: { line: 0, character } },
      message: expect.stringContaining(`全文有 ${length} 个字符，超过上限 524288 个`),
    },
  ];

  test("is refused with its length at every key, and read once it is short enough", async ({ editor }) => {
    const text = report + filler;
    const first = report.indexOf("\n");
    const uri = open(editor, text);
    expect(await findings(editor, uri)).toMatchObject(refusal(text.length, first));
    change(editor, uri, 2, [{ range: totalRange, text: "12" }]);
    expect(await findings(editor, uri)).toMatchObject(refusal(text.length + 1, first));
    change(editor, uri, 3, [
      { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 3 } }, text: "" },
      { range: { start: end, end }, text: "\n😀" },
    ]);
    expect(await findings(editor, uri)).toMatchObject(refusal(text.length + 3, first - 1));
    const filled = { start: { line: report.split("\n").length - 1, character: 0 }, end };
    change(editor, uri, 4, [{ range: filled, text: "" }]);
    expect(sumsOf(await findings(editor, uri))).toMatchObject([
      { range: { start: total }, message: expect.stringContaining("现为 12：") },
    ]);
    change(editor, uri, 5, [{ range: filled, text: filler }]);
    expect(await findings(editor, uri)).toMatchObject(refusal(text.length, first - 1));
    change(editor, uri, 6, [{ text: report }]);
    expect(sumsOf(await findings(editor, uri))).toHaveLength(1);
  });

  test("is no report until it is named one", async ({ editor }) => {
    const uri = open(editor, filler);
    const name = "政府信息公开工作年度报告";
    const [half, named] = [6, name.length].map((character) => ({ line: 3, character }));
    const steps: readonly (readonly [object, string, boolean])[] = [
      [{ start: { line: 3, character: 0 }, end: { line: 3, character: 7 } }, name.slice(0, 6), false],
      [{ start: half, end: half }, name.slice(6), true],
      [{ start: half, end: named }, "", false],
    ];
    expect(await findings(editor, uri)).toEqual([]);
    for (const [at, [range, text, isNamed]] of steps.entries()) {
      change(editor, uri, at + 2, [{ range, text }]);
      expect((await findings(editor, uri)).map(({ code }) => code)).toEqual(isNamed ? ["too-complex"] : []);
    }
  });

  test("is answered as any other that is not read", async ({ editor }) => {
    const at = { line: 99_999, character: 2 };
    for (const uri of [open(editor, report + filler), open(editor, "# 菜谱\n\n白菜\n")]) {
      expect(await hoverAt(editor, uri, at)).toBeNull();
      expect(await symbolsOf(editor, uri)).toEqual([]);
      expect(await actionsAt(editor, uri, at)).toEqual([]);
      const params = { textDocument: { uri }, positions: [at, origin] };
      const selections = await editor.request("textDocument/selectionRange", params);
      expect(selections).toEqual([at, origin].map((position) => ({ range: { start: position, end: position } })));
    }
    const list = await editor.request("nianbao/checklist", { uri: open(editor, report + filler) });
    expect(list).toMatchObject({
      unchecked: 6,
      parts: [{ range: { start: origin, end: { line: 0, character: 1 } } }, {}, {}, {}, {}, {}],
    });
  });
});

describe("the life of a server", () => {
  const greeting = { processId: null, rootUri: null, capabilities: {} };
  const origin = { line: 0, character: 0 };

  test("begins with initialize, once", async ({ start }) => {
    const client = start();
    const textDocument = { uri: "file:///a.md" };
    for (const method of [
      "textDocument/hover",
      "textDocument/diagnostic",
      "textDocument/codeAction",
      "nianbao/check",
    ]) {
      expect((await client.ask(method, { textDocument, position: origin })).error?.code).toBe(-32002);
    }
    await client.request("initialize", greeting);
    expect((await client.ask("initialize", greeting)).error?.code).toBe(-32600);
    expect(await hoverAt(client, textDocument.uri, origin)).toBeNull();
  });

  test("goes on after a method it does not know", async ({ editor }) => {
    expect((await editor.ask("textDocument/noSuchMethod", {})).error?.code).toBe(-32601);
    editor.notify("$/noSuchNotification", {});
    expect(sumsOf(await findings(editor, open(editor, report)))).toHaveLength(1);
  });

  test("goes on after positions, versions and parameters that make no sense", async ({ editor }) => {
    const uri = open(editor, report);
    for (const [line, character] of [
      [999, 0],
      [6, 9999],
      [-1, -1],
    ] as const) {
      const hover = await hoverAt(editor, uri, { line, character });
      expect(hover === null || typeof hover.contents.value === "string").toBe(true);
      expect(Array.isArray(await actionsAt(editor, uri, { line, character }))).toBe(true);
    }
    change(editor, "file:///unknown.md", 7, [{ text: "x" }]);
    change(editor, uri, 1, []);
    await editor.ask("textDocument/hover", {});
    await editor.ask("nianbao/check", {});
    expect(sumsOf(await findings(editor, uri))).toHaveLength(1);
  });

  test("ends with exit, well after shutdown and badly without", async ({ greet }) => {
    const orderly = await greet(vscode);
    expect(await orderly.request("shutdown")).toBeNull();
    const refused = await orderly.ask("textDocument/diagnostic", { textDocument: { uri: "file:///a.md" } });
    expect(refused.error?.code).toBe(-32600);
    orderly.notify("exit");
    expect(await orderly.exit).toBe(0);
    const abrupt = await greet(vscode);
    abrupt.notify("exit");
    expect(await abrupt.exit).toBe(1);
  });

  test("ends when its input does", async ({ greet }) => {
    const client = await greet(vscode);
    client.process.stdin?.end();
    expect(await client.exit).toBe(1);
  });

  test("needs no argument to talk over stdio", async ({ start }) => {
    const { serverInfo } = await start({}, []).request("initialize", greeting);
    expect(serverInfo.name).toBe("nianbao");
  });

  test("is the same over IPC", async ({ start }) => {
    const client = await greeted(start({}, ["--node-ipc"]), vscode);
    expect(sumsOf(await findings(client, open(client, report)))).toHaveLength(1);
    expect(await client.request("shutdown")).toBeNull();
    client.notify("exit");
    expect(await client.exit).toBe(0);
  });

  test("is the same in a worker, with neither Node nor a page around it", async () => {
    const client = await greeted(startWorker(), vscode);
    const uri = open(client, report);
    expect(sumsOf(await findings(client, uri))).toMatchObject([{ range: totalRange }]);
    expect((await hoverAt(client, uri, total)).contents.value).toContain("现为 0，差 1");
    expect((await actionsAt(client, uri, total))[0]?.title).toBe("总计改为 1");
  });

  test("has the version of its package", () => {
    const manifest = JSON.parse(readFileSync(join(import.meta.dirname, "../package.json"), "utf8"));
    expect(version).toBe(manifest.version);
  });

  test("survives a fault in one feature, and keeps the report out of the log", async () => {
    const log: string[] = [];
    const fail = () => {
      throw new TypeError("某某县水务局");
    };
    expect(await guard({ error: (message) => log.push(message) }, "hover", null, fail)).toBeNull();
    expect(log.join()).toMatch(/^hover: TypeError\n\s+at /u);
    expect(log.join()).not.toContain("某某县水务局");
  });
});
