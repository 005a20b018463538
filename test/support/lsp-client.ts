import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

const root = join(import.meta.dirname, "../..");

/** A message of the base protocol, as loosely typed as it comes over the wire. */
interface Message {
  readonly id?: number | string | null;
  readonly method?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the other end may send anything
  readonly params?: any;
  // biome-ignore lint/suspicious/noExplicitAny: the other end may send anything
  readonly result?: any;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A language client without an editor: it speaks to the built server and remembers what it was told. */
export interface LspClient {
  /** Resolves to the whole answer, errors included. */
  readonly ask: (method: string, params?: unknown) => Promise<Message>;
  /** Resolves to the result; an error fails. */
  // biome-ignore lint/suspicious/noExplicitAny: the other end may send anything
  readonly request: (method: string, params?: unknown) => Promise<any>;
  readonly notify: (method: string, params?: unknown) => void;
  /** The id the next request will have. */
  readonly nextId: () => number;
  /** The next message of a method that was not taken before, waiting for it if need be. */
  readonly next: (method: string) => Promise<Message>;
  /** Messages of a method that came and were not taken. */
  readonly waiting: (method: string) => readonly Message[];
}

/** A client whose server is a process. */
export interface ProcessClient extends LspClient {
  readonly process: ChildProcess;
  /** The exit code, once the server ended. */
  readonly exit: Promise<number | null>;
}

/** Answers to requests of the server, by method; promises where they take their time. */
export type Answers = Readonly<Record<string, (params: unknown) => unknown>>;

/** Starts the server for Node, over IPC where its arguments say so and else over stdio. */
export function startProcess(answers: Answers = {}, args: readonly string[] = ["--stdio"]): ProcessClient {
  const ipc = args.includes("--node-ipc");
  const stdio = ipc ? (["ignore", "ignore", "inherit", "ipc"] as const) : (["pipe", "pipe", "inherit"] as const);
  const server = spawn(process.execPath, [join(root, "dist/server.node.cjs"), ...args], { stdio: [...stdio] });
  const { client, take } = clientOf((message) => (ipc ? server.send(message) : write(server, message)), answers);
  if (ipc) server.on("message", (message) => take(message as Message));
  else readMessages(server, take);
  return { ...client, process: server, exit: new Promise((resolve) => server.once("exit", resolve)) };
}

/** Starts the server for browsers where there is nothing but what every worker has. */
export function startWorker(answers: Answers = {}): LspClient {
  const worker: Record<string, unknown> = {
    TextDecoder,
    TextEncoder,
    clearTimeout,
    console,
    queueMicrotask,
    setTimeout,
  };
  createContext(worker);
  const parse: (text: string) => unknown = runInContext("JSON.parse", worker);
  const { client, take } = clientOf((message) => {
    const { onmessage } = worker;
    if (typeof onmessage === "function") onmessage({ data: parse(JSON.stringify(message)) });
  }, answers);
  Object.assign(worker, { self: worker, addEventListener: () => undefined });
  worker.postMessage = (message: unknown) => take(JSON.parse(JSON.stringify(message)));
  runInContext(readFileSync(join(root, "dist/server.browser.js"), "utf8"), worker);
  return client;
}

function clientOf(transmit: (message: object) => void, answers: Answers) {
  const pending = new Map<number, (answer: Message) => void>();
  const box = mailbox();
  let last = 0;
  const send = (message: object) => transmit({ jsonrpc: "2.0", ...message });
  const take = (message: Message) => {
    const { id, method, params } = message;
    if (method === undefined) return pending.get(Number(id))?.(message);
    box.put(method, message);
    if (id !== undefined) void Promise.resolve(answers[method]?.(params)).then((result = null) => send({ id, result }));
  };
  const ask = (method: string, params?: unknown) => {
    last += 1;
    const id = last;
    return new Promise<Message>((resolve) => {
      pending.set(id, resolve);
      send({ id, method, params });
    });
  };
  const client: LspClient = {
    ask,
    async request(method, params) {
      const { result, error } = await ask(method, params);
      if (error !== undefined) throw new Error(`${method}: ${error.code} ${error.message}`);
      return result;
    },
    notify: (method, params) => send({ method, params }),
    nextId: () => last + 1,
    next: box.next,
    waiting: box.waiting,
  };
  return { client, take };
}

/** Keeps messages until somebody takes them, and takers until their message comes. */
function mailbox() {
  const kept = new Map<string, Message[]>();
  const takers = new Map<string, ((message: Message) => void)[]>();
  return {
    put(method: string, message: Message) {
      const taker = takers.get(method)?.shift();
      if (taker === undefined) kept.set(method, [...(kept.get(method) ?? []), message]);
      else taker(message);
    },
    next(method: string): Promise<Message> {
      const message = kept.get(method)?.shift();
      if (message !== undefined) return Promise.resolve(message);
      return new Promise((resolve) => takers.set(method, [...(takers.get(method) ?? []), resolve]));
    },
    waiting: (method: string): readonly Message[] => kept.get(method) ?? [],
  };
}

function write({ stdin }: ChildProcess, message: object): void {
  const body = Buffer.from(JSON.stringify(message), "utf8");
  stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
}

function readMessages({ stdout }: ChildProcess, take: (message: Message) => void): void {
  let received = Buffer.alloc(0);
  stdout?.on("data", (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const head = received.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/iu.exec(received.subarray(0, Math.max(0, head)).toString())?.[1]);
      if (head < 0 || received.length < head + 4 + length) return;
      const body = received.subarray(head + 4, head + 4 + length);
      received = received.subarray(head + 4 + length);
      take(JSON.parse(body.toString("utf8")));
    }
  });
}
