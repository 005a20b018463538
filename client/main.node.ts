import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { activateWith } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** Entry where extensions run in Node: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = Uri.joinPath(context.extensionUri, "dist", "server.node.cjs").fsPath;
  activateWith(context, (id, name, options) => ({
    client: new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options),
    // Stopping the client ends the process.
    end: () => {},
  }));
}
