import {
  type DataTransfer,
  type DataTransferFile,
  type Disposable,
  DocumentDropEdit,
  type DocumentDropEditProvider,
  l10n,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Convert } from "./convert.ts";
import { type ImportedFile, importable, importFrom, tellAccount } from "./import.ts";
import type { Session } from "./session.ts";

/**
 * A report in another format that is dropped into an empty Markdown document becomes its text. Into any other document
 * a file is dropped as ever.
 */
export function importDropped({ convert }: Session): Disposable {
  return languages.registerDocumentDropEditProvider({ language: "markdown" }, dropProvider(convert));
}

/** What the editor asks when something is dropped. */
export function dropProvider(convert: Convert): DocumentDropEditProvider {
  return {
    provideDocumentDropEdits: async (document, _position, dropped, token) => {
      if (document.getText().trim() !== "") return undefined;
      const file = await fileIn(dropped);
      if (file === undefined) return undefined;
      const imported = await importFrom(convert, token, file);
      if (imported === undefined) return undefined;
      if (typeof imported === "string") {
        void window.showErrorMessage(l10n.t("Nothing was imported: {0}", imported));
        return undefined;
      }
      whenInserted(document, imported.markdown, () => void tellAccount(imported));
      // Later versions of VS Code show the title beside what else may be done with the file.
      return Object.assign(new DocumentDropEdit(imported.markdown), { title: l10n.t("Import an annual report") });
    },
  };
}

/** The one file that was dropped, from the desktop or from the explorer, if it may be a report. */
async function fileIn(dropped: DataTransfer): Promise<ImportedFile | undefined> {
  const files: DataTransferFile[] = [];
  for (const [, item] of dropped) {
    const file = item.asFile();
    if (file !== undefined) files.push(file);
  }
  const [file] = files;
  if (file !== undefined && files.length === 1 && isImportable(file.name)) {
    return { name: file.name, size: async () => undefined, bytes: () => file.data() };
  }
  const list = (await dropped.get("text/uri-list")?.asString()) ?? "";
  const [address = "", ...others] = list.split(/\r?\n/u).filter((line) => line !== "" && !line.startsWith("#"));
  if (files.length > 0 || others.length > 0 || !isImportable(address)) return undefined;
  const uri = Uri.parse(address);
  return {
    name: uri.path,
    size: async () => (await workspace.fs.stat(uri)).size,
    bytes: () => workspace.fs.readFile(uri),
  };
}

/** Markdown is no other format: a link to it is what is wanted. */
function isImportable(name: string): boolean {
  return importable.some((ending) => ending !== "md" && name.toLowerCase().endsWith(`.${ending}`));
}

/** Calls back once the text is in the document: the clerk may choose to have a link instead. */
function whenInserted(document: TextDocument, text: string, inserted: () => void): void {
  const isText = (one: string) => one.replaceAll("\r\n", "\n") === text;
  const watch = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
    if (changed !== document) return;
    watch.dispose();
    if (contentChanges.some((change) => isText(change.text))) inserted();
  });
}
