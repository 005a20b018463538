import { beforeEach, describe, expect, test, vi } from "vitest";
import type { DataTransfer, Position, TextDocument } from "vscode";
import { importReport } from "../client/commands/import.ts";
import { convertIn } from "../client/convert.ts";
import { dropProvider } from "../client/import-drop.ts";
import type { Session } from "../client/session.ts";
import { askWorker } from "../client/worker.node.ts";
import { forms } from "../server/form/index.ts";
import { docxOf } from "./support/docx.ts";
import { pdf, pdfParagraphs } from "./support/pdf.ts";
import { consistentCells, randomFrom, reportText } from "./support/reports.ts";

/** What the editor was asked for, and the file it was given. */
const editor = vi.hoisted(() => ({
  path: "",
  file: new Uint8Array() as Uint8Array,
  size: 0,
  copied: "",
  picked: 0,
  isCancelled: false,
  opened: [] as string[],
  told: [] as string[],
  changed: [] as ((event: unknown) => void)[],
}));

vi.mock("vscode", () => {
  class Uri {
    readonly path: string;
    constructor(path: string) {
      this.path = path;
    }
    static parse(address: string): Uri {
      return new Uri(address.replace("file://", ""));
    }
  }
  class DocumentDropEdit {
    readonly insertText: string;
    constructor(insertText: string) {
      this.insertText = insertText;
    }
  }
  const tell = async (message: string) => void editor.told.push(message);
  const onCancellationRequested = (listener: () => void) => {
    if (editor.isCancelled) setImmediate(listener);
    return { dispose: () => {} };
  };
  return {
    Uri,
    DocumentDropEdit,
    ProgressLocation: { Notification: 15 },
    ViewColumn: { Beside: -2 },
    l10n: {
      t: (text: string, ...values: string[]) =>
        text.replaceAll(/\{(\d)\}/gu, (_, nth: string) => values[Number(nth)] ?? ""),
    },
    env: { clipboard: { readText: async () => editor.copied } },
    languages: {},
    window: {
      showQuickPick: async (items: readonly unknown[]) => items[editor.picked],
      showOpenDialog: async () => [new Uri(editor.path)],
      withProgress: (_options: unknown, work: (progress: unknown, token: unknown) => unknown) =>
        work({}, { isCancellationRequested: false, onCancellationRequested }),
      showErrorMessage: tell,
      showInformationMessage: tell,
      showWarningMessage: tell,
      showTextDocument: async () => undefined,
    },
    workspace: {
      fs: { stat: async () => ({ size: editor.size }), readFile: async () => editor.file },
      onDidChangeTextDocument: (listener: (event: unknown) => void) => {
        editor.changed.push(listener);
        return { dispose: () => editor.changed.splice(0) };
      },
      openTextDocument: async ({ content }: { readonly content: string }) => {
        editor.opened.push(content);
        return { uri: new Uri("untitled:1") };
      },
    },
  };
});

const dist = new URL("../dist/", import.meta.url).href;
const convert = convertIn((script, order) => askWorker(dist + script, order));
const session = { convert } as Session;
const [form] = forms;
if (form === undefined) throw new Error("There is no form.");
const cells = consistentCells(form, randomFrom(3));
const report = reportText(form, cells);
const word = docxOf(report, form, (id) => String(cells[id]));
const withoutTable = docxOf(report.replace(/^## 四、[\s\S]*?(?=^## 五)/mu, ""), form, (id) => String(cells[id]));

beforeEach(() => {
  const nothing = { copied: "", picked: 0, isCancelled: false, opened: [], told: [], changed: [] };
  Object.assign(editor, { path: "/年报.docx", file: word, size: word.length, ...nothing });
});

describe("the command that imports", () => {
  test("opens the report as a new document and says that all is there", async () => {
    expect(await importReport.run(session)).toMatchObject({ isClean: true });
    expect(editor.opened).toEqual([report]);
    expect(editor.told).toEqual([expect.stringContaining("转换前后一致")]);
  });

  test("opens what has to be looked at beside it", async () => {
    editor.file = withoutTable;
    expect(await importReport.run(session)).toMatchObject({ isClean: false });
    expect(editor.opened).toEqual([expect.stringContaining("# "), expect.stringContaining("没有找到表四")]);
  });

  test("takes what was copied", async () => {
    Object.assign(editor, { picked: 1, copied: report.replaceAll(/^#+ /gmu, "") });
    expect(await importReport.run(session)).toMatchObject({ isClean: true });
    expect(editor.opened).toEqual([report]);
    editor.copied = " \n";
    expect(await importReport.run(session)).toBeUndefined();
    expect(editor.told.at(-1)).toContain("no text on the clipboard");
  });

  test("reads PDF files", async () => {
    const [title = ""] = report.split("\n");
    Object.assign(editor, { path: "/年报.PDF", file: pdf([pdfParagraphs([title.slice(2)], 700).content]) });
    expect(await importReport.run(session)).toMatchObject({ isClean: false });
    expect(editor.opened[0]).toBe(`${title}\n`);
  });

  test("opens nothing where nothing can be read", async () => {
    editor.file = word.slice(0, 200);
    expect(await importReport.run(session)).toBeUndefined();
    editor.size = 40_000_000;
    expect(await importReport.run(session)).toBeUndefined();
    expect(editor.opened).toEqual([]);
    expect(editor.told).toEqual([expect.stringContaining("不完整"), expect.stringContaining("30 MB")]);
  });

  test("opens nothing and says nothing where it is cancelled", async () => {
    editor.isCancelled = true;
    expect(await importReport.run(session)).toBeUndefined();
    expect([...editor.opened, ...editor.told]).toEqual([]);
  });
});

describe("a file that is dropped", () => {
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => {} }) };
  const empty = { getText: () => "\n" } as TextDocument;
  const file = (name: string, bytes: Uint8Array) => ({ asFile: () => ({ name, data: async () => bytes }) });
  const list = (text: string) => ({ asFile: () => undefined, asString: async () => text });
  const drop = async (document: TextDocument, items: readonly (readonly [string, unknown])[]) => {
    const dropped = new Map(items) as unknown as DataTransfer;
    const edit = await dropProvider(convert).provideDocumentDropEdits(document, {} as Position, dropped, token);
    return Array.isArray(edit) ? edit[0]?.insertText : edit?.insertText;
  };

  test("into an empty document becomes its text, from the desktop and from the explorer", async () => {
    expect(await drop(empty, [["files", file("年报.docx", word)]])).toBe(report);
    expect(await drop(empty, [["text/uri-list", list("file:///年报.docx\r\n")]])).toBe(report);
  });

  test("tells the account once its text is there, and not where a link was chosen", async () => {
    await drop(empty, [["files", file("年报.docx", word)]]);
    const [inserted] = editor.changed;
    inserted?.({ document: empty, contentChanges: [{ text: report.replaceAll("\n", "\r\n") }] });
    expect(editor.told).toEqual([expect.stringContaining("转换前后一致")]);
    await drop(empty, [["files", file("年报.docx", word)]]);
    editor.changed[0]?.({ document: empty, contentChanges: [{ text: "[年报](年报.docx)" }] });
    expect(editor.told.length).toBe(1);
    expect(editor.changed).toEqual([]);
  });

  test("that cannot be read is told", async () => {
    expect(await drop(empty, [["files", file("年报.docx", word.slice(0, 200))]])).toBeUndefined();
    expect(editor.told).toEqual([expect.stringContaining("不完整")]);
  });

  test("into a document that is not empty, of another kind, or with others is left to VS Code", async () => {
    const full = { getText: () => report } as TextDocument;
    expect(await drop(full, [["files", file("年报.docx", word)]])).toBeUndefined();
    expect(await drop(empty, [["files", file("年报.png", word)]])).toBeUndefined();
    expect(await drop(empty, [["text/uri-list", list("file:///年报.md")]])).toBeUndefined();
    expect(await drop(empty, [["text/uri-list", list("file:///a.docx\nfile:///b.docx")]])).toBeUndefined();
    expect(await drop(empty, [["text/plain", list("年报")]])).toBeUndefined();
    expect(editor.told).toEqual([]);
  });
});
