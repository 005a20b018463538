import { beforeEach, describe, expect, test, vi } from "vitest";
import { importReport } from "../client/commands/import.ts";
import { convertIn } from "../client/convert.ts";
import type { Session } from "../client/session.ts";
import { askWorker } from "../client/worker.node.ts";
import { forms } from "../server/form/index.ts";
import { docxOf } from "./support/docx.ts";
import { consistentCells, randomFrom, reportText } from "./support/reports.ts";

/** What the editor was asked for, and the file it was given. */
const editor = vi.hoisted(() => ({
  file: new Uint8Array() as Uint8Array,
  size: 0,
  opened: [] as string[],
  told: [] as string[],
  token: {
    isCancellationRequested: false,
    onCancellationRequested: (_listener: () => void) => ({ dispose: () => {} }),
  },
}));

vi.mock("vscode", () => {
  class Uri {
    readonly path: string;
    constructor(path: string) {
      this.path = path;
    }
  }
  const tell = async (message: string) => void editor.told.push(message);
  return {
    Uri,
    ProgressLocation: { Notification: 15 },
    ViewColumn: { Beside: -2 },
    l10n: {
      t: (text: string, ...values: string[]) =>
        text.replaceAll(/\{(\d)\}/gu, (_, nth: string) => values[Number(nth)] ?? ""),
    },
    window: {
      showOpenDialog: async () => [new Uri("/年报.docx")],
      withProgress: (_options: unknown, work: (progress: unknown, token: unknown) => unknown) => work({}, editor.token),
      showErrorMessage: tell,
      showInformationMessage: tell,
      showWarningMessage: tell,
      showTextDocument: async () => undefined,
    },
    workspace: {
      fs: { stat: async () => ({ size: editor.size }), readFile: async () => editor.file },
      openTextDocument: async ({ content }: { readonly content: string }) => {
        editor.opened.push(content);
        return { uri: new Uri("untitled:1") };
      },
    },
  };
});

const script = new URL("../dist/convert.js", import.meta.url).href;
const session = { convert: convertIn((order) => askWorker(script, order)) } as Session;
const [form] = forms;
if (form === undefined) throw new Error("There is no form.");
const cells = consistentCells(form, randomFrom(3));
const report = reportText(form, cells);
const word = docxOf(report, form, (id) => String(cells[id]));

beforeEach(() => Object.assign(editor, { file: word, size: word.length, opened: [], told: [] }));

describe("the command that imports", () => {
  test("opens the report as a new document and says that all is there", async () => {
    expect(await importReport.run(session)).toMatchObject({ isClean: true });
    expect(editor.opened).toEqual([report]);
    expect(editor.told).toEqual([expect.stringContaining("转换前后一致")]);
  });

  test("opens what has to be looked at beside it", async () => {
    editor.file = docxOf(report.replace(/^## 四、[\s\S]*?(?=^## 五)/mu, ""), form, (id) => String(cells[id]));
    expect(await importReport.run(session)).toMatchObject({ isClean: false });
    expect(editor.opened).toEqual([expect.stringContaining("# "), expect.stringContaining("没有找到表四")]);
  });

  test("opens nothing where nothing can be read", async () => {
    editor.file = word.slice(0, 200);
    expect(await importReport.run(session)).toBeUndefined();
    editor.size = 40_000_000;
    expect(await importReport.run(session)).toBeUndefined();
    expect(editor.opened).toEqual([]);
    expect(editor.told).toEqual([expect.stringContaining("不完整"), expect.stringContaining("30 MB")]);
  });
});
