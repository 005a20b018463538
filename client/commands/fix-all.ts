import { type CodeAction, commands, l10n, Range, type TextDocument, window, workspace } from "vscode";
import { documentInFront } from "../document-in-front.ts";
import { isMarkdown } from "../reports.ts";
import type { Command } from "./command.ts";

/** 修正全部安全项 of the report in the editor, as one step to undo. */
export const fixAll: Command = {
  id: "nianbao.fixAll",
  enablement: "nianbao:isReport && !activeEditorIsReadonly",
  run: async ({ server }) => {
    const document = documentInFront();
    if (document === undefined || !isMarkdown(document)) {
      void window.showWarningMessage(l10n.t("Open the report to be checked first: a Markdown file (.md)."));
      return undefined;
    }
    await server.start();
    const edit = (await fixesOf(document))[0]?.edit;
    const changes = edit?.get(document.uri).length ?? 0;
    if (edit === undefined || changes === 0) {
      void window.showInformationMessage(
        l10n.t(
          "There is nothing that is safe to fix. What is left needs a decision: see the light bulb at each finding.",
        ),
      );
      return 0;
    }
    if (!(await workspace.applyEdit(edit))) {
      void window.showWarningMessage(l10n.t("The file cannot be changed: save it under another name and try again."));
      return 0;
    }
    void window.showInformationMessage(l10n.t("{0} places fixed. No reported figure was changed.", changes));
    return changes;
  },
};

/** The one action of this kind the server offers for the whole text; to ask for it resolves it, too. */
async function fixesOf(document: TextDocument): Promise<readonly CodeAction[]> {
  const all = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  const kind = "source.fixAll.nianbao";
  return commands.executeCommand<CodeAction[]>("vscode.executeCodeActionProvider", document.uri, all, kind, 1);
}
