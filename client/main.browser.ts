import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { activateWith } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** Entry where extensions run in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  const script = Uri.joinPath(context.extensionUri, "dist", "server.browser.js").toString(true);
  activateWith(context, (id, name, options) => {
    const worker = new Worker(script);
    return { client: new LanguageClient(id, name, worker, options), end: () => worker.terminate() };
  });
}
