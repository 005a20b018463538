import { l10n, ProgressLocation, type TextDocument, Uri, window, workspace } from "vscode";
import type { Settings } from "../../server/analysis.ts";
import type { Exported } from "../../server/export.ts";
import { type Format, formatOf, formats } from "../../server/write/formats.ts";
import { documentInFront } from "../document-in-front.ts";
import { isMarkdown } from "../reports.ts";
import type { Session } from "../session.ts";
import type { Command } from "./command.ts";

/** 导出: the report in the editor in another format. `{ uri }` as an argument, the file to write, answers all questions. */
export const exportReport: Command = {
  id: "nianbao.export",
  enablement: "nianbao:isReport",
  run: async (session, told) => {
    const document = documentInFront();
    if (document === undefined || !isMarkdown(document)) {
      void window.showWarningMessage(l10n.t("Open the report to be exported first: a Markdown file (.md)."));
      return undefined;
    }
    const target = uriIn(told) ?? (await askTarget(document));
    const format = target === undefined ? undefined : formatOf(target.path);
    if (target === undefined || format === undefined) return undefined;
    if (target.toString() === document.uri.toString()) {
      void window.showErrorMessage(l10n.t("Choose another file: the report itself is not overwritten."));
      return undefined;
    }
    const exported = await withProgress(session, document, format);
    if (exported === undefined) return undefined;
    if (exported.status !== "exported") {
      const why =
        exported.status === "too-complex"
          ? exported.reason
          : l10n.t("This file is not recognised as an annual report.");
      void window.showErrorMessage(why);
      return undefined;
    }
    return (await write(target, exported.content)) ? tell(target, exported.notes) : undefined;
  },
};

/**
 * Writes beside the target and moves into its place, so that it is never half written. A folder that may not be written
 * to, or a file another program holds, is no fault of ours.
 */
async function write(target: Uri, content: string | Uint8Array): Promise<boolean> {
  const beside = Uri.joinPath(target, "..", `.${lastOf(target)}.tmp`);
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  try {
    await workspace.fs.writeFile(beside, bytes);
    await workspace.fs.rename(beside, target, { overwrite: true });
    return true;
  } catch (error) {
    // Where nothing was written there is nothing to take away.
    await workspace.fs.delete(beside).then(undefined, () => {});
    const why = error instanceof Error ? error.message : String(error);
    void window.showErrorMessage(l10n.t("{0} could not be written: {1}", lastOf(target), why));
    return false;
  }
}

function lastOf({ path }: Uri): string {
  return path.split("/").at(-1) ?? "";
}

function uriIn(told: unknown): Uri | undefined {
  const uri: unknown = typeof told === "object" && told !== null ? Reflect.get(told, "uri") : undefined;
  return uri instanceof Uri ? uri : undefined;
}

/** Asks for the format and then for the file; undefined where the clerk thinks better of it. */
async function askTarget(document: TextDocument): Promise<Uri | undefined> {
  const title = l10n.t("Export the report");
  const items = formats.map((format) => ({ label: nameOf(format), description: `.${format}`, format }));
  const chosen = await window.showQuickPick(items, { title, placeHolder: l10n.t("As what?") });
  if (chosen === undefined) return undefined;
  const { format, label } = chosen;
  const defaultUri = beside(document, format);
  const options = { title, filters: { [label]: [format] }, saveLabel: l10n.t("Export") };
  const target = await window.showSaveDialog(defaultUri === undefined ? options : { ...options, defaultUri });
  if (target === undefined || formatOf(target.path) === format) return target;
  return target.with({ path: `${target.path}.${format}` });
}

function nameOf(format: Format): string {
  const names: Readonly<Record<Format, string>> = {
    docx: l10n.t("Word document, as it is handed in"),
    html: l10n.t("Web page, as it is published"),
    json: l10n.t("JSON, for programs"),
    xlsx: l10n.t("Excel workbook, the three tables"),
    md: l10n.t("Markdown in the canonical form"),
  };
  return names[format];
}

/** The same name beside the report; of one that has no file yet, its name in the folder. */
function beside({ uri, isUntitled }: TextDocument, format: Format): Uri | undefined {
  const name = lastOf(uri).replace(/\.[^.]*$/u, "");
  const file = `${name}${format === "md" ? `-${l10n.t("canonical")}` : ""}.${format}`;
  if (!isUntitled) return Uri.joinPath(uri, "..", file);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder === undefined ? undefined : Uri.joinPath(folder, file);
}

/** Undefined where it is cancelled. */
function withProgress({ convert }: Session, document: TextDocument, format: Format): Thenable<Exported | undefined> {
  const progress = {
    location: ProgressLocation.Notification,
    title: l10n.t("Exporting the report"),
    cancellable: true,
  };
  return window.withProgress(progress, (_, token) =>
    convert(token, "exportText", document.getText(), settingsOf(document), format),
  );
}

/** Counted by the same settings as in the editor; what is wrong in them counts as not set. */
function settingsOf({ uri }: TextDocument): Settings {
  const configuration = workspace.getConfiguration("nianbao", uri);
  const form = configuration.get<unknown>("form");
  const severity = configuration.get<Settings["severity"]>("severity");
  return {
    form: typeof form === "string" ? form : "auto",
    // A copy: what VS Code hands out cannot be sent to a worker.
    severity: { ...severity },
    mode: "final",
  };
}

function tell(target: Uri, notes: readonly string[]): Uri {
  const message = l10n.t("Exported to {0}", lastOf(target));
  if (notes.length === 0) void window.showInformationMessage(message);
  else void window.showWarningMessage([message, ...notes].join(l10n.t(". ")));
  return target;
}
