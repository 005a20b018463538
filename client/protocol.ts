import {
  type Diagnostic,
  NotificationType,
  type Position,
  type Range,
  RequestType,
  type TextEdit,
} from "vscode-languageclient";
import type { Clipboard } from "../server/read/clipboard.ts";
import type { TableFigures } from "../server/write/spreadsheet.ts";
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
  readonly stage: Stage;
}

/** Whether a report is still being drafted, so that what is not there yet is only summed up. */
type Stage = "draft" | "final";

/** Asks for the checklist of an open document; `strict` has it checked as final from now on. */
export interface ChecklistParams {
  readonly uri: string;
  readonly strict?: boolean;
}

/** How much there is of each kind. What is not there yet is no error here. */
interface Progress {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly unfilled: number;
  readonly unchecked: number;
  /** Faults that a reason was given for. */
  readonly allowed: number;
}

/** The six sections of a report, each with its state; before them the title, where there is anything to say about it. */
export interface Checklist extends Progress {
  readonly stage: Stage;
  readonly parts: readonly ChecklistPart[];
}

/** One section: something is wrong in it, not there yet, or not checked; or it is done. */
export interface ChecklistPart extends Progress {
  readonly id: string;
  readonly title: string;
  readonly state: "done" | "faulty" | "unfilled" | "unchecked";
  readonly range: Range;
  readonly items: readonly ChecklistItem[];
}

/** One reason for the state of a section. */
export interface ChecklistItem {
  readonly kind: "error" | "warning" | "info" | "hint" | "unfilled" | "unchecked" | "allowed";
  readonly text: string;
  readonly range: Range;
}

/** Asks for the findings of a file that is not open. */
export const checkRequest = new RequestType<CheckParams, CheckResult, void>("nianbao/check");

/** Tells how many findings an open document has. */
export const statusNotification = new NotificationType<DocumentStatus>("nianbao/status");

/** Null for what is no report, is not to be checked, or is not open. */
export const checklistRequest = new RequestType<ChecklistParams, Checklist | null, void>("nianbao/checklist");

/** A report begun from the one of the year before; `told` says in Chinese what was carried over. */
interface NextYear {
  readonly markdown: string;
  readonly year: number;
  readonly told: string;
}

/** Asks for the report that follows a text, open or not; null where it is no report or tells no year. */
export const nextYearRequest = new RequestType<CheckParams, NextYear | null, void>("nianbao/nextYear");

/** A place in an open document. */
interface PlaceParams {
  readonly uri: string;
  readonly position: Position;
}

/** What is on the clipboard, and where it is to be pasted. */
interface PasteParams extends PlaceParams, Clipboard {}

/** What the tables on the clipboard say of the cells of a report, told by row and column names. */
export interface Paste {
  /** In the order of the report; `from` equals `to` where nothing changes. */
  readonly cells: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly edit: TextEdit;
  }[];
  /** In Chinese: cells the clipboard has a blank for, rows that found no place, rows told by the order of columns. */
  readonly kept: readonly string[];
  readonly unplaced: readonly string[];
  readonly ordered: readonly string[];
  /** The place is in an official table, and names tell every figure that found a cell. */
  readonly isCertain: boolean;
}

/** The figures of an official table; `leftOut` says in Chinese which rows have no place in it. */
interface CopiedTable extends TableFigures {
  readonly leftOut: readonly string[];
}

/** Asks where the tables on the clipboard belong; null where no name in them is one of the report's tables. */
export const pasteRequest = new RequestType<PasteParams, Paste | null, void>("nianbao/paste");

/** Asks for the table at a place; null outside of official tables. */
export const copyTableRequest = new RequestType<PlaceParams, CopiedTable | null, void>("nianbao/copyTable");
