import { innerBlanks } from "../draft/debris.ts";
import type { Draft } from "../draft/draft.ts";
import { numberingOf } from "../draft/label.ts";
import { remember } from "../draft/remember.ts";
import type { Prose, Span } from "../read/outline.ts";
import { freelyWordedOf, labelsOf, sourceOf } from "./texts.ts";

/** Where blanks stand that should not: within official wordings, within the title, and in sentences beside marks. */
export function blankSlips(draft: Draft): readonly Span[] {
  const { title } = draft;
  const fixed = [
    ...labelsOf(draft),
    ...headingsOf(draft),
    // A misspelt title is put right as a whole.
    ...(title === undefined || title.match === "misspelt" ? [] : [title.prose]),
  ];
  const slips = [
    ...fixed.flatMap((prose) => innerBlanks(prose.text).map((blank) => ({ ...blank, prose }))),
    ...freelyWordedOf(draft).flatMap(({ prose, wording }) => wording.blanks.map((blank) => ({ ...blank, prose }))),
  ];
  return slips
    .flatMap(({ prose, from, to }) => {
      const span = sourceOf(draft, prose, from, to);
      // Beside the marks of emphasis a blank may decide whether they are any.
      const isPlain = span !== undefined && sourceOf(draft, prose, from - 1, to + 1)?.end === span.end + 1;
      return isPlain ? [span] : [];
    })
    .toSorted((a, b) => a.start - b.start);
}

/** Headings of sections and aspects that are right but for blanks: numbered as due, worded as due. */
function headingsOf({ sections }: Draft): readonly Prose[] {
  return sections
    .flatMap(({ heading, match, section, aspects }) => [
      { heading, match, number: `${section.number}、` },
      ...aspects.map((one) => ({ heading: one.heading, match: one.match, number: `(${one.aspect.number})` })),
    ])
    .filter(({ heading, match }) => heading.kind === "heading" && (match === "exact" || match === "style"))
    .filter(({ heading, number }) => numberOf(heading) === number)
    .map(({ heading }) => heading);
}

/** The numbering of a heading as it would be written without blanks, in half width. */
const numberOf = remember((text) => numberingOf(text).normalize("NFKC").replaceAll(/\s/gu, ""));
