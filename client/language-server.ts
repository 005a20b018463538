import { type Event, EventEmitter } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State } from "vscode-languageclient";

/** A client with the server behind it; `end` frees what stopping the client leaves running. */
export interface Launched {
  readonly client: BaseLanguageClient;
  readonly end: () => void;
}

/** What the hosts differ in: how a server is made. */
export type Launch = (id: string, name: string, options: LanguageClientOptions) => Launched;

/** `failed` is left by `restart` alone, so that a broken server is not started again at every key. */
type ServerState = "idle" | "starting" | "running" | "failed";

/** The language server as the rest of the client sees it: started late, replaced whole. */
export interface LanguageServer {
  readonly state: () => ServerState;
  readonly onDidChangeState: Event<ServerState>;
  /** Starts the server once; every caller waits for the same start. */
  readonly start: () => Promise<BaseLanguageClient>;
  readonly restart: () => Promise<BaseLanguageClient>;
  readonly stop: () => Promise<void>;
}

/** A server that is not started yet. `launch` is called anew at every restart. */
export function createLanguageServer(launch: () => Launched): LanguageServer {
  const changes = new EventEmitter<ServerState>();
  let state: ServerState = "idle";
  let current: Promise<Running> | undefined;

  function enter(next: ServerState): void {
    if (next === state) return;
    state = next;
    changes.fire(next);
  }

  async function start(): Promise<BaseLanguageClient> {
    current ??= begin(launch, enter);
    return (await current).client;
  }

  async function stop(): Promise<void> {
    const ending = current;
    current = undefined;
    const launched = await ending?.catch(() => undefined);
    await launched?.end();
    enter("idle");
  }

  async function restart(): Promise<BaseLanguageClient> {
    await stop();
    return start();
  }

  return { state: () => state, onDidChangeState: changes.event, start, restart, stop };
}

interface Running {
  readonly client: BaseLanguageClient;
  readonly end: () => Promise<void>;
}

async function begin(launch: () => Launched, enter: (state: ServerState) => void): Promise<Running> {
  enter("starting");
  const { client, end } = launch();
  const listening = client.onDidChangeState(({ newState }) => enter(stateOf(newState)));
  try {
    await client.start();
  } catch (error) {
    listening.dispose();
    end();
    enter("failed");
    throw error;
  }
  return {
    client,
    end: async () => {
      listening.dispose();
      // A server that has died already cannot be stopped, and need not be.
      await client.dispose().catch(() => undefined);
      end();
    },
  };
}

function stateOf(state: State): ServerState {
  if (state === State.Running) return "running";
  return state === State.Starting ? "starting" : "failed";
}
