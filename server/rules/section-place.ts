import { aspectsNamed } from "../draft/aspects.ts";
import type { Draft, LocatedSection } from "../draft/draft.ts";
import type { Section } from "../form/form.ts";
import type { OutlineBlock } from "../read/outline.ts";
import { lineStart } from "./edits.ts";
import { extentOf, nextLine, wholeOf } from "./passages.ts";

/** The nearest sections that are there before and after a missing one, in the order of the form. */
export function neighboursOf({ form, sections }: Draft, section: Section) {
  const rank = ({ id }: Section) => form.sections.findIndex((other) => other.id === id);
  const ranked = sections.toSorted((a, b) => rank(a.section) - rank(b.section));
  return {
    above: ranked.findLast((other) => rank(other.section) < rank(section)),
    below: ranked.find((other) => rank(section) < rank(other.section)),
  };
}

/** Where a missing heading belongs: above what is the section's own, wherever that is, else between its neighbours. */
export function placeFor(draft: Draft, section: Section): number {
  const { above, below } = neighboursOf(draft, section);
  const table = draft.tables.find((located) => located.table.id === section.table?.id)?.grids[0];
  const own = table ?? ownText(draft, section, above);
  if (own !== undefined) return lineStart(draft.text, own.span.start);
  if (above !== undefined) return extentOf(draft, above).end;
  if (below !== undefined) return extentOf(draft, below).start;
  return draft.title?.block === undefined ? draft.text.length : nextLine(draft.text, draft.title.prose.span.end);
}

/** The first block that can only be the section's: one of its aspects, what it has to state, prose below a table. */
function ownText(draft: Draft, section: Section, above: LocatedSection | undefined): OutlineBlock | undefined {
  const start = above === undefined ? (draft.title?.prose.span.end ?? 0) : wholeOf(above.heading).end;
  const first = draft.sections[0]?.heading.span.start ?? draft.text.length;
  const end = above === undefined ? first : extentOf(draft, above).end;
  const blocks = draft.outline.blocks.filter(({ span }) => start <= span.start && span.start < end);
  const last = blocks.findLastIndex(({ kind }) => kind === "grid");
  const words = (section.statements ?? []).flatMap((statement) => statement.words);
  return blocks.find((block, at) => {
    if (block.kind === "grid") return false;
    if (aspectsNamed(block, section).length > 0 || words.some((word) => block.text.includes(word))) return true;
    const isBelowTable = above?.section.table !== undefined && last < at && !/^(?:备?注|说明)/u.test(block.text);
    return section.table === undefined && isBelowTable;
  });
}
