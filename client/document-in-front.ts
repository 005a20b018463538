import { Disposable, TabInputText, TabInputTextDiff, type TextDocument, window, workspace } from "vscode";

/** The document of the editor in front, also while a panel with an editor of its own, such as the log, has the focus. */
export function documentInFront(): TextDocument | undefined {
  const editor = window.activeTextEditor;
  // What is shown outside the columns of the editor area has none.
  if (editor?.viewColumn !== undefined) return editor.document;
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  const uri =
    input instanceof TabInputText ? input.uri : input instanceof TabInputTextDiff ? input.modified : undefined;
  return workspace.textDocuments.find((document) => document.uri.toString() === uri?.toString());
}

/** Calls back whenever another document may have come to the front. */
export function onDocumentInFront(changed: () => void): Disposable {
  return Disposable.from(
    window.onDidChangeActiveTextEditor(changed),
    window.tabGroups.onDidChangeTabs(changed),
    workspace.onDidOpenTextDocument(changed),
  );
}
