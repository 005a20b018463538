import { env, l10n, type QuickPickItem, QuickPickItemKind, window, workspace } from "vscode";
import { askPaste, changesOf, changeText, editFor, remarksOf, tellPaste } from "../paste.ts";
import type { Paste } from "../protocol.ts";
import { isMarkdown } from "../reports.ts";
import type { Command } from "./command.ts";

/** 按行名列名粘贴: the table on the clipboard, shown cell by cell before anything changes. */
export const pasteByLabel: Command = {
  id: "nianbao.pasteByLabel",
  enablement: "nianbao:isReport && !activeEditorIsReadonly",
  run: async (session) => {
    const editor = window.activeTextEditor;
    if (editor === undefined || !isMarkdown(editor.document)) {
      void window.showWarningMessage(l10n.t("Put the cursor into a table of the report first."));
      return undefined;
    }
    const { document, selection } = editor;
    const { version } = document;
    const paste = await askPaste(session, document, selection.active, { text: await env.clipboard.readText() });
    if (paste === null) {
      void window.showWarningMessage(
        l10n.t(
          "The clipboard holds no table with row and column names of this report. Copy it in Excel or WPS together with its names, put the cursor into the table and try again.",
        ),
      );
      return 0;
    }
    if (changesOf(paste).length === 0) {
      tellPaste(session, paste);
      return 0;
    }
    const chosen = await choose(paste);
    if (chosen === undefined || chosen.length === 0) return 0;
    // Edits made for another text would land in other places.
    if (document.version !== version || !(await workspace.applyEdit(await editFor(session, document, chosen)))) {
      void window.showWarningMessage(l10n.t("Nothing was pasted: the file has changed, or may not be changed."));
      return 0;
    }
    void window.showInformationMessage(
      l10n.t("{0} cells filled in. One undo (Ctrl+Z) takes them all back.", chosen.length),
    );
    return chosen.length;
  },
};

interface Item extends QuickPickItem {
  readonly cell?: Paste["cells"][number];
}

/** What needs a look comes first, then every cell that changes, ticked; undefined where the clerk thinks better of it. */
async function choose(paste: Paste): Promise<Paste["cells"] | undefined> {
  const heading = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
  const remarks = remarksOf(paste).flatMap((remark) => [
    heading(remark.heading),
    ...remark.entries.map((label): Item => ({ label: `$(info) ${label}` })),
  ]);
  const changes = changesOf(paste);
  const cells = changes.map((cell): Item => ({ label: cell.name, description: changeText(cell), picked: true, cell }));
  const picked = await window.showQuickPick([...remarks, heading(l10n.t("To be filled in")), ...cells], {
    title: l10n.t("Paste by row and column names: {0} cells change", changes.length),
    placeHolder: l10n.t("What is ticked is filled in, everything else stays as it is"),
    canPickMany: true,
    matchOnDescription: true,
  });
  return picked?.flatMap(({ cell }) => cell ?? []);
}
