import { type CancellationToken, commands, l10n, ProgressLocation, type Uri, window, workspace } from "vscode";
import { type CheckedText, checkFile, checkText } from "../check-text.ts";
import { addCounts, type Counts, describeCounts, hasProblems, noFindings } from "../counts.ts";
import type { Session } from "../session.ts";
import { findMarkdown } from "../workspace-files.ts";
import type { Command } from "./command.ts";

/** 检查工作区全部报告, files that are not open included. */
export const checkWorkspace: Command = {
  id: "nianbao.checkWorkspace",
  enablement: "workspaceFolderCount > 0",
  run: async (session) => {
    if (workspace.workspaceFolders === undefined) {
      void window.showWarningMessage(l10n.t("Open the folder with the reports first (File > Open Folder)."));
      return undefined;
    }
    const progress = {
      location: ProgressLocation.Notification,
      title: l10n.t("Checking annual reports"),
      cancellable: true,
    };
    const outcome = await window.withProgress(progress, (shown, token) =>
      checkAll(session, token, (message, increment) => shown.report({ message, increment })),
    );
    void tell(outcome);
    return outcome;
  },
};

/** What became of the whole check. */
interface Outcome extends Counts {
  readonly reports: number;
  readonly unreadable: number;
  /** Files the server could not check by a fault of its own. */
  readonly failed: number;
  readonly cancelled: boolean;
}

const nothing: Outcome = { ...noFindings, reports: 0, unreadable: 0, failed: 0, cancelled: false };

async function checkAll(
  session: Session,
  token: CancellationToken,
  report: (message: string, increment: number) => void,
): Promise<Outcome> {
  session.findings.clear();
  const files = await findMarkdown(token);
  let outcome = nothing;
  for (const uri of files) {
    if (token.isCancellationRequested) return { ...outcome, cancelled: true };
    report(workspace.asRelativePath(uri), 100 / files.length);
    outcome = add(outcome, await checkOne(session, uri));
  }
  return { ...outcome, cancelled: token.isCancellationRequested };
}

/** A document that is open is checked as it stands in the editor, saved or not. */
async function checkOne({ server, findings }: Session, uri: Uri): Promise<CheckedText | "unreadable"> {
  const document = workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  const checked = await (document === undefined ? checkFile(server, uri) : checkText(server, uri, document.getText()));
  if (checked !== "unreadable" && isChecked(checked)) findings.show(uri, checked);
  return checked;
}

function add(outcome: Outcome, checked: CheckedText | "unreadable"): Outcome {
  if (checked === "unreadable") return { ...outcome, unreadable: outcome.unreadable + 1 };
  if (checked.status === "failed") return { ...outcome, failed: outcome.failed + 1 };
  if (!isChecked(checked)) return outcome;
  return { ...outcome, ...addCounts(outcome, checked.counts), reports: outcome.reports + 1 };
}

function isChecked({ status }: CheckedText): boolean {
  return status === "checked" || status === "too-complex";
}

async function tell(outcome: Outcome): Promise<void> {
  const { reports, unreadable, failed, cancelled } = outcome;
  if (hasProblems(outcome)) await commands.executeCommand("workbench.panel.markers.view.focus");
  const troubles = [
    cancelled ? l10n.t("The check was stopped before it was complete.") : "",
    unreadable > 0 ? l10n.t("{0} files could not be read: save them as UTF-8.", unreadable) : "",
    failed > 0 ? l10n.t("{0} files could not be checked: see the log.", failed) : "",
    reports === 0 && !cancelled ? l10n.t("No annual reports found.") : "",
  ].filter((trouble) => trouble !== "");
  const found = reports > 0 ? [l10n.t("{0} annual reports checked: {1}.", reports, describeCounts(outcome))] : [];
  const message = [...found, ...troubles].join(" ");
  if (troubles.length > 0) await window.showWarningMessage(message);
  else await window.showInformationMessage(message);
}
