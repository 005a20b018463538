import type { LogOutputChannel } from "vscode";
import type { Convert } from "./convert.ts";
import type { LanguageServer } from "./language-server.ts";
import type { Reports } from "./reports.ts";
import type { WorkspaceFindings } from "./workspace-findings.ts";

/** What the commands share while the extension is active. */
export interface Session {
  readonly log: LogOutputChannel;
  readonly server: LanguageServer;
  readonly reports: Reports;
  readonly findings: WorkspaceFindings;
  readonly convert: Convert;
}
