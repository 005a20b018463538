import { type Diagnostic, NotificationType, RequestType } from "vscode-languageserver";
import type { Analysis } from "../analysis.ts";
import type { Counts } from "../features/diagnostics.ts";

/** What became of a document: `off` where the settings switch the check off. */
type Status = Analysis["status"] | "off";

/** A text the client wants checked without opening it. */
export interface CheckParams {
  readonly uri: string;
  readonly text: string;
}

export interface CheckResult {
  readonly status: Status;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
}

/** Asked by the client for files that are not open. */
export const checkRequest = new RequestType<CheckParams, CheckResult, void>("nianbao/check");

export interface StatusParams extends Counts {
  readonly uri: string;
  readonly status: Status;
}

/** Told to clients that set `status` in their initialization options, with every set of diagnostics they get. */
export const statusNotification = new NotificationType<StatusParams>("nianbao/status");
