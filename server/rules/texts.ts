import type { Draft } from "../draft/draft.ts";
import { tellingIn } from "../draft/prose.ts";
import { oncePer } from "../draft/remember.ts";
import { faultyWording, type Wording } from "../draft/wording.ts";
import { type Heading, type OutlineBlock, type Paragraph, type Prose, type Span, spanIn } from "../read/outline.ts";
import { isMislabelled, writtenLabels } from "./labels.ts";

/** A text of which something is to be said. */
export interface Worded {
  readonly prose: Heading | Paragraph;
  readonly wording: Wording;
  /** Its place among the sentences. */
  readonly nth: number;
}

/** The sentences of whose words or marks something is to be said: hardly any. */
export const wordedOf = oncePer((draft: Draft): readonly Worded[] =>
  sentencesWith(draft, faultyWording).map(({ found, ...sentence }) => ({ ...sentence, wording: found })),
);

/** A sentence a search finds something in, and its place among all of them. */
interface Telling<T> {
  readonly prose: Heading | Paragraph;
  readonly found: T;
  readonly nth: number;
}

/** The sentences a search finds anything in. */
export function sentencesWith<T>(draft: Draft, search: (asked: Prose) => T | undefined): readonly Telling<T>[] {
  return tellingIn(draft.outline).flatMap((prose) => {
    const found = search(prose);
    const nth = found === undefined ? undefined : placesOf(draft).get(prose);
    return found === undefined || nth === undefined ? [] : [{ prose, found, nth }];
  });
}

const placesOf = oncePer(
  (draft: Draft): ReadonlyMap<Prose, number> => new Map(sentencesOf(draft).map((prose, nth) => [prose, nth])),
);

/**
 * Headings and paragraphs of whose words or marks something is to be said, and those labels of tables that differ from
 * the form's in blanks and punctuation, in the order of the text.
 */
export function wordedTextsOf(draft: Draft): readonly { readonly prose: Prose; readonly wording: Wording }[] {
  const labels = labelsOf(draft).flatMap((prose) => {
    const wording = faultyWording(prose);
    return wording === undefined ? [] : [{ prose, wording }];
  });
  return [...wordedOf(draft), ...labels].toSorted((a, b) => a.prose.span.start - b.prose.span.start);
}

/**
 * Headings and paragraphs from the title on: what stands above it is the page the report was put on. What holds code is
 * left out: its marks are nobody's prose.
 */
export const sentencesOf = oncePer((draft: Draft): readonly (Heading | Paragraph)[] => {
  const start = draft.title?.block?.span.start ?? 0;
  const holdsCode = draft.text.includes("`");
  const isCode = ({ span }: Prose) => holdsCode && draft.text.slice(span.start - 1, span.end + 1).includes("`");
  return draft.outline.blocks.filter(
    (block): block is Heading | Paragraph =>
      block.kind !== "grid" && block.span.start >= start && block.text !== "" && !isCode(block),
  );
});

/** The labels that are right but for blanks and punctuation; a merged cell stands once. */
export const labelsOf = oncePer((draft: Draft): readonly Prose[] => {
  const labels = writtenLabels(draft).filter(
    (label) => label.box.text !== label.official && label.box.text !== "" && !isMislabelled(label),
  );
  const boxes = new Map(labels.map(({ box }) => [box.span.start, box]));
  return [...boxes.values()];
});

/**
 * The source of `text[from, to)`, with the backslash before it or, of a single character, the whole reference it is
 * written as; undefined where the source says it in another way, so that nothing can be put in its place.
 */
export function sourceOf({ text }: Draft, prose: Prose, from: number, to: number): Span | undefined {
  const span = spanIn(prose, from, to);
  if (text.slice(span.start, span.end) === prose.text.slice(from, to)) {
    const isEscaped = /(?:^|[^\\])\\$/u.test(text.slice(Math.max(0, span.start - 2), span.start));
    return isEscaped && isMark(text.charAt(span.start)) ? { start: span.start - 1, end: span.end } : span;
  }
  const reference = to - from === 1 ? /^&#?\w{1,31};/u.exec(text.slice(span.start, span.start + 34)) : null;
  return reference === null ? undefined : { start: span.start, end: span.start + reference[0].length };
}

/** What a backslash escapes: the marks of ASCII. */
function isMark(character: string): boolean {
  return /[!-/:-@[-`{-~]/u.test(character);
}

/** What the agency words itself: headings and paragraphs but for the title and the headings of sections and aspects. */
export const freelyWordedOf = oncePer((draft: Draft): readonly Worded[] => {
  const headings = draft.sections.flatMap(({ heading, aspects }) => [heading, ...aspects.map((one) => one.heading)]);
  const fixed = new Set<OutlineBlock | undefined>([
    draft.title?.block,
    ...headings.filter(({ kind }) => kind === "heading"),
  ]);
  return wordedOf(draft).filter(({ prose }) => !fixed.has(prose));
});
