import { describe, expect, test } from "vitest";
import { convertIn, type Order } from "../client/convert.ts";
import { askWorker } from "../client/worker.node.ts";
import { defaultSettings } from "../server/analysis.ts";
import { forms } from "../server/form/index.ts";
import { consistentCells, randomFrom, reportText } from "./support/reports.ts";

// The bundle that imports and exports, in a worker as VS Code on the desktop runs it.

const script = new URL("../dist/convert.js", import.meta.url).href;
const ended: string[] = [];
const convert = convertIn((order: Order) => {
  const { answer, end } = askWorker(script, order);
  const endIt = () => {
    ended.push(order.job);
    end();
  };
  return { answer, end: endIt };
});

/** As VS Code gives it; `cancel` calls the listener. */
function tokenSource() {
  const listeners = new Set<(event: unknown) => unknown>();
  const token = {
    isCancellationRequested: false,
    onCancellationRequested: (listener: (event: unknown) => unknown) => {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
  };
  const cancel = () => {
    token.isCancellationRequested = true;
    for (const listener of listeners) listener(undefined);
  };
  return { token, cancel, listeners };
}

const [form] = forms;
if (form === undefined) throw new Error("There is no form.");
const report = reportText(form, consistentCells(form, randomFrom(4)));

describe("converting in a worker", () => {
  test("exports, and imports what it exported", async () => {
    const { token, listeners } = tokenSource();
    const exported = await convert(token, "exportText", report, { ...defaultSettings }, "docx");
    if (exported?.status !== "exported" || typeof exported.content === "string") throw new Error("no file");
    const imported = await convert(token, "importFile", "年报.docx", exported.content);
    expect(imported).toEqual({ markdown: report, account: [expect.stringContaining("转换前后一致")], isClean: true });
    expect(ended.splice(0)).toEqual(["exportText", "importFile"]);
    expect(listeners.size).toBe(0);
  });

  test("stops there and then when it is cancelled", async () => {
    const { token, cancel } = tokenSource();
    const page = new TextEncoder().encode("<table><tr><td>0</td></tr></table>".repeat(100_000));
    const imported = convert(token, "importFile", "年报.html", page);
    cancel();
    expect(await imported).toBeUndefined();
    expect(ended.splice(0)).toEqual(["importFile"]);
  });

  test("does not begin where it was cancelled before", async () => {
    const { token, cancel } = tokenSource();
    cancel();
    expect(await convert(token, "exportText", report, defaultSettings, "md")).toBeUndefined();
    expect(ended).toEqual([]);
  });

  test("fails where the worker does", async () => {
    const lost = convertIn((order) => askWorker(`${script}.lost`, order));
    await expect(lost(tokenSource().token, "exportText", report, defaultSettings, "md")).rejects.toThrow("lost");
  });
});
