import {
  type CodeAction,
  type CodeActionParams,
  CodeActionTriggerKind,
  type DocumentSymbol,
  type Hover,
  type HoverParams,
  type SymbolInformation,
} from "vscode-languageserver";
import { type Analysis, analyze } from "../analysis.ts";
import { codeActions } from "../features/code-actions.ts";
import { completions } from "../features/completions.ts";
import { copyTable } from "../features/copy-table.ts";
import { folds } from "../features/folds.ts";
import { formatting } from "../features/formatting.ts";
import { highlights } from "../features/highlights.ts";
import { hover } from "../features/hover.ts";
import { inlays } from "../features/inlays.ts";
import { lenses } from "../features/lenses.ts";
import { nextYear } from "../features/next-year.ts";
import { paste } from "../features/paste.ts";
import { selectionAt } from "../features/selections.ts";
import { semanticTokens } from "../features/semantic-tokens.ts";
import { addendsOf, totalsOf } from "../features/summand-links.ts";
import { flatSymbols, symbols } from "../features/symbols.ts";
import { isSought, reportSymbol } from "../features/workspace-symbols.ts";
import { offsetAt } from "../read/lines.ts";
import { copyTableRequest, nextYearRequest, pasteRequest } from "./protocol.ts";
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
  connection.onWorkspaceSymbol(server.handler("workspaceSymbol", [], ({ query }) => reportsSought(server, query)));
  registerArithmetic(server);
  registerTokens(server);
  registerClipboard(server);
  connection.onRequest(
    nextYearRequest,
    server.handler("nextYear", null, async ({ uri, text }) => {
      const settings = await server.session.settingsOf(uri);
      return nextYear(analyze(text, settings)) ?? null;
    }),
  );
  connection.onCompletion(
    server.handler("completion", [], ({ textDocument, position }) =>
      about(server, textDocument.uri, [], (analysis) =>
        completions(analysis, offsetAt(analysis.lines, position), server.client().snippetCompletions),
      ),
    ),
  );
  connection.onDocumentFormatting(
    server.handler("formatting", [], ({ textDocument }) =>
      about(server, textDocument.uri, [], (analysis) => formatting(analysis, { start: 0, end: analysis.text.length })),
    ),
  );
  connection.onDocumentRangeFormatting(
    server.handler("rangeFormatting", [], ({ textDocument, range }) =>
      about(server, textDocument.uri, [], (analysis) => {
        const { lines } = analysis;
        return formatting(analysis, { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) });
      }),
    ),
  );
  connection.onFoldingRanges(
    server.handler("foldingRange", [], ({ textDocument }) => about(server, textDocument.uri, [], folds)),
  );
  connection.onSelectionRanges(
    server.handler("selectionRange", [], ({ textDocument, positions }) =>
      about(
        server,
        textDocument.uri,
        positions.map((position) => ({ range: { start: position, end: position } })),
        (analysis) => positions.map((position) => selectionAt(analysis, offsetAt(analysis.lines, position))),
      ),
    ),
  );
}

/** What makes the sums of the tables visible. */
function registerArithmetic(server: Server): void {
  const { connection, session } = server;
  connection.onDocumentHighlight(
    server.handler("documentHighlight", [], ({ textDocument, position }) =>
      about(server, textDocument.uri, [], (analysis) => highlights(analysis, offsetAt(analysis.lines, position))),
    ),
  );
  connection.onDefinition(
    server.handler("definition", [], ({ textDocument: { uri }, position }) =>
      about(server, uri, [], (analysis) => addendsOf(analysis, offsetAt(analysis.lines, position), uri)),
    ),
  );
  connection.onReferences(
    server.handler("references", [], ({ textDocument: { uri }, position, context }) =>
      about(server, uri, [], (analysis) =>
        totalsOf(analysis, offsetAt(analysis.lines, position), uri, context.includeDeclaration),
      ),
    ),
  );
  connection.onCodeLens(
    server.handler("codeLens", [], async ({ textDocument }) => {
      const opened = await session.open(textDocument.uri);
      return opened?.settings.codeLens === true && opened.analysis !== undefined ? lenses(opened.analysis) : [];
    }),
  );
  connection.languages.inlayHint.on(
    server.handler("inlayHint", [], async ({ textDocument, range }) => {
      const opened = await session.open(textDocument.uri);
      if (opened?.settings.inlayHints !== true || opened.analysis?.status !== "checked") return [];
      const { lines } = opened.analysis;
      return inlays(opened.analysis, { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) });
    }),
  );
}

function registerTokens(server: Server): void {
  const { semanticTokens: tokens } = server.connection.languages;
  const everywhere = { start: 0, end: Number.POSITIVE_INFINITY };
  tokens.on(
    server.handler("semanticTokens", { data: [] }, ({ textDocument }) =>
      about(server, textDocument.uri, { data: [] }, (analysis) => semanticTokens(analysis, everywhere)),
    ),
  );
  tokens.onRange(
    server.handler("semanticTokens", { data: [] }, ({ textDocument, range }) =>
      about(server, textDocument.uri, { data: [] }, (analysis) => {
        const { lines } = analysis;
        return semanticTokens(analysis, { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) });
      }),
    ),
  );
}

/** What goes between the tables of a report and those of spreadsheets. */
function registerClipboard(server: Server): void {
  const { connection } = server;
  connection.onRequest(
    pasteRequest,
    server.handler("paste", null, ({ uri, position, text, html }) =>
      about(
        server,
        uri,
        null,
        (analysis) => paste(analysis, offsetAt(analysis.lines, position), { text, html }) ?? null,
      ),
    ),
  );
  connection.onRequest(
    copyTableRequest,
    server.handler("copyTable", null, ({ uri, position }) =>
      about(server, uri, null, (analysis) => copyTable(analysis, offsetAt(analysis.lines, position)) ?? null),
    ),
  );
}

/** The answer of a feature about an open report; `otherwise` where there is none, it was not read or the check is off. */
async function about<R>({ session }: Server, uri: string, otherwise: R, answer: (analysis: Analysis) => R): Promise<R> {
  const analysis = (await session.open(uri))?.analysis;
  return analysis?.status === "checked" ? answer(analysis) : otherwise;
}

async function hoverAt({ session, client }: Server, { textDocument, position }: HoverParams): Promise<Hover | null> {
  const analysis = (await session.open(textDocument.uri))?.analysis;
  if (analysis?.status !== "checked") return null;
  return hover(analysis, offsetAt(analysis.lines, position), client().markdownHover) ?? null;
}

async function actionsIn({ session, client }: Server, params: CodeActionParams): Promise<CodeAction[]> {
  const { textDocument, range, context } = params;
  const opened = await session.open(textDocument.uri);
  if (opened?.analysis?.status !== "checked" || isSnapshot(textDocument.uri)) return [];
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

/** Reports that are open, as they stand now, and those that were checked without. */
async function reportsSought({ session }: Server, query: string): Promise<SymbolInformation[]> {
  const reports = new Map(session.unopened);
  for (const uri of session.documents.keys()) {
    const analysis = isSnapshot(uri) ? undefined : (await session.open(uri))?.analysis;
    const symbol = analysis === undefined ? undefined : reportSymbol(analysis, uri);
    if (symbol !== undefined) reports.set(uri, symbol);
  }
  return [...reports.values()].filter((symbol) => isSought(symbol, query));
}
