import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import type { ExportText } from "./export-text.ts";
import { activateWith } from "./extension.ts";
import type { Launch } from "./language-server.ts";
import type { MarkdownExtender } from "./preview.ts";

export { deactivate } from "./extension.ts";

/** Entry where extensions run in a browser: the server is a worker. */
export function activate(context: ExtensionContext): MarkdownExtender {
  const script = (name: string) => Uri.joinPath(context.extensionUri, "dist", name).toString(true);
  const launch: Launch = (id, name, options) => {
    const worker = new Worker(script("server.browser.js"));
    return { client: new LanguageClient(id, name, worker, options), end: () => worker.terminate() };
  };
  return activateWith(context, launch, exportIn(script("export.browser.js")));
}

/** Exports in a worker that is there for one report only. */
function exportIn(script: string): ExportText {
  return async (...given) => {
    const worker = new Worker(script);
    try {
      return await new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
        worker.postMessage(given);
      });
    } finally {
      worker.terminate();
    }
  };
}
