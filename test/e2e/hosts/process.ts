import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** The folder of the project: every path of the hosts is named from here. */
export const projectFolder = resolve(import.meta.dirname, "../../..");

/** A server started by a host. */
export interface Served {
  /** Ends the server and resolves when its process is gone. */
  stop(): Promise<void>;
}

/** What a server is started with. */
export interface ServeOptions {
  /** Arguments of Node: the script first. */
  readonly args: readonly string[];
  /** The address that answers once the server is up. */
  readonly url: string;
  readonly timeoutMs?: number;
}

/** A port of 127.0.0.1 that is free now: the wanted one, or any. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((found, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === "object" && address ? found(address.port) : reject(new Error("no free port")),
      );
    });
  });
}

/**
 * Starts a server and resolves when it answers.
 * If it ends first, or does not answer in time, the error holds all it wrote: a host that cannot start must say why.
 */
export async function serve({ args, url, timeoutMs = 60_000 }: ServeOptions): Promise<Served> {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  const ended = new Promise<void>((gone) => {
    child.once("exit", () => gone());
    child.once("error", (error) => {
      output.push(String(error));
      gone();
    });
  });
  // An interrupted test run must not leave a server behind.
  const kill = () => child.kill();
  process.once("exit", kill);
  const stop = async () => {
    process.off("exit", kill);
    child.kill();
    await ended;
  };
  if (await answers(url, child, timeoutMs)) return { stop };
  await stop();
  throw new Error(`${args.join(" ")}\ndid not answer at ${url}:\n${output.join("")}`);
}

async function answers(url: string, child: ChildProcess, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && isRunning(child)) {
    const response = await fetch(url).catch(() => undefined);
    if (response?.ok && isRunning(child)) return true;
    await delay(100);
  }
  return false;
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null && !!child.pid;
