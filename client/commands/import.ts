import { l10n, ProgressLocation, Uri, ViewColumn, window, workspace } from "vscode";
import type { Imported } from "../../server/import/import-report.ts";
import type { Command } from "./command.ts";

/** 导入为年报: a file in another format as a new Markdown document; a `Uri` as the argument, as menus give it, picks it. */
export const importReport: Command = {
  id: "nianbao.import",
  run: async (_session, told) => {
    const uri = told instanceof Uri ? told : await pickFile();
    if (uri === undefined) return undefined;
    const progress = { location: ProgressLocation.Notification, title: l10n.t("Importing an annual report") };
    const imported = await window.withProgress(progress, () => importFrom(uri));
    if (typeof imported === "string") {
      void window.showErrorMessage(l10n.t("Nothing was imported: {0}", imported));
      return undefined;
    }
    return show(imported);
  },
};

async function pickFile(): Promise<Uri | undefined> {
  const filters = { [l10n.t("Annual report")]: ["docx", "html", "htm", "txt", "md"] };
  const title = l10n.t("Import an annual report");
  const [file] = (await window.showOpenDialog({ title, filters, canSelectMany: false })) ?? [];
  return file;
}

/** The largest file that is read, in bytes. */
const largest = 30_000_000;

async function importFrom(uri: Uri): Promise<Imported | string> {
  const read = await contentOf(uri);
  if (typeof read === "string") return read;
  // Loaded only when it is wanted: checking needs none of it.
  const { importFile } = await import("../../server/import/import-file.ts");
  return importFile(uri.path, read, decode);
}

async function contentOf(uri: Uri): Promise<Uint8Array | string> {
  try {
    if ((await workspace.fs.stat(uri)).size > largest) return l10n.t("the file is larger than 30 MB");
    return await workspace.fs.readFile(uri);
  } catch {
    return l10n.t("the file cannot be read");
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The report in a new document; what has to be looked at by hand in another one beside it. */
async function show(imported: Imported): Promise<{ readonly uri: Uri; readonly isClean: boolean }> {
  const { isClean, tellAccount } = await import("../../server/import/tell-account.ts");
  const lines = tellAccount(imported);
  const [summary = ""] = lines;
  const document = await workspace.openTextDocument({ language: "markdown", content: imported.markdown });
  await window.showTextDocument(document, { preview: false });
  if (isClean(imported)) void window.showInformationMessage(summary);
  else {
    const account = await workspace.openTextDocument({ language: "plaintext", content: `${lines.join("\n")}\n` });
    await window.showTextDocument(account, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
    void window.showWarningMessage(l10n.t("Some places have to be looked at: {0}", summary));
  }
  return { uri: document.uri, isClean: isClean(imported) };
}
