import { spawn } from "node:child_process";
import { join } from "node:path";
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";

/** Milliseconds from the start of the built server to its answer to `initialize`: the shortest of several runs. */
export async function measureStart(): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 7; run += 1) times.push(await startOnce());
  return Math.min(...times);
}

async function startOnce(): Promise<number> {
  const start = performance.now();
  const { server, connection } = connect();
  await connection.sendRequest(InitializeRequest.type, { processId: process.pid, rootUri: null, capabilities: {} });
  const taken = performance.now() - start;
  connection.end();
  server.kill();
  return taken;
}

/** Starts the built server under the given flags of Node and connects with it over stdio. */
export function connect(...flags: readonly string[]) {
  const file = join(import.meta.dirname, "..", "dist", "server.node.cjs");
  const server = spawn(process.execPath, [...flags, file, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  return { server, connection };
}
