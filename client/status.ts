import { Disposable, type LanguageStatusItem, LanguageStatusSeverity, l10n, languages } from "vscode";
import { type Counts, describeCounts, describeDraft, hasProblems } from "./counts.ts";
import { documentInFront, onDocumentInFront } from "./document-in-front.ts";
import type { DocumentStatus } from "./protocol.ts";
import type { Session } from "./session.ts";

/** Shows beside the language of a report how many findings it has, or that the server is down. */
export function showStatus({ server, reports }: Pick<Session, "server" | "reports">): Disposable {
  let item: LanguageStatusItem | undefined;
  const update = () => {
    const document = documentInFront();
    if (document === undefined || !reports.isReport(document)) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= createItem();
    Object.assign(item, server.state() === "failed" ? failed() : describe(reports.statusOf(document)));
    item.busy = server.state() === "starting";
  };
  update();
  return Disposable.from(onDocumentInFront(update), reports.onDidChange(update), server.onDidChangeState(update), {
    dispose: () => item?.dispose(),
  });
}

type Appearance = Pick<LanguageStatusItem, "text" | "detail" | "severity" | "command">;

function createItem(): LanguageStatusItem {
  const item = languages.createLanguageStatusItem("nianbao.status", { language: "markdown" });
  item.name = l10n.t("Annual report check");
  return item;
}

function failed(): Appearance {
  return {
    text: l10n.t("The check is not running"),
    detail: l10n.t("The language server has stopped"),
    severity: LanguageStatusSeverity.Error,
    command: { title: l10n.t("Restart"), command: "nianbao.restart" },
  };
}

const enable = "nianbao.enable";

function describe(status: DocumentStatus | undefined): Appearance {
  const none = {
    detail: l10n.t("Annual report check"),
    severity: LanguageStatusSeverity.Information,
    command: undefined,
  };
  if (status === undefined) return { ...none, text: l10n.t("Not checked yet") };
  if (status.status === "off") {
    const command = { title: l10n.t("Settings"), command: "workbench.action.openSettings", arguments: [enable] };
    return { ...none, text: l10n.t("The check is switched off"), command };
  }
  if (status.status === "too-complex") {
    return { ...none, text: l10n.t("Too complex to check"), severity: LanguageStatusSeverity.Warning };
  }
  const isDraft = status.stage === "draft";
  const text = isDraft ? describeDraft(status) : describeCounts(status);
  const counted = { ...none, text, severity: severityOf(status) };
  if (isDraft || !hasProblems(status)) {
    return { ...counted, command: { title: l10n.t("Checklist"), command: "nianbao.checklist.focus" } };
  }
  return { ...counted, command: { title: l10n.t("Show"), command: "workbench.panel.markers.view.focus" } };
}

function severityOf({ errors, warnings }: Counts): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
