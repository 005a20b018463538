import { type CancellationToken, l10n, ViewColumn, window, workspace } from "vscode";
import type { Convert } from "./convert.ts";
import type { ImportedReport } from "./convert-worker.ts";

/** The endings of the names of files that are imported. */
export const importable = ["docx", "xlsx", "pdf", "html", "htm", "txt", "md"] as const;

/** A file that is imported: its bytes are asked for only where it is not too large. */
export interface ImportedFile {
  readonly name: string;
  /** In bytes; undefined where nobody knows. */
  readonly size: () => Promise<number | undefined>;
  readonly bytes: () => Thenable<Uint8Array>;
}

/** The largest file that is read, in bytes. */
const largest = 30_000_000;

/** Imports a file; a string says why not, undefined where it was cancelled. */
export async function importFrom(
  convert: Convert,
  token: CancellationToken,
  file: ImportedFile,
): Promise<ImportedReport | string | undefined> {
  const bytes = await read(file);
  if (typeof bytes === "string") return bytes;
  if (!/\.pdf$/iu.test(file.name)) return convert(token, "importFile", file.name, bytes);
  const pages = await convert(token, "readPdf", bytes);
  return typeof pages === "string" || pages === undefined ? pages : convert(token, "importPdf", pages);
}

async function read(file: ImportedFile): Promise<Uint8Array | string> {
  try {
    const bytes = ((await file.size()) ?? 0) > largest ? undefined : await file.bytes();
    return bytes === undefined || bytes.length > largest ? l10n.t("the file is larger than 30 MB") : bytes;
  } catch {
    return l10n.t("the file cannot be read");
  }
}

/** Tells what became of the numbers; what has to be looked at by hand is listed beside the report. */
export async function tellAccount({ account, isClean }: ImportedReport): Promise<void> {
  const [summary = ""] = account;
  if (isClean) {
    void window.showInformationMessage(summary);
    return;
  }
  const list = await workspace.openTextDocument({ language: "plaintext", content: `${account.join("\n")}\n` });
  await window.showTextDocument(list, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: false });
  void window.showWarningMessage(l10n.t("Some places have to be looked at: {0}", summary));
}
