import { commands, l10n, window } from "vscode";
import { documentInFront } from "../document-in-front.ts";
import { type Checklist, checklistRequest } from "../protocol.ts";
import { isMarkdown } from "../reports.ts";
import { checkDocument } from "./check-document.ts";
import type { Command } from "./command.ts";

/** 提交前检查: everything counts from now on, whatever the mode; the checklist says what is left to do. */
export const checkBeforeSubmission: Command = {
  id: "nianbao.checkBeforeSubmission",
  enablement: "editorLangId == markdown || nianbao:isReport",
  icon: "$(checklist)",
  run: async (session) => {
    const document = documentInFront();
    // What cannot be checked is told as by the plain check.
    if (document === undefined || !isMarkdown(document)) return checkDocument.run(session);
    const client = await session.server.start();
    const uri = client.code2ProtocolConverter.asUri(document.uri);
    const list = await client.sendRequest(checklistRequest, { uri, strict: true });
    if (list === null) return checkDocument.run(session);
    void tell(list);
    return list;
  },
};

async function tell({ errors, warnings, unfilled, unchecked, allowed }: Checklist): Promise<void> {
  if (errors + warnings > 0) await commands.executeCommand("workbench.panel.markers.view.focus");
  await commands.executeCommand("nianbao.checklist.focus");
  const counts = l10n.t(
    "errors: {0}, warnings: {1}, to fill in: {2}, unchecked: {3}",
    errors,
    warnings,
    unfilled,
    unchecked,
  );
  const explained = allowed > 0 ? [l10n.t("explained: {0}", allowed)] : [];
  const message = l10n.t("Check before submission: {0}", [counts, ...explained].join(l10n.t(", ")));
  if (errors + warnings + unfilled + unchecked > 0) await window.showWarningMessage(message);
  else await window.showInformationMessage(message);
}
