import {
  Disposable,
  type LogOutputChannel,
  languages,
  TabInputText,
  TabInputTextDiff,
  type Uri,
  window,
  workspace,
} from "vscode";
import { type CheckedText, checkFile } from "./check-text.ts";
import type { LanguageServer } from "./language-server.ts";

/** Findings of files that are not open, as the last check of the workspace left them. */
export interface WorkspaceFindings {
  /** Shows what was found in a file, unless the file is open: then the server shows it. */
  readonly show: (uri: Uri, checked: CheckedText) => void;
  /** Takes the findings of files away that were opened, and checks those that were closed as they are stored. */
  readonly settle: () => void;
  /** The file is no longer what was checked. */
  readonly outdate: (uri: Uri) => void;
  readonly forget: (uri: Uri) => void;
  readonly clear: () => void;
}

/** Starts without any; `watchFindings` keeps them true. */
export function collectFindings(server: LanguageServer, log: LogOutputChannel): WorkspaceFindings & Disposable {
  const collection = languages.createDiagnosticCollection("nianbao.workspace");
  const followed = new Map<string, Uri>();
  const underWay = new Set<string>();

  function show(uri: Uri, { diagnostics }: CheckedText): void {
    followed.set(uri.toString(), uri);
    if (shownAddresses().has(uri.toString())) collection.delete(uri);
    else collection.set(uri, diagnostics);
  }
  function forget(uri: Uri): void {
    followed.delete(uri.toString());
    collection.delete(uri);
  }
  async function checkAgain(address: string, uri: Uri): Promise<void> {
    underWay.add(address);
    const checked = await checkFile(server, uri).finally(() => underWay.delete(address));
    if (checked === "unreadable") forget(uri);
    else if (followed.has(address)) show(uri, checked);
  }
  function settle(): void {
    const shown = shownAddresses();
    for (const [address, uri] of followed) {
      if (shown.has(address)) collection.delete(uri);
      else if (!collection.has(uri) && !underWay.has(address))
        checkAgain(address, uri).catch((error) => log.error(error));
    }
  }
  function outdate(uri: Uri): void {
    collection.delete(uri);
    settle();
  }
  function clear(): void {
    followed.clear();
    collection.clear();
  }
  return { show, settle, outdate, forget, clear, dispose: () => collection.dispose() };
}

/** Keeps findings true while files open, close, change and vanish, and while settings change. */
export function watchFindings({ settle, outdate, forget, clear }: WorkspaceFindings): Disposable {
  const watcher = workspace.createFileSystemWatcher("**/*.{md,markdown}", true);
  return Disposable.from(
    watcher,
    watcher.onDidChange(outdate),
    watcher.onDidDelete(forget),
    workspace.onDidOpenTextDocument(settle),
    workspace.onDidCloseTextDocument(settle),
    window.tabGroups.onDidChangeTabs(settle),
    window.onDidChangeVisibleTextEditors(settle),
    workspace.onDidChangeConfiguration((event) => {
      if (["enable", "form", "severity", "mode"].some((name) => event.affectsConfiguration(`nianbao.${name}`))) clear();
    }),
  );
}

/** Where the language client shows findings of its own: documents that are loaded and have a tab or an editor. */
function shownAddresses(): ReadonlySet<string> {
  const inputs = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => input));
  const inTabs = inputs.flatMap((input) => {
    if (input instanceof TabInputText) return [input.uri];
    return input instanceof TabInputTextDiff ? [input.modified] : [];
  });
  const inEditors = window.visibleTextEditors.map(({ document }) => document.uri);
  const visible = new Set([...inTabs, ...inEditors].map((uri) => uri.toString()));
  const loaded = workspace.textDocuments.map(({ uri }) => uri.toString());
  return new Set(loaded.filter((address) => visible.has(address)));
}
