import { describe, expect, test } from "vitest";
import { convertIn } from "../client/convert.ts";
import { askWorker } from "../client/worker.node.ts";
import { defaultSettings } from "../server/analysis.ts";
import { forms } from "../server/form/index.ts";
import { pdf, pdfParagraphs } from "./support/pdf.ts";
import { consistentCells, randomFrom, reportText } from "./support/reports.ts";

// The bundles that import and export, in workers as VS Code on the desktop runs them.

const dist = new URL("../dist/", import.meta.url).href;
const ended: string[] = [];
const convert = convertIn((script, order) => {
  const { answer, end } = askWorker(dist + script, order);
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

  test("reads PDF files in a bundle of its own", async () => {
    const { token } = tokenSource();
    const pages = await convert(
      token,
      "readPdf",
      pdf([pdfParagraphs([report.split("\n")[0]?.slice(2) ?? ""], 700).content]),
    );
    if (pages === undefined || typeof pages === "string") throw new Error(pages);
    expect(await convert(token, "importPdf", pages)).toMatchObject({ markdown: `${report.split("\n")[0]}\n` });
    expect(ended.splice(0)).toEqual(["readPdf", "importPdf"]);
  });

  test("tells a fault in the worker as a fault", async () => {
    const { token } = tokenSource();
    const nothing = undefined as unknown as string;
    await expect(convert(token, "exportText", nothing, defaultSettings, "md")).rejects.toThrow(/TypeError/u);
    expect(ended.splice(0)).toEqual(["exportText"]);
  });

  test("fails where the worker cannot be started", async () => {
    const lost = convertIn((script, order) => askWorker(`${dist}lost-${script}`, order));
    await expect(lost(tokenSource().token, "exportText", report, defaultSettings, "md")).rejects.toThrow(
      "lost-convert.js",
    );
  });
});
