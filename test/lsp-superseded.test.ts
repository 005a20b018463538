import { describe, expect, test } from "vitest";
import { type Answers, type LspClient, startWorker } from "./support/lsp-client.ts";

/*
 * The server of the worker gets all messages of one turn before it answers the first, as a server does that was busy
 * meanwhile: what overtakes what, and what is never done, follows from the messages alone.
 */

const uri = "file:///report.md";
const report = [
  "# 云岭县水务局2023年政府信息公开工作年度报告",
  "",
  "## 三、收到和处理政府信息公开申请情况",
  "",
  "| | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
  "| 一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 0 |",
  "",
].join("\n");
const figure = { start: { line: 6, character: 21 }, end: { line: 6, character: 22 } };
const pulls = { textDocument: { diagnostic: {} } };

async function greeted(capabilities: object, options: object = {}, answers: Answers = {}): Promise<LspClient> {
  const client = startWorker(answers);
  await client.request("initialize", {
    processId: null,
    rootUri: null,
    capabilities,
    initializationOptions: options,
  });
  client.notify("initialized", {});
  return client;
}

function open(client: LspClient): void {
  client.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text: report } });
}

function change(client: LspClient, version: number): void {
  const contentChanges = [{ range: figure, text: String(version % 10) }];
  client.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
}

/** Asks, and takes the request back in the same breath. */
function askInVain(client: LspClient, method: string, params: object): ReturnType<LspClient["ask"]> {
  const id = client.nextId();
  const answer = client.ask(method, params);
  client.notify("$/cancelRequest", { id });
  return answer;
}

describe("what was superseded before its turn", () => {
  test("is not computed: of many pulls taken back only the last is answered", async () => {
    const client = await greeted(pulls, { status: true });
    open(client);
    const vain = Array.from({ length: 30 }, (_, nth) => {
      change(client, nth + 2);
      return askInVain(client, "textDocument/diagnostic", { textDocument: { uri } });
    });
    change(client, 99);
    const { items } = await client.request("textDocument/diagnostic", { textDocument: { uri } });
    for (const answer of await Promise.all(vain)) expect(answer.error?.code).toBe(-32800);
    // The status goes with every set of diagnostics.
    expect(client.waiting("nianbao/status")).toHaveLength(1);
    expect(items.find(({ code }: { code: string }) => code === "sum-mismatch").message).toContain("应为 9");
  });

  test("is not pushed: of many changes only the last text is judged", async () => {
    const client = await greeted({}, { status: true });
    open(client);
    for (let version = 2; version <= 30; version += 1) change(client, version);
    const { params } = await client.next("textDocument/publishDiagnostics");
    expect(params.version).toBe(30);
    await client.request("textDocument/foldingRange", { textDocument: { uri } });
    expect(client.waiting("textDocument/publishDiagnostics")).toEqual([]);
    expect(client.waiting("nianbao/status")).toHaveLength(1);
  });

  test("is not even prepared: checks of files taken back ask for no settings", async () => {
    const client = await greeted({ ...pulls, workspace: { configuration: true } });
    const vain = Array.from({ length: 10 }, (_, nth) =>
      askInVain(client, "nianbao/check", { uri: `file:///${nth}.md`, text: report }),
    );
    for (const answer of await Promise.all(vain)) expect(answer.error?.code).toBe(-32800);
    expect(client.waiting("workspace/configuration")).toEqual([]);
  });
});

describe("while the files of a workspace are checked", () => {
  test("a question about the open document is answered before all of them, and none of them is lost", async () => {
    const client = await greeted(pulls);
    open(client);
    await client.request("textDocument/diagnostic", { textDocument: { uri } });
    const order: string[] = [];
    const checks = Array.from({ length: 100 }, async (_, nth) => {
      const { diagnostics } = await client.request("nianbao/check", { uri: `file:///${nth}.md`, text: report });
      order.push("check");
      return diagnostics.filter(({ code }: { code: string }) => code === "sum-mismatch").length;
    });
    const hover = client.request("textDocument/hover", { textDocument: { uri }, position: figure.start });
    void hover.then(() => order.push("hover"));
    expect((await hover).contents.value).toContain("自然人");
    expect(order).toEqual(["hover"]);
    expect(await Promise.all(checks)).toEqual(Array.from({ length: 100 }, () => 1));
  });

  test("an edit is judged before the files that wait", async () => {
    const client = await greeted(pulls);
    open(client);
    let checked = 0;
    const checks = Array.from({ length: 50 }, async (_, nth) => {
      await client.request("nianbao/check", { uri: `file:///${nth}.md`, text: report });
      checked += 1;
    });
    change(client, 2);
    await client.request("textDocument/diagnostic", { textDocument: { uri } });
    expect(checked).toBeLessThan(50);
    await Promise.all(checks);
  });
});
