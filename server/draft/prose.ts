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
  const above = draft.outline.blocks.filter(({ span }) => span.start < first);
  const passages = (blocks: Draft["outline"]["blocks"], isOnRequests: (prose: Paragraph) => boolean) =>
    blocks.flatMap((prose) => (prose.kind === "paragraph" ? [{ prose, isOnRequests: isOnRequests(prose) }] : []));
  return [
    ...passages(above, () => false),
    ...draft.sections
      .filter(({ section }) => section.id !== "problems")
      .flatMap(({ section, body, aspects }) =>
        passages(body, ({ span }) => {
          const aspect = aspects.findLast(({ heading }) => heading.span.start <= span.start)?.aspect.id;
          return aspect === "onRequest" || section.table?.id === "requests";
        }),
      ),
  ];
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
