import { type CancellationToken, env, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import type { ImportedReport } from "../convert-worker.ts";
import { importable, importFrom, tellAccount } from "../import.ts";
import type { Session } from "../session.ts";
import type { Command } from "./command.ts";

/**
 * 导入为年报: a file in another format, or text that was copied, as a new Markdown document. A `Uri` as the argument, as
 * menus give it, picks the file.
 */
export const importReport: Command = {
  id: "nianbao.import",
  enablement: "true",
  run: async (session, told) => {
    const source = told instanceof Uri ? told : await pickSource();
    if (source === undefined) return undefined;
    const title = l10n.t("Importing an annual report");
    const progress = { location: ProgressLocation.Notification, title, cancellable: true };
    const imported = await window.withProgress(progress, (_, token) => convert(session, source, token));
    if (imported === undefined) return undefined;
    if (typeof imported === "string") {
      void window.showErrorMessage(l10n.t("Nothing was imported: {0}", imported));
      return undefined;
    }
    const document = await workspace.openTextDocument({ language: "markdown", content: imported.markdown });
    await window.showTextDocument(document, { preview: false });
    await tellAccount(imported);
    return { uri: document.uri, isClean: imported.isClean };
  },
};

/** A file, or `copied`: what is on the clipboard. Undefined where the clerk thinks better of it. */
async function pickSource(): Promise<Uri | "copied" | undefined> {
  const title = l10n.t("Import an annual report");
  const endings = importable.map((ending) => `.${ending}`).join(" ");
  const items = [
    { label: l10n.t("A file"), description: endings, isFile: true },
    { label: l10n.t("What was copied"), description: l10n.t("from a page, Word or a PDF file"), isFile: false },
  ];
  const chosen = await window.showQuickPick(items, { title, placeHolder: l10n.t("From where?") });
  if (chosen === undefined) return undefined;
  if (!chosen.isFile) return "copied";
  const filters = { [l10n.t("Annual report")]: [...importable] };
  return (await window.showOpenDialog({ title, filters, canSelectMany: false }))?.[0];
}

async function convert(
  session: Session,
  source: Uri | "copied",
  token: CancellationToken,
): Promise<ImportedReport | string | undefined> {
  if (source !== "copied") {
    return importFrom(session.convert, token, {
      name: source.path,
      size: async () => (await workspace.fs.stat(source)).size,
      bytes: () => workspace.fs.readFile(source),
    });
  }
  const text = await env.clipboard.readText();
  return text.trim() === ""
    ? l10n.t("there is no text on the clipboard; select all of the report and copy it")
    : session.convert(token, "importText", text);
}
