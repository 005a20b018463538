import type { InitializeParams } from "vscode-languageserver";

/** What the client at the other end can do. */
export interface Client {
  /** Asks for diagnostics itself; to any other client they are sent. */
  readonly pulls: boolean;
  /** Can be told that its diagnostics are out of date. */
  readonly refreshes: boolean;
  /** Answers questions about settings, and can be made to report their change. */
  readonly configures: boolean;
  readonly registersConfiguration: boolean;
  readonly markdownHover: boolean;
  readonly nestedSymbols: boolean;
  readonly versioned: boolean;
  readonly snippets: boolean;
  readonly snippetCompletions: boolean;
  /** Wants `nianbao/status`, which no client expects unasked. */
  readonly status: boolean;
  /** Settings given at the start by clients that cannot be asked. */
  readonly settings: unknown;
}

/** Reads a client's capabilities; what it does not mention it cannot do. */
export function readClient({ capabilities, initializationOptions }: InitializeParams): Client {
  const { workspace = {}, textDocument = {} } = capabilities;
  const options: unknown = initializationOptions;
  const given = typeof options === "object" && options !== null ? options : {};
  return {
    pulls: textDocument.diagnostic !== undefined,
    refreshes: workspace.diagnostics?.refreshSupport === true,
    configures: workspace.configuration === true,
    registersConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    markdownHover: textDocument.hover?.contentFormat?.includes("markdown") === true,
    nestedSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    versioned: workspace.workspaceEdit?.documentChanges === true,
    snippets: workspace.workspaceEdit?.snippetEditSupport === true,
    snippetCompletions: textDocument.completion?.completionItem?.snippetSupport === true,
    status: "status" in given && given.status === true,
    settings: "settings" in given ? given.settings : undefined,
  };
}
