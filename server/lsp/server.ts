import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeResult,
  ResponseError,
} from "vscode-languageserver";
import { capabilities } from "./capabilities.ts";
import { type Client, readClient } from "./client.ts";
import { type Diagnoser, registerDiagnostics } from "./diagnoser.ts";
import { cancelled, guard } from "./guard.ts";
import { registerFeatures } from "./queries.ts";
import { type Session, startSession } from "./session.ts";
import { SECTION } from "./settings.ts";
import { version } from "./version.ts";

/** A connection between `initialize` and `exit`, as those who answer requests see it. */
export interface Server {
  readonly connection: Connection;
  readonly session: Session;
  /** Known once `initialize` came; no request is answered before. */
  readonly client: () => Client;
  /**
   * Makes a handler that refuses outside the life of the server, answers a fault with `empty` and a cancelled
   * request with an error; what is cancelled before its turn is not run at all.
   */
  readonly handler: <P, R>(
    name: string,
    empty: R,
    run: (params: P, token: CancellationToken) => R | Promise<R>,
  ) => Handler<P, R>;
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** Runs the whole server on a connection. Hosts differ only in how they make the connection. */
export function startServer(connection: Connection): void {
  let client: Client | undefined;
  let isShut = false;
  const clientOf = () => client ?? readClient({ capabilities: {}, processId: null, rootUri: null });
  const refusal = () => {
    if (client === undefined) return new ResponseError<never>(ErrorCodes.ServerNotInitialized, "Not initialized");
    return isShut ? new ResponseError<never>(ErrorCodes.InvalidRequest, "Shut down") : undefined;
  };
  const handler: Server["handler"] = (name, empty, run) => async (params, token) => {
    const refused = refusal();
    if (refused !== undefined) return refused;
    if (token.isCancellationRequested) return cancelled();
    const answer = await guard(connection.console, name, empty, () => run(params, token));
    return token.isCancellationRequested ? cancelled() : answer;
  };
  const server = { connection, session: startSession(connection, clientOf), client: clientOf, handler };
  connection.onInitialize((params): InitializeResult | ResponseError<never> => {
    if (client !== undefined) return new ResponseError(ErrorCodes.InvalidRequest, "Initialized before");
    client = readClient(params);
    return { capabilities, serverInfo: { name: SECTION, version } };
  });
  connection.onShutdown(() => {
    isShut = true;
  });
  const diagnoser = registerDiagnostics(server);
  registerFeatures(server);
  registerConfiguration(server, diagnoser);
  server.session.documents.listen(connection);
  connection.listen();
}

/** Settings that change are asked for anew, and everything is judged by them. */
function registerConfiguration({ connection, session, client }: Server, diagnoser: Diagnoser): void {
  connection.onInitialized(() => {
    if (!client().configures || !client().registersConfiguration) return;
    const registered = connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    registered.catch(() => connection.console.warn(`设置 ${SECTION} 改变后需要重新启动语言服务`));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    const section = typeof settings === "object" && settings !== null ? settings[SECTION] : undefined;
    session.forgetSettings(section);
    diagnoser.refresh();
  });
}
