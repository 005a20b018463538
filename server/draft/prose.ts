import type { Paragraph } from "../read/outline.ts";
import type { Draft } from "./draft.ts";
import { oncePer } from "./remember.ts";

/** A paragraph that reports on the year. */
export interface Passage {
  readonly prose: Paragraph;
  /** Whether it stands under the heading on disclosure upon request. */
  readonly isOnRequests: boolean;
}

/** The paragraphs that report on the year: those of the section on problems speak of plans. */
export const passagesOf = oncePer((draft: Draft): readonly Passage[] => {
  const first = draft.sections[0]?.heading.span.start ?? Number.POSITIVE_INFINITY;
  const passages: Passage[] = [];
  for (const prose of draft.outline.blocks) {
    if (prose.span.start >= first) break;
    if (prose.kind === "paragraph") passages.push({ prose, isOnRequests: false });
  }
  for (const { section, body, aspects } of draft.sections) {
    if (section.id === "problems") continue;
    const isAlways = section.table?.id === "requests";
    const names = new Map(aspects.map(({ heading, aspect }) => [heading, aspect.id]));
    let aspect: string | undefined;
    for (const block of body) {
      if (block.kind === "grid") continue;
      aspect = names.get(block) ?? aspect;
      if (block.kind === "paragraph") passages.push({ prose: block, isOnRequests: isAlways || aspect === "onRequest" });
    }
  }
  return passages;
});

/** The text with titles 《》 and document numbers 〔〕 replaced by as many blanks: their figures count nothing. */
export function maskQuotes(text: string): string {
  return text.replaceAll(/《[^《》]*》|〔[^〔〕\n]{1,20}〕\s*\d+\s*号/gu, (hidden) => " ".repeat(hidden.length));
}

/** Where the sentences of a text stand, their full stops included. */
export function sentencesIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  return Array.from(text.matchAll(/[^。！？]+[。！？]?/gu), ({ index, 0: sentence }) => ({
    from: index,
    to: index + sentence.length,
  }));
}
