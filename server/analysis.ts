import type { Draft } from "./draft/draft.ts";
import { locate } from "./draft/locate.ts";
import { forms } from "./form/index.ts";
import { tooLarge } from "./read/guard.ts";
import { type Lines, linesOf } from "./read/lines.ts";
import { readMarkdown } from "./read/markdown.ts";
import { type Checked, check, type Severities } from "./rules/index.ts";
import { type Mode, stageOf } from "./rules/stage.ts";

/** What the host may tell; everything else is read from the text. */
export interface Settings {
  /** Id of the form to check by; `auto` takes the one of the report year. */
  readonly form: string;
  readonly severity: Severities;
  /** `final` finds everything; `draft` sums up what is not there yet. */
  readonly mode: Mode;
}

/** As the command line and an editor without settings check. */
export const defaultSettings: Settings = { form: "auto", severity: {}, mode: "final" };

/** All that is known about one version of a text. Features and commands read it and compute nothing twice. */
export type Analysis =
  | ({
      readonly status: "checked";
      readonly text: string;
      readonly lines: Lines;
      readonly draft: Draft;
    } & Checked)
  | { readonly status: "not-a-report"; readonly text: string; readonly lines: Lines }
  | {
      readonly status: "too-complex";
      readonly text: string;
      readonly lines: Lines;
      /** Chinese, says what to do. */
      readonly reason: string;
    };

/** The core's one entry: pure, synchronous, and never fails, whatever the text. */
export function analyze(text: string, settings: Settings): Analysis {
  if (!mayBeReport(text)) return unread(text);
  const outline = readMarkdown(text);
  if (typeof outline === "string") return mentionsReport(text) ? unread(text, outline) : unread(text);
  const told = forms.find(({ id }) => id === settings.form);
  const located = locate(text, outline, told);
  if (located === undefined) return unread(text);
  const draft = { ...located, stage: stageOf(located, settings.mode) };
  return { status: "checked", text, lines: linesOf(text), draft, ...check(draft, settings.severity) };
}

/** A text above the limit of size, by whoever keeps it without having it in one piece. */
export interface LargeText {
  /** Each with its ending. */
  readonly lines: readonly string[];
  /** Of all lines, in UTF-16 units. */
  readonly length: number;
  readonly mentionsReport: boolean;
}

/**
 * The same for a text that is too large to be read. Its first line stands for all of it: what is said is said there, and
 * nobody looks at the rest.
 */
export function analyzeLarge({ lines: [firstLine = ""], length, mentionsReport: isReport }: LargeText): Analysis {
  return unread(firstLine, isReport ? tooLarge(length) : undefined);
}

/** Hardly anybody asks for the lines of a text that was not read, and it may be long. */
function unread(text: string, reason?: string): Analysis {
  const lines = {
    get lines() {
      return linesOf(text);
    },
  };
  const status =
    reason === undefined ? { status: "not-a-report" as const } : { status: "too-complex" as const, reason };
  return Object.assign(lines, { text }, status);
}

/** A text without a Han character is no Chinese report, so that most of other people's Markdown is not even parsed. */
function mayBeReport(text: string): boolean {
  return /[\u3400-\u9fff]/u.test(text);
}

/**
 * Whether an unread text names the report or one of the sections that no other document has. Names stand on one line,
 * so that a text does if one of its lines does.
 */
export function mentionsReport(text: string): boolean {
  return forms.some(
    ({ title, sections }) =>
      text.includes(title) || sections.some((section) => section.table !== undefined && text.includes(section.title)),
  );
}
