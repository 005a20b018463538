import { type Diagnostic, NotificationType, type Position, RequestType } from "vscode-languageserver";
import type { Analysis } from "../analysis.ts";
import type { Checklist } from "../features/checklist.ts";
import type { CopiedTable } from "../features/copy-table.ts";
import type { Counts } from "../features/diagnostics.ts";
import type { nextYear } from "../features/next-year.ts";
import type { Paste } from "../features/paste.ts";
import type { Clipboard } from "../read/clipboard.ts";

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
  readonly counts: Tally;
}

/** The diagnostics by severity, and what no diagnostic tells. */
interface Tally extends Counts {
  /** Cells to be filled in, and passages to be written. */
  readonly unfilled: number;
  readonly unchecked: number;
}

/** Asked by the client for files that are not open. */
export const checkRequest = new RequestType<CheckParams, CheckResult, void>("nianbao/check");

export interface StatusParams extends Tally {
  readonly uri: string;
  readonly status: Status;
  readonly stage: Checklist["stage"];
}

/** Told to clients that set `status` in their initialization options, with every set of diagnostics they get. */
export const statusNotification = new NotificationType<StatusParams>("nianbao/status");

export interface ChecklistParams {
  readonly uri: string;
  /** From now on the document is checked as final, until it is closed or its mode is set anew. */
  readonly strict?: boolean;
}

/** Asked by the client for an open document; null for what is no report, or is not to be checked. */
export const checklistRequest = new RequestType<ChecklistParams, Checklist | null, void>("nianbao/checklist");

/** Asked by the client for the report that follows a text, open or not; null where there is none to follow. */
export const nextYearRequest = new RequestType<CheckParams, ReturnType<typeof nextYear> | null, void>(
  "nianbao/nextYear",
);

/** A place in an open document. */
export interface PlaceParams {
  readonly uri: string;
  readonly position: Position;
}

/** What is on the clipboard, and where it is to be pasted. */
export interface PasteParams extends PlaceParams, Clipboard {}

/** Asked by the client before it pastes a table; null where no label on the clipboard is one of the report's tables. */
export const pasteRequest = new RequestType<PasteParams, Paste | null, void>("nianbao/paste");

/** Asked by the client for the table at a place; null outside of official tables. */
export const copyTableRequest = new RequestType<PlaceParams, CopiedTable | null, void>("nianbao/copyTable");
