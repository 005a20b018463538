import { commands, type LogOutputChannel, l10n, window } from "vscode";
import { formOfYear } from "../../server/form/index.ts";
import { writeTitle } from "../../server/write/markdown.ts";
import { type CheckedText, checkText } from "../check-text.ts";
import { describeCounts, hasProblems } from "../counts.ts";
import { documentInFront } from "../document-in-front.ts";
import { tellFault } from "../fault.ts";
import { yearDue } from "../report-year.ts";
import { isMarkdown } from "../reports.ts";
import type { Command } from "./command.ts";

/** 检查当前报告: the findings stand in the editor already; this says how many, or why there are none. */
export const checkDocument: Command = {
  id: "nianbao.checkDocument",
  enablement: "editorLangId == markdown || nianbao:isReport",
  run: async ({ server, log }) => {
    const document = documentInFront();
    if (document === undefined || !isMarkdown(document)) {
      void window.showWarningMessage(l10n.t("Open the report to be checked first: a Markdown file (.md)."));
      return undefined;
    }
    const checked = await checkText(server, document.uri, document.getText());
    void tell(log, checked);
    return { status: checked.status, ...checked.counts };
  },
};

async function tell(log: LogOutputChannel, { status, counts }: CheckedText): Promise<void> {
  if (status === "off") return offerSettings();
  if (status === "failed") return tellFault(log, "The server could not check the document.");
  if (status === "not-a-report") {
    await window.showWarningMessage(
      l10n.t("This file is not recognised as an annual report. Give it a first line like: {0}", sample()),
    );
    return;
  }
  if (hasProblems(counts)) await commands.executeCommand("workbench.panel.markers.view.focus");
  await window.showInformationMessage(l10n.t("Report checked: {0}", describeCounts(counts)));
}

async function offerSettings(): Promise<void> {
  const open = l10n.t("Open Settings");
  const message = l10n.t("The check is switched off for this file by the setting nianbao.enable.");
  const chosen = await window.showWarningMessage(message, open);
  if (chosen === open) await commands.executeCommand("workbench.action.openSettings", "nianbao.enable");
}

/** A title as it should be, of the report that is due now. */
function sample(): string {
  const year = yearDue();
  const form = formOfYear(year);
  return form === undefined ? "" : writeTitle(form, { agency: l10n.t("(name of the agency)"), year });
}
