import type { Draft, LocatedSection } from "../draft/draft.ts";
import { cellsIn } from "../draft/tables.ts";
import { headingOf } from "../form/index.ts";
import type { Span } from "../read/outline.ts";
import { bodyOf, firstLine, isBlank, topOf, wholeOf } from "./passages.ts";
import type { Finding, Fix, Pending } from "./rule.ts";
import { quote } from "./wording.ts";

/** What is still to be written or filled in under one heading; without a section, in the report as a whole. */
export interface OpenPart {
  readonly section: LocatedSection | undefined;
  readonly at: Span;
  readonly notes: readonly OpenNote[];
  /** Offered where they mend the one thing that is open. */
  readonly fixes: readonly Fix[];
}

interface OpenNote {
  /** Chinese, without a full stop. */
  readonly text: string;
  readonly at: Span;
  /** Cells to be filled in; 1 for anything else. */
  readonly count: number;
}

/** The parts with something open, in the order of the text, the report as a whole first. */
export function openParts(draft: Draft, pending: readonly Pending[]): readonly OpenPart[] {
  const whole = pending.filter(({ scope }) => scope === "report");
  const parts = pending.filter(({ scope }) => scope === "part");
  const loose = parts.filter(({ at }) => sectionAt(draft, at) === undefined);
  const found = [
    openPart(undefined, topOf(draft), notesOf(draft, whole), whole),
    openPart(undefined, loose[0]?.at ?? topOf(draft), notesOf(draft, loose), loose),
    ...draft.sections.map((located) => {
      const own = parts.filter(({ at }) => sectionAt(draft, at) === located);
      const at = firstLine(located.heading);
      return openPart(located, at, isUnwritten(draft, located) ? [unwritten(located)] : notesOf(draft, own), own);
    }),
  ];
  return found.filter(({ notes }) => notes.length > 0);
}

/** The section a place belongs to; undefined above the first. */
export function sectionAt({ sections }: Draft, { start }: Span): LocatedSection | undefined {
  return sections.findLast(({ heading }) => wholeOf(heading).start <= start);
}

function openPart(
  section: OpenPart["section"],
  at: Span,
  notes: readonly OpenNote[],
  findings: readonly Finding[],
): OpenPart {
  return { section, at, notes, fixes: (findings.length === 1 ? findings[0]?.fixes : undefined) ?? [] };
}

function isUnwritten(draft: Draft, located: LocatedSection): boolean {
  return located.section.table === undefined && isBlank(draft, bodyOf(draft, located));
}

function unwritten({ section, heading }: LocatedSection): OpenNote {
  return { text: `${quote(headingOf(section))}还没有写`, at: firstLine(heading), count: 1 };
}

/** One note for the blanks of each table, one for everything else. */
function notesOf(draft: Draft, findings: readonly Finding[]): readonly OpenNote[] {
  const others = findings.filter(({ cells = [] }) => cells.length === 0);
  const tables = others.length < findings.length ? draft.tables : [];
  const blanks = tables.flatMap(({ table }): readonly OpenNote[] => {
    const all = cellsIn(draft, table).map(({ id }) => id);
    const own = findings.filter(({ cells = [] }) => cells.some((id) => all.includes(id)));
    const [first] = own;
    if (first === undefined) return [];
    const count = new Set(own.flatMap(({ cells = [] }) => cells)).size;
    return [
      { text: `${table.name}${count === all.length ? "还没有填" : `还有 ${count} 格待填`}`, at: first.at, count },
    ];
  });
  return [...blanks, ...others.map(({ message, at }) => ({ text: message, at, count: 1 }))];
}
