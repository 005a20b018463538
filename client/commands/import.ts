import { type CancellationToken, l10n, ProgressLocation, Uri, ViewColumn, window, workspace } from "vscode";
import type { ImportedReport } from "../convert-worker.ts";
import type { Session } from "../session.ts";
import type { Command } from "./command.ts";

/** 导入为年报: a file in another format as a new Markdown document; a `Uri` as the argument, as menus give it, picks it. */
export const importReport: Command = {
  id: "nianbao.import",
  run: async (session, told) => {
    const uri = told instanceof Uri ? told : await pickFile();
    if (uri === undefined) return undefined;
    const title = l10n.t("Importing an annual report");
    const progress = { location: ProgressLocation.Notification, title, cancellable: true };
    const imported = await window.withProgress(progress, (_, token) => importFrom(session, uri, token));
    if (imported === undefined) return undefined;
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

/** Undefined where it is cancelled; a string says why nothing was imported. */
async function importFrom(
  { convert }: Session,
  uri: Uri,
  token: CancellationToken,
): Promise<ImportedReport | string | undefined> {
  const read = await contentOf(uri);
  return typeof read === "string" ? read : convert(token, "importFile", uri.path, read);
}

async function contentOf(uri: Uri): Promise<Uint8Array | string> {
  try {
    if ((await workspace.fs.stat(uri)).size > largest) return l10n.t("the file is larger than 30 MB");
    return await workspace.fs.readFile(uri);
  } catch {
    return l10n.t("the file cannot be read");
  }
}

/** The report in a new document; what has to be looked at by hand in another one beside it. */
async function show({ markdown, account, isClean }: ImportedReport) {
  const [summary = ""] = account;
  const document = await workspace.openTextDocument({ language: "markdown", content: markdown });
  await window.showTextDocument(document, { preview: false });
  if (isClean) void window.showInformationMessage(summary);
  else {
    const list = await workspace.openTextDocument({ language: "plaintext", content: `${account.join("\n")}\n` });
    await window.showTextDocument(list, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
    void window.showWarningMessage(l10n.t("Some places have to be looked at: {0}", summary));
  }
  return { uri: document.uri, isClean };
}
