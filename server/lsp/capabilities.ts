import {
  CodeActionKind,
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { fixAllKind, rewriteKind } from "../features/code-actions.ts";
import { tokenLegend } from "../features/semantic-tokens.ts";
import { SECTION } from "./settings.ts";

/** What the server tells every client it can do. */
export const capabilities: ServerCapabilities = {
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  diagnosticProvider: { identifier: SECTION, interFileDependencies: false, workspaceDiagnostics: false },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, rewriteKind, fixAllKind] },
  hoverProvider: true,
  documentSymbolProvider: { label: "年报" },
  workspaceSymbolProvider: true,
  completionProvider: { triggerCharacters: ["#", "|"] },
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
  documentHighlightProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  codeLensProvider: {},
  inlayHintProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  semanticTokensProvider: { legend: tokenLegend, full: true, range: true },
  workspace: { workspaceFolders: { supported: true } },
};
