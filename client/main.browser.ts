import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { convertIn } from "./convert.ts";
import { activateWith } from "./extension.ts";
import type { Launch } from "./language-server.ts";
import type { MarkdownExtender } from "./preview.ts";
import { askWorker } from "./worker.browser.ts";

export { deactivate } from "./extension.ts";

/** Entry where extensions run in a browser: the server is a worker. */
export function activate(context: ExtensionContext): MarkdownExtender {
  const script = (name: string) => Uri.joinPath(context.extensionUri, "dist", name).toString(true);
  const launch: Launch = (id, name, options) => {
    const worker = new Worker(script("server.browser.js"));
    return { client: new LanguageClient(id, name, worker, options), end: () => worker.terminate() };
  };
  return activateWith(
    context,
    launch,
    convertIn((name, order) => askWorker(script(name), order)),
  );
}
