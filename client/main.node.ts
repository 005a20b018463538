import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { convertIn } from "./convert.ts";
import { activateWith } from "./extension.ts";
import { heapFlags } from "./heap.ts";
import type { Launch } from "./language-server.ts";
import type { MarkdownExtender } from "./preview.ts";
import { askWorker } from "./worker.node.ts";

export { deactivate } from "./extension.ts";

/** Entry where extensions run in Node: the server is a process of its own. */
export function activate(context: ExtensionContext): MarkdownExtender {
  const script = (name: string) => Uri.joinPath(context.extensionUri, "dist", name);
  const launch: Launch = (id, name, options) => ({
    client: new LanguageClient(
      id,
      name,
      { module: script("server.node.cjs").fsPath, transport: TransportKind.ipc, options: { execArgv: [...heapFlags] } },
      options,
    ),
    // Stopping the client ends the process.
    end: () => {},
  });
  return activateWith(
    context,
    launch,
    convertIn((name, order) => askWorker(script(name).toString(), order)),
  );
}
