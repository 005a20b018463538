import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  CancellationTokenSource,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { heapFlags } from "../client/heap.ts";
import { root } from "./documents.ts";
import { type Command, memoryOf, node } from "./processes.ts";

/** The built server as the client starts it. */
export const ownServer: Command = node(...heapFlags, join(root, "dist", "server.node.cjs"), "--stdio");

/** A server of the library ours is built on that only counts. */
export const bareServer: Command = node(fileURLToPath(new URL("./bare-server.ts", import.meta.url)));

/** A text with the place of a digit in it that numbers are typed over. */
export interface Document {
  readonly uri: string;
  readonly language: string;
  readonly text: string;
  readonly digit: Range;
}

/** The report as a document whose first figure of decisions is typed over. */
export function reportDocument(text: string): Document {
  const lines = text.split("\n");
  const line = lines.findIndex((one) => one.startsWith("| 行政许可 |"));
  const character = (lines[line] ?? "").indexOf("|", 2) + 2;
  const digit = { start: { line, character }, end: { line, character: character + 1 } };
  return { uri: "file:///bench/report.md", language: "markdown", text, digit };
}

/** A language server that runs. */
export interface Running {
  readonly connection: ProtocolConnection;
  /** Opens a document; resolves with its first diagnostics. */
  readonly open: (document: Document) => Promise<void>;
  /** Types the next number over the last; resolves to whether there were diagnostics for it, or it was taken back by the next one. */
  readonly type: (document: Document) => Promise<boolean>;
  /** Bytes it holds. */
  readonly bytes: () => number;
  readonly end: () => void;
}

/** Now and then a server of others does not answer at all: after this many milliseconds it is started anew. */
const PATIENCE = 5000;

/** Starts a server; resolves once it answered `initialize`. */
export async function startServer(command: Command): Promise<Running> {
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const running = await tryServer(command);
    if (running !== undefined) return running;
  }
  throw new Error(`${command.file} does not answer`);
}

async function tryServer(command: Command): Promise<Running | undefined> {
  const child = spawn(command.file, command.words, { stdio: ["pipe", "pipe", "ignore"] });
  const reader = new StreamMessageReader(child.stdout);
  const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
  connection.listen();
  const greeted = connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { versionSupport: true } } },
  });
  const answer = await Promise.race([greeted, after(PATIENCE)]);
  if (answer === undefined) {
    greeted.catch(() => undefined);
    stop(child, reader, connection);
    return undefined;
  }
  const { capabilities } = answer;
  const wait = capabilities.diagnosticProvider === undefined ? pushed(connection) : pulled(connection);
  const ended = new Promise<never>((_, reject) => {
    child.once("exit", (code) => reject(new Error(`${command.file} ended with ${code}`)));
  });
  // Whoever waits then is told; the end itself is no fault.
  ended.catch(() => undefined);
  let version = 0;
  let typed = "0";
  return {
    connection,
    async open({ uri, language, text }) {
      const textDocument = { uri, languageId: language, version: 0, text };
      // All at once, for the answer may be there before the messages are known to be sent.
      await Promise.all([
        connection.sendNotification(InitializedNotification.type, {}),
        connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument }),
        Promise.race([wait(uri), ended]),
      ]);
    },
    async type({ uri, digit }) {
      version += 1;
      // No two texts are the same, so that no answer can be one that is kept.
      const { start } = digit;
      const range = { start, end: { line: start.line, character: start.character + typed.length } };
      typed = String(version);
      const contentChanges = [{ range, text: typed }];
      const params = { textDocument: { uri, version }, contentChanges };
      const sent = connection.sendNotification(DidChangeTextDocumentNotification.type, params);
      const [isAnswered] = await Promise.all([Promise.race([wait(uri), ended]), sent]);
      return isAnswered;
    },
    bytes: () => memoryOf(child.pid, "VmRSS"),
    end: () => stop(child, reader, connection),
  };
}

function after(ms: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, undefined).unref();
  });
}

function stop(child: ChildProcess, reader: StreamMessageReader, connection: ProtocolConnection): void {
  // Of a message that is cut off the rest would be waited for without end.
  reader.partialMessageTimeout = 0;
  connection.dispose();
  child.kill();
}

/** Asks for diagnostics as VS Code does: a question that was not answered is taken back by the next. */
function pulled(connection: ProtocolConnection): (uri: string) => Promise<boolean> {
  let before = new CancellationTokenSource();
  return async (uri) => {
    before.cancel();
    const source = new CancellationTokenSource();
    before = source;
    try {
      await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token);
      return true;
    } catch (error) {
      if (source.token.isCancellationRequested) return false;
      throw error;
    }
  };
}

/** Waits for the diagnostics the server sends by itself. */
function pushed(connection: ProtocolConnection): (uri: string) => Promise<boolean> {
  let take = (_isLatest: boolean): void => undefined;
  connection.onNotification(PublishDiagnosticsNotification.type, () => take(true));
  return () => {
    take(false);
    return new Promise((resolve) => {
      take = resolve;
    });
  };
}
