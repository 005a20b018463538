import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { exportReport } from "../client/commands/export.ts";
import { convertIn } from "../client/convert.ts";
import type { Session } from "../client/session.ts";
import { askWorker } from "../client/worker.node.ts";

/** The files of the editor, and what is made to fail. */
const editor = vi.hoisted(() => ({
  files: new Map<string, Uint8Array>(),
  failing: "",
  isCancelled: false,
  told: [] as string[],
  text: "",
}));

vi.mock("vscode", () => {
  class Uri {
    readonly path: string;
    readonly scheme = "file";
    constructor(path: string) {
      this.path = path;
    }
    static joinPath({ path }: Uri, up: string, name: string): Uri {
      return new Uri(`${path.slice(0, path.lastIndexOf("/"))}${up === ".." ? "" : `/${up}`}/${name}`);
    }
    toString(): string {
      return this.path;
    }
  }
  const tell = async (message: string) => void editor.told.push(message);
  const act = (name: string, work: () => void) => async () => {
    if (editor.failing === name) throw new Error("disk full");
    work();
  };
  return {
    Uri,
    ProgressLocation: { Notification: 15 },
    l10n: {
      t: (text: string, ...values: string[]) =>
        text.replaceAll(/\{(\d)\}/gu, (_, nth: string) => values[Number(nth)] ?? ""),
    },
    window: {
      get activeTextEditor() {
        const document = { languageId: "markdown", uri: new Uri("/reports/年报.md"), getText: () => editor.text };
        return { viewColumn: 1, document };
      },
      withProgress: (_options: unknown, work: (progress: unknown, token: unknown) => unknown) =>
        work(
          {},
          { isCancellationRequested: editor.isCancelled, onCancellationRequested: () => ({ dispose: () => {} }) },
        ),
      showErrorMessage: tell,
      showInformationMessage: tell,
      showWarningMessage: tell,
    },
    workspace: {
      getConfiguration: () => ({ get: () => undefined }),
      fs: {
        writeFile: ({ path }: Uri, bytes: Uint8Array) => act("write", () => editor.files.set(path, bytes))(),
        rename: (from: Uri, to: Uri) =>
          act("rename", () => {
            editor.files.set(to.path, editor.files.get(from.path) ?? new Uint8Array());
            editor.files.delete(from.path);
          })(),
        delete: async ({ path }: Uri) => {
          if (!editor.files.delete(path)) throw new Error("no such file");
        },
      },
    },
  };
});

const { Uri } = await import("vscode");
const dist = new URL("../dist/", import.meta.url).href;
const session = { convert: convertIn((script, order) => askWorker(dist + script, order)) } as Session;
const run = (path = "/reports/年报.docx") =>
  exportReport.run(session, { uri: new (Uri as unknown as new (path: string) => unknown)(path) });

beforeEach(() => {
  editor.files.clear();
  const text = readFileSync(join(import.meta.dirname, "../examples/01-无误.md"), "utf8");
  Object.assign(editor, { failing: "", isCancelled: false, told: [], text });
});

describe("the command that exports", () => {
  test("writes the file that was chosen, and nothing else", async () => {
    expect(await run()).toMatchObject({ path: "/reports/年报.docx" });
    expect([...editor.files.keys()]).toEqual(["/reports/年报.docx"]);
    expect([...(editor.files.get("/reports/年报.docx") ?? []).slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect(editor.told).toEqual(["Exported to 年报.docx"]);
  });

  test("writes nothing where it is cancelled", async () => {
    editor.isCancelled = true;
    expect(await run()).toBeUndefined();
    expect([...editor.files, ...editor.told]).toEqual([]);
  });

  test.each(["write", "rename"])("leaves nothing half written where it cannot %s, and says why", async (failing) => {
    editor.failing = failing;
    expect(await run()).toBeUndefined();
    expect([...editor.files.keys()]).toEqual([]);
    expect(editor.told).toEqual(["年报.docx could not be written: disk full"]);
  });

  test("does not overwrite the report itself", async () => {
    expect(await run("/reports/年报.md")).toBeUndefined();
    expect(editor.files.size).toBe(0);
    expect(editor.told[0]).toContain("not overwritten");
  });
});
