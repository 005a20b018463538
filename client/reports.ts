import { commands, type Disposable, type Event, EventEmitter, type TextDocument, Uri, workspace } from "vscode";
import { documentInFront, onDocumentInFront } from "./document-in-front.ts";
import type { DocumentStatus } from "./protocol.ts";
import { isReportLike } from "./report-like.ts";

/** Which open documents are reports, and what the server last said of each. */
export interface Reports {
  /** Takes over what the server has found out. */
  readonly accept: (status: DocumentStatus) => void;
  /** Forgets all of it: the server is gone. */
  readonly forget: () => void;
  readonly statusOf: (document: TextDocument) => DocumentStatus | undefined;
  readonly isReport: (document: TextDocument) => boolean;
  readonly onDidChange: Event<void>;
}

/** True for Markdown that a person may be writing, wherever it is stored: no old revision, no page of this extension. */
export function isMarkdown(document: TextDocument): boolean {
  return document.languageId === "markdown" && !foreignSchemes.has(document.uri.scheme);
}

/** Whether the setting lets a file be checked. */
export function isEnabled(uri: Uri): boolean {
  return workspace.getConfiguration("nianbao", uri).get("enable", true);
}

/** Keeps track of the open reports and of the context key the menus go by. */
export function trackReports(subscriptions: Disposable[]): Reports {
  const statuses = new Map<string, DocumentStatus>();
  const changes = new EventEmitter<void>();
  const statusOf = (document: TextDocument) => statuses.get(document.uri.toString());
  const isReport = (document: TextDocument) => {
    if (!isMarkdown(document)) return false;
    const status = statusOf(document)?.status;
    if (status === "checked" || status === "too-complex") return true;
    return status !== "not-a-report" && isReportLike(document.getText());
  };
  const showKey = () => {
    const document = documentInFront();
    void commands.executeCommand("setContext", "nianbao:isReport", document !== undefined && isReport(document));
  };
  subscriptions.push(
    changes,
    changes.event(showKey),
    onDocumentInFront(showKey),
    workspace.onDidCloseTextDocument(({ uri }) => statuses.delete(uri.toString())),
  );
  showKey();
  return {
    accept: (status) => {
      // The server may write the address in another way; VS Code's own way is the key.
      statuses.set(Uri.parse(status.uri).toString(), status);
      changes.fire();
    },
    forget: () => {
      statuses.clear();
      changes.fire();
    },
    statusOf,
    isReport,
    onDidChange: changes.event,
  };
}

// Revisions under version control, cells of notebooks, and the pages on rules.
const foreignSchemes: ReadonlySet<string> = new Set(["git", "vscode-notebook-cell", "nianbao-rule"]);
