import {
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  TabInputCustom,
  TabInputWebview,
  Uri,
  window,
} from "vscode";
import { extendMarkdownIt } from "./preview/extend-markdown-it.ts";
import type { MarkdownIt } from "./preview/markdown-it.ts";
import type { Finding } from "./preview/notes.ts";

/** What VS Code's Markdown extension takes from an extension whose manifest says `markdown.markdownItPlugins`. */
export interface MarkdownExtender {
  readonly extendMarkdownIt: (md: MarkdownIt) => MarkdownIt;
}

/** Shows reports in VS Code's own preview of Markdown as they will be printed, with what the editor says of them. */
export function previewReports(subscriptions: Disposable[]): MarkdownExtender {
  const shown = new Map<string, string>();
  const findingsOf = (document: unknown) => {
    if (!(document instanceof Uri)) return [];
    const findings = findingsIn(document);
    shown.set(document.toString(), JSON.stringify(findings));
    return findings;
  };
  const outdated = () =>
    [...shown].flatMap(([uri, before]) => (JSON.stringify(findingsIn(Uri.parse(uri))) === before ? [] : [uri]));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(waiting);
  const changes = languages.onDidChangeDiagnostics(() => {
    stop();
    if (outdated().length > 0) waiting = setTimeout(refresh, patience);
  });
  function refresh(): void {
    const old = outdated();
    // What is no longer previewed stays forgotten; the rest is asked for again.
    for (const uri of old) shown.delete(uri);
    if (old.length > 0 && isPreviewOpen()) void commands.executeCommand("markdown.preview.refresh");
  }
  subscriptions.push(changes, { dispose: stop });
  return { extendMarkdownIt: (md) => extendMarkdownIt(md, findingsOf) };
}

/** In milliseconds: 300 ms after a change of the text VS Code renders it anew by itself, without loading the page. */
const patience = 500;

function findingsIn(document: Uri): readonly Finding[] {
  return languages.getDiagnostics(document).flatMap(findingOf);
}

const severities: Readonly<Record<DiagnosticSeverity, Finding["severity"]>> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "info",
  [DiagnosticSeverity.Hint]: "hint",
};

function findingOf({ source, range: { start }, severity, message }: Diagnostic): readonly Finding[] {
  if (source !== "nianbao") return [];
  return [{ line: start.line, character: start.character, severity: severities[severity], message }];
}

function isPreviewOpen(): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => {
      const isPage = input instanceof TabInputWebview || input instanceof TabInputCustom;
      return isPage && input.viewType.includes("markdown.preview");
    }),
  );
}
