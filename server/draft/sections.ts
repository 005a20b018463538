import type { Form, Section } from "../form/form.ts";
import { headingOf } from "../form/index.ts";
import type { Heading, Outline, Paragraph } from "../read/outline.ts";
import { locateAspects } from "./aspects.ts";
import type { LocatedSection } from "./draft.ts";
import {
  commonLength,
  indexLabels,
  type LabelIndex,
  type Labelled,
  labelKey,
  lookUp,
  type Match,
  numberingOf,
} from "./label.ts";
import { tellingIn } from "./prose.ts";
import { oncePer, remember, search } from "./remember.ts";

/** Finds the section headings of a form and what stands under each. */
export function locateSections(outline: Outline, form: Form): readonly LocatedSection[] {
  const { finders } = indexOf(form);
  const marks: Mark[] = [];
  for (const block of tellingIn(outline)) {
    const words = shortIn(block);
    const found = words === undefined ? undefined : finders[block.kind](words);
    if (found === undefined) continue;
    marks.push({ ...found, block, index: outline.blocks.indexOf(block, (marks.at(-1)?.index ?? -1) + 1) });
  }
  const depth = sectionDepth(marks);
  const known = marks.filter(({ block, match, sure }) => sure || depthOf(block) <= depth || match === "exact");
  const clear = withoutEchoes(known, depth);
  const headings = [...clear, ...toldByNumber(outline, form, clear, depth)].toSorted((a, b) => a.index - b.index);
  return headings.map(({ section, match, block, index }, nth) => {
    const body = outline.blocks.slice(index + 1, headings[nth + 1]?.index);
    return { section, match, heading: block, body, aspects: locateAspects(body, section) };
  });
}

interface FormIndex {
  readonly sections: LabelIndex<Labelled & { readonly section: Section }>;
  readonly aspects: ReadonlySet<string>;
  /** The section a text names, as a heading and as a paragraph. */
  readonly finders: Readonly<Record<TextBlock["kind"], (text: string) => Found | undefined>>;
}

const indexOf = oncePer((form: Form): FormIndex => {
  const index: FormIndex = {
    sections: indexLabels(
      form.sections.map((section) => ({ label: headingOf(section), aliases: section.aliases, section })),
    ),
    aspects: new Set(form.sections.flatMap(({ aspects = [] }) => aspects.map(({ title }) => labelKey(title).core))),
    finders: {
      heading: remember((text) => headedSection(text, form, index)),
      paragraph: remember((text) => plainSection(text, form, index)),
    },
  };
  return index;
});

type TextBlock = Heading | Paragraph;

/** The words of a block that may be a heading: most paragraphs are too long for one. */
const shortIn = search((written) => {
  const text = written.trim();
  return text.length > LONGEST || text.includes("\n") ? undefined : text;
});

/** Longest text that may be a section heading. */
const LONGEST = 40;

/** `sure` marks a heading that is a section wherever it stands: its words are official and its number is, too. */
interface Found {
  readonly section: Section;
  readonly match: Match;
  readonly sure: boolean;
}

/** A block that was taken for a section heading, and its place among all blocks. */
interface Mark extends Found {
  readonly block: TextBlock;
  readonly index: number;
}

function headedSection(text: string, form: Form, index: FormIndex): Found | undefined {
  const known = lookUp(index.sections, text);
  const section = known?.items[0]?.section;
  if (known !== undefined && section !== undefined) {
    return { section, match: known.match, sure: known.match !== "alias" || labelKey(text).number === section.number };
  }
  return similarSection(text, form, index);
}

/** A paragraph counts as a heading only if it is one in all but the marks: number and official words, or nearly so. */
function plainSection(text: string, form: Form, index: FormIndex): Found | undefined {
  if (numberingOf(text) === "" || /[。；]/u.test(text)) return undefined;
  const known = lookUp(index.sections, text);
  const section = known?.items[0]?.section;
  if (known !== undefined && section !== undefined)
    return { section, match: known.match, sure: known.match !== "alias" };
  const similar = /[，：]/u.test(text) ? undefined : similarSection(text, form, index);
  return similar?.section.number === labelKey(text).number ? similar : undefined;
}

function similarSection(text: string, form: Form, index: FormIndex): Found | undefined {
  const key = labelKey(text);
  if (index.aspects.has(key.core) || key.core === "") return undefined;
  const scored = form.sections
    .map((section) => ({ section, score: similarity(key.core, labelKey(section.title).core) }))
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = scored;
  if (best === undefined || best.score <= (next?.score ?? 0)) return undefined;
  const numbered = key.number === best.section.number && !/^[（(]/u.test(text);
  return best.score >= (numbered ? LEAST_ALIKE : 0.75)
    ? { section: best.section, match: "similar", sure: false }
    : undefined;
}

function similarity(text: string, official: string): number {
  const whole = Math.max(official.length, text.length / 1.5);
  // No more than the shorter of the two can be in both.
  return Math.min(text.length, official.length) < LEAST_ALIKE * whole ? 0 : commonLength(text, official) / whole;
}

/** Whatever is less alike is another heading. */
const LEAST_ALIKE = 0.5;

function depthOf(block: TextBlock): number {
  return block.kind === "heading" ? block.depth : PLAIN;
}

/** The depth of what has no heading marks: below every heading. */
const PLAIN = 7;

/** The depth most of the certain section headings have, that of plain paragraphs where none of them is a heading. */
function sectionDepth(marks: readonly Mark[]): number {
  const depths = marks.filter(({ sure, block }) => sure && block.kind === "heading").map(({ block }) => depthOf(block));
  const count = (depth: number) => depths.filter((other) => other === depth).length;
  return depths.toSorted((a, b) => count(b) - count(a) || a - b)[0] ?? PLAIN;
}

/**
 * Leaves out what only repeats a section's words beside the heading that is meant: an aspect of the same name, an entry
 * in a table of contents. Two headings alike in every way both stay.
 */
function withoutEchoes(marks: readonly Mark[], depth: number): readonly Mark[] {
  const places = new Set(marks.map(({ index }) => index));
  const rank = ({ block, index }: Mark) =>
    (depthOf(block) <= depth ? 4 : 0) +
    (/^\s*[（(]/u.test(block.text) ? 0 : 2) +
    (block.kind === "heading" || !places.has(index + 1) ? 1 : 0);
  return marks.filter((mark) => marks.every((other) => other.section !== mark.section || rank(other) <= rank(mark)));
}

/** Headings with other words whose number and neighbours tell which section they stand for. */
function toldByNumber(outline: Outline, form: Form, marks: readonly Mark[], depth: number): readonly Mark[] {
  const found = new Set(marks.map(({ section }) => section.id));
  if (found.size < 3) return [];
  const missing = form.sections.filter(({ id }) => !found.has(id));
  const rank = ({ section }: Mark) => form.sections.indexOf(section);
  return missing.flatMap((section) => {
    const place = form.sections.indexOf(section);
    const above = marks.filter((mark) => rank(mark) < place).at(-1)?.index ?? -1;
    const below = marks.find((mark) => place < rank(mark))?.index ?? outline.blocks.length;
    const index = outline.blocks.findIndex(
      (block, at) =>
        above < at &&
        at < below &&
        block.kind === "heading" &&
        block.depth === depth &&
        isNumbered(block.text, section),
    );
    const block = outline.blocks[index];
    return block?.kind === "heading" ? [{ section, match: "context", sure: false, block, index } as const] : [];
  });
}

function isNumbered(text: string, { number }: Section): boolean {
  const written = numberingOf(text);
  return text.length <= LONGEST && labelKey(text).number === number && written !== "" && !/^[（(]/u.test(written);
}
