import { Disposable, type ExtensionContext, type TextDocument, version, window, workspace } from "vscode";
import { showChecklist } from "./checklist.ts";
import { clientOptions } from "./client-options.ts";
import { registerCommands } from "./commands/index.ts";
import type { Convert } from "./convert.ts";
import { tellFault } from "./fault.ts";
import { importDropped } from "./import-drop.ts";
import { createLanguageServer, type LanguageServer, type Launch } from "./language-server.ts";
import { providePaste } from "./paste-provider.ts";
import { type MarkdownExtender, previewReports } from "./preview.ts";
import { statusNotification } from "./protocol.ts";
import { isReportLike } from "./report-like.ts";
import { isEnabled, isMarkdown, trackReports } from "./reports.ts";
import { provideRulePages } from "./rule-pages.ts";
import type { Session } from "./session.ts";
import { showStatus } from "./status.ts";
import { watchTableKeys } from "./table-keys.ts";
import { traceChannel } from "./trace.ts";
import { collectFindings, watchFindings } from "./workspace-findings.ts";
import { searchReports } from "./workspace-symbols.ts";

let active: LanguageServer | undefined;

/** What both hosts do: everything but making the server and the workers that convert. Gives what other extensions may ask. */
export function activateWith(context: ExtensionContext, launch: Launch, convert: Convert): MarkdownExtender {
  const { subscriptions } = context;
  const log = window.createOutputChannel(name, { log: true });
  log.info(`${context.extension.id} ${context.extension.packageJSON.version} in VS Code ${version}`);
  const trace = traceChannel(log);
  const reports = trackReports(subscriptions);
  const server = createLanguageServer(() => {
    const givenUp = () => tellFault(log, "The language server keeps crashing.");
    const launched = launch("nianbao", name, clientOptions(log, trace, givenUp, symbols));
    launched.client.onNotification(statusNotification, reports.accept);
    return launched;
  });
  active = server;
  const symbols = searchReports(server);
  const findings = collectFindings(server, log);
  const session: Session = { log, server, reports, findings, convert };
  subscriptions.push(
    log,
    trace,
    findings,
    symbols,
    watchFindings(findings),
    server.onDidChangeState((state) => {
      log.info(`language server: ${state}`);
      if (state === "running") return;
      reports.forget();
      symbols.forget();
    }),
    showStatus(session),
    showChecklist(session),
    watchTableKeys(reports),
    providePaste(session),
    provideRulePages(context),
    registerCommands(session),
    importDropped(session),
    startAtFirstReport(session),
  );
  return previewReports(subscriptions);
}

/** Ends the server and waits for it. */
export async function deactivate(): Promise<void> {
  await active?.stop();
}

const name = "年报 Nianbao";

/** Most windows with Markdown never show a report: they get no server. */
function startAtFirstReport({ server, log }: Session): Disposable {
  const consider = (document: TextDocument) => {
    if (server.state() !== "idle" || !isMarkdown(document) || !isEnabled(document.uri)) return;
    if (isReportLike(document.getText())) server.start().catch((error) => tellFault(log, error));
  };
  const considerAll = () => workspace.textDocuments.forEach(consider);
  considerAll();
  return Disposable.from(
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidChangeTextDocument(({ document }) => consider(document)),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("nianbao.enable") && considerAll()),
  );
}
