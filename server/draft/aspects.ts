import type { Aspect, Section } from "../form/form.ts";
import type { Heading, OutlineBlock, Paragraph } from "../read/outline.ts";
import type { LocatedAspect } from "./draft.ts";
import { indexLabels, lettersOf, lookUp, numberingOf } from "./label.ts";
import { oncePer, remember } from "./remember.ts";

type TextBlock = Heading | Paragraph;

/** The aspects that have a heading of their own, or a numbered phrase in its place. */
export function locateAspects(body: readonly OutlineBlock[], section: Section): readonly LocatedAspect[] {
  if (section.aspects === undefined) return [];
  const index = aspectIndexOf(section);
  return body.flatMap((block) => {
    if (block.kind === "grid") return [];
    const text = headingText(block);
    if (text === undefined) return [];
    const found = lookUp(index, text);
    const aspect = found?.items[0]?.aspect;
    return found === undefined || aspect === undefined ? [] : [{ aspect, heading: block, match: found.match }];
  });
}

const aspectIndexOf = oncePer(({ aspects = [] }: Section) =>
  indexLabels(
    aspects.map((aspect) => ({ label: `（${aspect.number}）${aspect.title}`, aliases: aspect.aliases, aspect })),
  ),
);

/** The words of a heading, or of a paragraph that begins with a numbered phrase of its own (`（一）主动公开情况。…`). */
function headingText(block: TextBlock): string | undefined {
  return block.kind === "heading" ? block.text.trim() : numberedPhrase(block);
}

const numberedPhrase = remember((text): string | undefined => {
  const phrase = upTo(text.trim(), /[。：:\n]/u);
  return 3 <= phrase.length && phrase.length <= 20 && numberingOf(phrase) !== "" ? phrase : undefined;
});

/** The aspects a heading names, or the first words of a paragraph, alone or several together (主动公开及依申请公开). */
export function aspectsNamed(block: TextBlock, section: Section): readonly Aspect[] {
  const letters = block.kind === "heading" ? lettersOf(block) : lettersOfLead(block);
  return (section.aspects ?? []).filter((aspect) => stemsOf(aspect).some((stem) => letters.includes(stem)));
}

/** The letters of the words before the first mark or blank, numbering aside. */
const lettersOfLead = remember((text): string => {
  const lead = upTo(text.trim().slice(numberingOf(text).length).trim(), /[\s。：:；，,]/u);
  return 2 <= lead.length && lead.length <= 20 ? lettersOf(lead) : "";
});

/** What stands before the first mark. */
function upTo(text: string, mark: RegExp): string {
  const end = text.search(mark);
  return end < 0 ? text : text.slice(0, end);
}

/** The words of an aspect that say which one it is: 主动公开 of 主动公开工作情况. */
export const stemsOf = oncePer(({ title, aliases = [] }: Aspect): readonly string[] => {
  const all = [title, ...aliases].map((label) =>
    lettersOf(label).replace(/(?<!工作|情况|方面|建设)(?:工作|情况|方面|建设)+$/u, ""),
  );
  return all.filter((stem) => !all.some((other) => other !== stem && stem.includes(other)));
});
