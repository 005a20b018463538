import type { Heading, Outline, OutlineBlock, Paragraph } from "../read/outline.ts";
import type { Draft } from "./draft.ts";
import { oncePer, tells } from "./remember.ts";

/** Paragraphs that report on the year, one behind the other. */
export interface Passage {
  readonly paragraphs: readonly Paragraph[];
  /** Whether they stand under the heading on disclosure upon request. */
  readonly isOnRequests: boolean;
}

/** What reports on the year, aspect by aspect: the section on problems speaks of plans. */
export const passagesOf = oncePer((draft: Draft): readonly Passage[] => {
  const first = draft.sections[0]?.heading.span.start ?? Number.POSITIVE_INFINITY;
  const passages: Passage[] = [{ paragraphs: paragraphsIn(blocksAbove(draft.outline, first)), isOnRequests: false }];
  for (const { section, body, aspects } of draft.sections) {
    if (section.id === "problems") continue;
    let isOnRequests = section.table?.id === "requests";
    let from = 0;
    for (const { heading, aspect } of aspects) {
      const at = body.indexOf(heading, from);
      passages.push({ paragraphs: paragraphsIn(body.slice(from, at)), isOnRequests });
      isOnRequests = section.table?.id === "requests" || aspect.id === "onRequest";
      from = at;
    }
    passages.push({ paragraphs: paragraphsIn(body.slice(from)), isOnRequests });
  }
  return passages;
});

/** The same without the paragraphs that tell nothing. */
export const tellingPassagesOf = oncePer((draft: Draft): readonly Passage[] =>
  passagesOf(draft).map(({ paragraphs, isOnRequests }) => ({ paragraphs: paragraphs.filter(tells), isOnRequests })),
);

/** The paragraphs of these, in order. */
export const tellingParagraphs = oncePer((draft: Draft): readonly Paragraph[] =>
  tellingPassagesOf(draft).flatMap(({ paragraphs }) => paragraphs),
);

/** The headings and paragraphs of an outline that tell anything. */
export const tellingIn = oncePer(({ blocks }: Outline): readonly (Heading | Paragraph)[] =>
  blocks.filter((block): block is Heading | Paragraph => block.kind !== "grid" && tells(block)),
);

/** All paragraphs that report on the year, in order. */
export const reportingParagraphs = oncePer((draft: Draft): readonly Paragraph[] => {
  const [first = [], ...others] = passagesOf(draft).map(({ paragraphs }) => paragraphs);
  return first.concat(...others);
});

/** The blocks of an outline that begin above an offset. */
export function blocksAbove({ blocks }: Outline, offset: number): readonly OutlineBlock[] {
  const below = blocks.findIndex(({ span }) => offset <= span.start);
  return blocks.slice(0, below < 0 ? undefined : below);
}

function paragraphsIn(blocks: readonly OutlineBlock[]): readonly Paragraph[] {
  return blocks.filter((block) => block.kind === "paragraph");
}

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
