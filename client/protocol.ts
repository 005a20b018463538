import { type Diagnostic, NotificationType, RequestType } from "vscode-languageclient";
import type { Counts } from "./counts.ts";

/** What became of a text: a report that was checked or is too complex for it, none, or one the settings leave alone. */
export type CheckStatus = "checked" | "not-a-report" | "too-complex" | "off";

/** A text the server need not hold as an open document. */
export interface CheckParams {
  readonly uri: string;
  readonly text: string;
}

/** The findings of such a text, as they would be shown were it open. */
export interface CheckResult {
  readonly status: CheckStatus;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
}

/** Sent by the server with every set of findings of an open document, to clients that ask for it at the start. */
export interface DocumentStatus extends Counts {
  readonly uri: string;
  readonly status: CheckStatus;
}

/** Asks for the findings of a file that is not open. */
export const checkRequest = new RequestType<CheckParams, CheckResult, void>("nianbao/check");

/** Tells how many findings an open document has. */
export const statusNotification = new NotificationType<DocumentStatus>("nianbao/status");
