import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { type Analysis, analyze } from "../analysis.ts";
import { type Checklist, checklist } from "../features/checklist.ts";
import { countsOf, diagnostics } from "../features/diagnostics.ts";
import { reportSymbol } from "../features/workspace-symbols.ts";
import { type Background, createBackground } from "./background.ts";
import { guard } from "./guard.ts";
import {
  type ChecklistParams,
  type CheckParams,
  type CheckResult,
  checklistRequest,
  checkRequest,
  statusNotification,
} from "./protocol.ts";
import { resultIdOf } from "./result-id.ts";
import { isSnapshot } from "./schemes.ts";
import type { Server } from "./server.ts";
import type { Opened } from "./session.ts";

/** The part of the server that brings findings to the client. */
export interface Diagnoser {
  /** All diagnostics are out of date, whatever their documents say. */
  readonly refresh: () => void;
}

/** Answers pulled diagnostics, pushes them to clients that do not pull, and checks files that are not open. */
export function registerDiagnostics(server: Server): Diagnoser {
  const { connection, session, client } = server;
  const checks = createBackground();
  const pushes = createBackground();
  connection.languages.diagnostics.on(
    server.handler("diagnostic", full([]), ({ textDocument, previousResultId }) =>
      pulled(server, textDocument.uri, previousResultId),
    ),
  );
  connection.onRequest(
    checkRequest,
    server.handler("check", checked("", undefined), (params, token) => check(server, checks, params, token)),
  );
  connection.onRequest(
    checklistRequest,
    server.handler("checklist", null, (params) => listed(server, params, refresh)),
  );
  session.documents.onDidChangeContent(({ document }) => pushLater(document.uri));
  session.documents.onDidClose(({ document }) => {
    if (!client().pulls) send(server, document.uri, { diagnostics: [] });
  });
  function pushLater(uri: string): void {
    if (!client().pulls && !isSnapshot(uri)) pushes(uri, () => push(server, uri));
  }
  function refresh(): void {
    if (!client().pulls) for (const uri of session.documents.keys()) pushLater(uri);
    else if (client().refreshes) connection.languages.diagnostics.refresh().catch(() => undefined);
  }
  return { refresh };
}

async function pulled(server: Server, uri: string, previous: string | undefined): Promise<DocumentDiagnosticReport> {
  const opened = await server.session.open(uri);
  if (opened === undefined) return full([]);
  const resultId = resultIdOf(opened.analysis);
  if (resultId === previous) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { ...full(judged(server, opened)), resultId };
}

function full(items: Diagnostic[]): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}

/** The diagnostics of a document, its status told along the way. */
function judged({ connection, client }: Server, { document, analysis }: Opened): Diagnostic[] {
  const { uri } = document;
  if (!client().status) return analysis === undefined ? [] : diagnostics(analysis, uri);
  const { status, diagnostics: items, counts } = checked(uri, analysis);
  const stage = analysis?.status === "checked" ? analysis.draft.stage : "final";
  void connection.sendNotification(statusNotification, { uri, status, stage, ...counts }).catch(() => undefined);
  return [...items];
}

function checked(uri: string, analysis: Analysis | undefined): CheckResult {
  const items = analysis === undefined ? [] : diagnostics(analysis, uri);
  const { unfilled, unchecked } = (analysis === undefined ? undefined : checklist(analysis)) ?? nothing;
  return { status: analysis?.status ?? "off", diagnostics: items, counts: { ...countsOf(items), unfilled, unchecked } };
}

const nothing = { unfilled: 0, unchecked: 0 };

async function listed(
  { session }: Server,
  { uri, strict }: ChecklistParams,
  refresh: () => void,
): Promise<Checklist | null> {
  if (strict === true) {
    await session.makeStrict(uri);
    refresh();
  }
  const analysis = (await session.open(uri))?.analysis;
  return (analysis === undefined ? undefined : checklist(analysis)) ?? null;
}

/** Files that are not open can wait for whatever their user does meanwhile. */
async function check(
  { session }: Server,
  checks: Background,
  { uri, text }: CheckParams,
  token: CancellationToken,
): Promise<CheckResult> {
  const settings = await session.settingsOf(uri);
  await new Promise<void>((resolve) => checks(Symbol(uri), resolve));
  if (token.isCancellationRequested) return checked(uri, undefined);
  const analysis = settings.enable ? analyze(text, settings) : undefined;
  const symbol = analysis === undefined ? undefined : reportSymbol(analysis, uri);
  if (symbol === undefined) session.unopened.delete(uri);
  else session.unopened.set(uri, symbol);
  return checked(uri, analysis);
}

/** Sends what a client that does not pull has to see; a text that changed meanwhile is pushed by its own change. */
function push(server: Server, uri: string): void {
  const { connection, session } = server;
  const version = session.documents.get(uri)?.version;
  void guard(connection.console, "publish", undefined, async () => {
    const opened = await session.open(uri);
    if (opened?.document.version === version && opened !== undefined) {
      send(server, uri, { version: opened.document.version, diagnostics: judged(server, opened) });
    }
  });
}

interface Pushed {
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

function send({ connection }: Server, uri: string, pushed: Pushed): void {
  void connection.sendDiagnostics({ uri, ...pushed }).catch(() => undefined);
}
