import { type CancellationToken, Disposable, type SymbolInformation, type Uri, workspace } from "vscode";
import type { ProvideWorkspaceSymbolsSignature } from "vscode-languageclient";
import { checkFile } from "./check-text.ts";
import type { LanguageServer } from "./language-server.ts";
import { findMarkdown } from "./workspace-files.ts";

/** Finds reports that are not open: the server, which reads no files, is shown them before it is asked. */
export interface WorkspaceSymbols extends Disposable {
  readonly provide: (
    query: string,
    token: CancellationToken,
    next: ProvideWorkspaceSymbolsSignature,
  ) => Promise<SymbolInformation[] | undefined>;
  /** A new server has been shown nothing yet. */
  readonly forget: () => void;
}

/** Looks at the files of the workspace when first asked, and from then on only at those that have changed. */
export function searchReports(server: LanguageServer): WorkspaceSymbols {
  let files: Map<string, Uri> | undefined;
  const unseen = new Map<string, Uri>();

  function note(uri: Uri): void {
    files?.set(uri.toString(), uri);
    unseen.set(uri.toString(), uri);
  }
  function forget(): void {
    files = undefined;
    unseen.clear();
  }
  async function showAll(token: CancellationToken): Promise<void> {
    if (files === undefined) {
      const found = await findMarkdown(token);
      if (token.isCancellationRequested) return;
      files = new Map();
      found.forEach(note);
    }
    for (const [address, uri] of unseen) {
      // The next key asks anew, and goes on from here.
      if (token.isCancellationRequested) return;
      unseen.delete(address);
      await checkFile(server, uri);
    }
  }
  const watcher = workspace.createFileSystemWatcher("**/*.{md,markdown}");
  const watching = Disposable.from(
    watcher,
    watcher.onDidCreate(note),
    watcher.onDidChange(note),
    watcher.onDidDelete((uri) => void files?.delete(uri.toString())),
    workspace.onDidChangeWorkspaceFolders(forget),
  );
  return {
    provide: async (query, token, next) => {
      await showAll(token);
      const open = new Set(workspace.textDocuments.map(({ uri }) => uri.toString()));
      const isThere = ({ location: { uri } }: SymbolInformation) =>
        files?.has(uri.toString()) === true || open.has(uri.toString());
      return (await next(query, token))?.filter(isThere);
    },
    forget,
    dispose: () => watching.dispose(),
  };
}
