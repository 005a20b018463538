import type { Analysis } from "../analysis.ts";
import type { Draft, Stage } from "../draft/draft.ts";
import type { Section } from "../form/form.ts";
import { forms, headingOf } from "../form/index.ts";
import type { Range } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";
import { ruleOf } from "../rules/index.ts";
import { openParts, sectionAt } from "../rules/open-parts.ts";
import { firstLine, topOf } from "../rules/passages.ts";
import type { Severity } from "../rules/rule.ts";
import { lineRange } from "./line-range.ts";
import { uncheckedIn } from "./unchecked.ts";

/** What one wants to know before a report is handed in: of each section, whether it is done. */
export interface Checklist extends Progress {
  readonly stage: Stage;
  /** The sections of the form in their order; before them the title, where there is anything to say about it. */
  readonly parts: readonly ChecklistPart[];
}

/** How much there is of each kind. What is not there yet is no error here. */
interface Progress {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** Cells to be filled in, and passages to be written. */
  readonly unfilled: number;
  readonly unchecked: number;
  /** Faults that a reason was given for. */
  readonly allowed: number;
}

interface ChecklistPart extends Progress {
  /** Id of the section; `title` for what stands above all of them. */
  readonly id: string;
  readonly title: string;
  /** The worst there is: something wrong, something not there yet, something nobody checked. */
  readonly state: "done" | "faulty" | "unfilled" | "unchecked";
  readonly range: Range;
  /** In the order of the text. */
  readonly items: readonly ChecklistItem[];
}

interface ChecklistItem {
  readonly kind: Severity | "unfilled" | "unchecked" | "allowed";
  /** Chinese, without a full stop. */
  readonly text: string;
  readonly range: Range;
}

/** Undefined for what is no report. */
export function checklist(analysis: Analysis): Checklist | undefined {
  if (analysis.status === "not-a-report") return undefined;
  const drafts = analysis.status === "checked" ? partsOf(analysis) : unreadParts(analysis.reason);
  const parts = drafts.map(({ items, at, ...part }): ChecklistPart => {
    const counts = progressOf(items);
    const sorted = items.toSorted((a, b) => a.at.start - b.at.start);
    return {
      ...part,
      ...counts,
      state: stateOf(counts),
      range: lineRange(analysis, at),
      items: sorted.map(({ kind, text, at: place }) => ({ kind, text, range: lineRange(analysis, place) })),
    };
  });
  const stage = analysis.status === "checked" ? analysis.draft.stage : "final";
  return { stage, ...progressOf(drafts.flatMap(({ items }) => items)), parts };
}

type Checked = Extract<Analysis, { readonly status: "checked" }>;

interface Item extends Omit<ChecklistItem, "range"> {
  readonly at: Span;
  /** Of what kind of thing there are several in one place. */
  readonly count: number;
}

interface Part {
  readonly id: string;
  readonly title: string;
  readonly at: Span;
  readonly items: readonly Item[];
}

const TITLE = { id: "title", title: "标题和开头" };

function partsOf(analysis: Checked): readonly Part[] {
  const { draft } = analysis;
  const items = itemsOf(analysis);
  const top = topOf(draft);
  const above = items.filter(({ section }) => section === undefined);
  return [
    ...(above.length > 0 ? [{ ...TITLE, at: top, items: above }] : []),
    ...draft.form.sections.map((section): Part => {
      const located = draft.sections.find((one) => one.section.id === section.id);
      const own = items.filter((item) => item.section?.id === section.id);
      return {
        id: section.id,
        title: headingOf(section),
        at: located === undefined ? top : firstLine(located.heading),
        items: located === undefined ? [{ ...open("还没有这一部分", top), section }, ...own] : own,
      };
    }),
  ];
}

interface Placed extends Item {
  readonly section: Section | undefined;
}

function itemsOf({ draft, findings, allowed, pending, off }: Checked): readonly Placed[] {
  const place = (item: Item): Placed => ({ ...item, section: sectionAt(draft, item.at)?.section });
  const wrong = findings.filter(({ rule }) => {
    const { incomplete, summarise } = ruleOf(rule) ?? {};
    return incomplete === undefined && summarise === undefined;
  });
  return [
    ...wrong.map(({ severity, message, at }) => place({ kind: severity, text: message, at, count: 1 })),
    ...allowed.map(({ rule, reason, at }) =>
      place({ kind: "allowed", text: `有误但已说明：${ruleOf(rule)?.title ?? rule}（${reason}）`, at, count: 1 }),
    ),
    ...partsNotThereYet(draft, pending).map(place),
    ...wholeNotThereYet(draft, pending).map((item): Placed => ({ ...item, section: undefined })),
    ...uncheckedIn(draft, off).map(
      ({ section, reason, at }): Placed => ({ kind: "unchecked", text: reason, at, count: 1, section }),
    ),
  ];
}

function partsNotThereYet(draft: Draft, pending: Checked["pending"]): readonly Item[] {
  const parts = pending.filter(({ scope }) => scope === "part");
  return openParts(draft, parts).flatMap(({ notes }) => notes.map((note): Item => ({ kind: "unfilled", ...note })));
}

/** Sections that are missing have a line of their own. */
function wholeNotThereYet({ form }: Draft, pending: Checked["pending"]): readonly Item[] {
  const headings = form.sections.map(headingOf);
  return pending
    .filter(({ scope, expected = "" }) => scope === "report" && !headings.includes(expected))
    .map(({ message, at }) => open(message, at));
}

function open(text: string, at: Span): Item {
  return { kind: "unfilled", text, at, count: 1 };
}

/** A text that was not read: nothing in it is checked. */
function unreadParts(reason: string): readonly Part[] {
  const at = { start: 0, end: 1 };
  const items = [{ kind: "unchecked", text: reason, at, count: 1 } as const];
  return (forms[0]?.sections ?? []).map((section) => ({ id: section.id, title: headingOf(section), at, items }));
}

function progressOf(items: readonly Item[]): Progress {
  const count = (...kinds: readonly Item["kind"][]) =>
    items.filter(({ kind }) => kinds.includes(kind)).reduce((sum, item) => sum + item.count, 0);
  return {
    errors: count("error"),
    warnings: count("warning"),
    hints: count("info", "hint"),
    unfilled: count("unfilled"),
    unchecked: count("unchecked"),
    allowed: count("allowed"),
  };
}

function stateOf({ errors, warnings, unfilled, unchecked }: Progress): ChecklistPart["state"] {
  if (errors + warnings > 0) return "faulty";
  if (unfilled > 0) return "unfilled";
  return unchecked > 0 ? "unchecked" : "done";
}
