import {
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
  type DocumentSymbol,
  type Hover,
  type HoverParams,
  type SymbolInformation,
} from "vscode-languageserver";
import { codeActions } from "../features/code-actions.ts";
import { hover } from "../features/hover.ts";
import { flatSymbols, symbols } from "../features/symbols.ts";
import { offsetAt } from "../read/lines.ts";
import { isSnapshot } from "./schemes.ts";
import type { Server } from "./server.ts";

/** Answers what a client asks about a place of a document. */
export function registerFeatures(server: Server): void {
  const { connection } = server;
  connection.onHover(server.handler("hover", null, (params) => hoverAt(server, params)));
  connection.onCodeAction(server.handler("codeAction", [], (params) => actionsIn(server, params)));
  connection.onDocumentSymbol(
    server.handler("documentSymbol", [], ({ textDocument }) => symbolsOf(server, textDocument.uri)),
  );
}

async function hoverAt({ session, client }: Server, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const analysis = (await session.open(textDocument.uri))?.analysis;
  if (analysis === undefined) return null;
  return hover(analysis, offsetAt(analysis.lines, position), client().markdownHover) ?? null;
}

async function actionsIn({ session, client }: Server, params: CodeActionParams): Promise<CodeAction[]> {
  const { textDocument, range, context } = params;
  const opened = await session.open(textDocument.uri);
  if (opened?.analysis === undefined || isSnapshot(textDocument.uri)) return [];
  const { analysis, document, settings } = opened;
  const { lines } = analysis;
  const { versioned, snippets } = client();
  return codeActions(analysis, {
    uri: document.uri,
    version: document.version,
    versioned,
    snippets,
    selection: { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) },
    only: context.only,
    invoked: context.triggerKind !== CodeActionTriggerKind.Automatic,
    settings,
  });
}

async function symbolsOf({ session, client }: Server, uri: string): Promise<DocumentSymbol[] | SymbolInformation[]> {
  const analysis = (await session.open(uri))?.analysis;
  if (analysis === undefined) return [];
  return client().nestedSymbols ? symbols(analysis) : flatSymbols(analysis, uri);
}
