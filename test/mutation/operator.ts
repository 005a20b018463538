import type { CellId } from "../../server/form/index.ts";
import type { Span } from "../../server/read/outline.ts";
import type { Edit } from "../../server/rules/rule.ts";
import type { Random } from "../support/reports.ts";
import type { Subject } from "./subject.ts";

/** One kind of slip. */
export interface Operator {
  /** What happens, in Chinese; the key of the table. */
  readonly name: string;
  readonly group: string;
  /** D: certainly wrong. S: a person has to decide. Y: style. */
  readonly class: "D" | "S" | "Y";
  /** The rules that should see it, any of them. */
  readonly rules: readonly string[];
  /**
   * Whether the first fix has to restore the text: `always`; where one figure only would mend all relations (`unique`);
   * or `no`, because the text does not tell what stood there.
   */
  readonly restores: "always" | "unique" | "no";
  /** Makes the slip; undefined where the report has no place for it. */
  readonly apply: (subject: Subject, random: Random) => Mutation | undefined;
}

/** A report after one slip. */
export interface Mutation {
  readonly text: string;
  /** Where a finding has to stand to be called located, in the text after the slip. */
  readonly places: readonly Span[];
  /** The cells that say something else now, where the slip is one of figures. */
  readonly cells?: ReadonlyMap<CellId, string>;
}

/** Edits the text; the places are the edits themselves, one character wider where something was only taken out. */
export function edited(text: string, edits: readonly Edit[]): Mutation {
  const places: Span[] = [];
  let [result, from] = ["", 0];
  for (const { at, text: replacement } of edits.toSorted((a, b) => a.at.start - b.at.start)) {
    result += text.slice(from, at.start);
    const start = result.length;
    result += replacement;
    from = at.end;
    places.push(replacement === "" ? { start: start - 1, end: start + 1 } : { start, end: result.length });
  }
  return { text: result + text.slice(from), places };
}

/** The same, with the whole lines of the edits as places. */
export function editedLines(text: string, edits: readonly Edit[]): Mutation {
  const mutation = edited(text, edits);
  return { ...mutation, places: mutation.places.map((place) => linesAround(mutation.text, place, 0)) };
}

/** The same, with the lines above and below that say anything as places as well: for what was taken out. */
export function editedNear(text: string, edits: readonly Edit[]): Mutation {
  const mutation = edited(text, edits);
  return { ...mutation, places: mutation.places.map((place) => linesAround(mutation.text, place, 1)) };
}

/** The same, with the sentences of the edits as places. */
export function editedSentence(text: string, edits: readonly Edit[]): Mutation {
  const mutation = edited(text, edits);
  const places = mutation.places.map(({ start, end }) => {
    const before = Math.max(...["。", "\n"].map((mark) => mutation.text.lastIndexOf(mark, start - 1)));
    const after = /[。\n]/u.exec(mutation.text.slice(end))?.index ?? 0;
    return { start: before + 1, end: end + after };
  });
  return { ...mutation, places };
}

/** The lines of a span and as many lines that are not blank above and below. */
function linesAround(text: string, { start, end }: Span, more: number): Span {
  let [from, to] = [text.lastIndexOf("\n", start - 1) + 1, text.indexOf("\n", Math.max(start, end - 1))];
  if (to < 0) to = text.length;
  for (let step = 0; step < more; step += 1) {
    const above = text.slice(0, from).trimEnd();
    from = above.lastIndexOf("\n") + 1;
    const below = text.slice(to).length - text.slice(to).trimStart().length;
    const next = text.indexOf("\n", to + below);
    to = next < 0 ? text.length : next;
  }
  return { start: from, end: to };
}

/** The whole line an offset is on, with its ending. */
export function lineAt(text: string, offset: number): Span {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return { start, end: end < 0 ? text.length : end + 1 };
}
