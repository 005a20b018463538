import { type Diagnostic, type LogOutputChannel, Uri } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { countCrashes } from "./crashes.ts";
import type { WorkspaceSymbols } from "./workspace-symbols.ts";

/** How the client talks to the server, on every host. */
export function clientOptions(
  log: LogOutputChannel,
  trace: LogOutputChannel,
  onGivenUp: () => void,
  symbols: WorkspaceSymbols,
): LanguageClientOptions {
  return {
    documentSelector: [{ language: "markdown" }],
    outputChannel: log,
    traceOutputChannel: trace,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // The command runner tells the clerk, in her language and with what to do.
    initializationFailedHandler: () => false,
    errorHandler: countCrashes(onGivenUp),
    initializationOptions: { status: true },
    diagnosticPullOptions: { onChange: true },
    middleware: {
      provideDiagnostics: async (document, previous, token, next) => {
        const report = await next(document, previous, token);
        return report?.kind === "full" ? { ...report, items: report.items.map(linkToPage) } : report;
      },
      provideWorkspaceSymbols: symbols.provide,
      handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToPage)),
    },
  };
}

/**
 * Lets the rule's name in hover and Problems lead to the page inside the extension: the page on the web, which the
 * server names, is out of reach in many offices.
 */
export function linkToPage(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  // What comes without an address is no rule: that a text was not checked, for one.
  if (typeof code !== "object") return diagnostic;
  const target = Uri.from({ scheme: "command", path: "nianbao.explainRule", query: JSON.stringify([code.value]) });
  diagnostic.code = { value: code.value, target };
  return diagnostic;
}
