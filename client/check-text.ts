import { type Diagnostic, type Uri, workspace } from "vscode";
import { linkToPage } from "./client-options.ts";
import { type Counts, noFindings } from "./counts.ts";
import type { LanguageServer } from "./language-server.ts";
import { type CheckStatus, checkRequest } from "./protocol.ts";
import { isReportLike } from "./report-like.ts";
import { isEnabled } from "./reports.ts";

/** What the server says of a text, in VS Code's terms. */
export interface CheckedText {
  /** `failed` is a fault of the server's, which has logged it. */
  readonly status: CheckStatus | "failed";
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
}

/** Has the server check a text it need not hold as an open document. */
export async function checkText(server: LanguageServer, uri: Uri, text: string): Promise<CheckedText> {
  const client = await server.start();
  const params = { uri: client.code2ProtocolConverter.asUri(uri), text };
  const { status, diagnostics, counts } = await client.sendRequest(checkRequest, params);
  const converted = await client.protocol2CodeConverter.asDiagnostics([...diagnostics]);
  // A fault is answered like a text the settings leave alone: only the settings tell the two apart.
  const failed = status === "off" && isEnabled(uri);
  return { status: failed ? "failed" : status, diagnostics: converted.map(linkToPage), counts };
}

/** Has the server check a file as it is stored; `unreadable` where it is gone or not in UTF-8. */
export async function checkFile(server: LanguageServer, uri: Uri): Promise<CheckedText | "unreadable"> {
  const text = await readText(uri);
  if (text === undefined) return "unreadable";
  // Most Markdown is no report: it need not travel to the server.
  if (!isReportLike(text)) return { status: "not-a-report", diagnostics: [], counts: noFindings };
  return checkText(server, uri, text);
}

async function readText(uri: Uri): Promise<string | undefined> {
  // A file may vanish between being listed and being read, and an old one may be in GBK: neither is a fault.
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
