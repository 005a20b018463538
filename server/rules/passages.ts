import type { Draft, LocatedAspect, LocatedSection } from "../draft/draft.ts";
import { hasLetters, lettersOf } from "../draft/label.ts";
import { oncePer } from "../draft/remember.ts";
import type { Heading, OutlineBlock, Paragraph, Prose, Span } from "../read/outline.ts";
import { spanIn } from "../read/outline.ts";
import { lineEnding, lineStart } from "./edits.ts";
import type { Edit } from "./rule.ts";

/** The headings and paragraphs of a draft or of a section. */
export function prosesOf(blocks: readonly OutlineBlock[]): readonly (Heading | Paragraph)[] {
  return blocks.filter((block) => block.kind !== "grid");
}

/** The first line of a text: what a finding about the whole points at. */
export function firstLine(prose: Prose): Span {
  const end = prose.text.indexOf("\n");
  return prose.text === "" ? prose.span : spanIn(prose, 0, end < 0 ? prose.text.length : end);
}

/** The title, or whatever stands first, for findings about the document. */
export function topOf({ title, outline }: Draft): Span {
  const [first] = outline.blocks;
  if (title !== undefined) return firstLine(title.prose);
  if (first?.kind !== "grid") return first === undefined ? { start: 0, end: 1 } : firstLine(first);
  const box = first.rows.flatMap(({ boxes }) => boxes).find(({ text }) => text !== "");
  return box === undefined ? first.span : firstLine(box);
}

/**
 * Where a section stands: from the line of its heading, remarks right above it included, to the next section. What
 * closes the document, agency and date, belongs to none.
 */
export function extentOf(draft: Draft, located: LocatedSection): Span {
  const next = draft.sections[draft.sections.indexOf(located) + 1];
  return {
    start: startOf(draft.text, located.heading),
    end: next === undefined ? closingStart(draft) : startOf(draft.text, next.heading),
  };
}

/** Where an aspect's text stands: behind its heading, or from the paragraph that opens with its name, to the next one. */
export function extentOfAspect(draft: Draft, located: LocatedSection, { heading }: LocatedAspect): Span {
  const depth = heading.kind === "heading" ? heading.depth : 7;
  const names = new Set<OutlineBlock>(located.aspects.map((aspect) => aspect.heading));
  const next = located.body
    .slice(located.body.indexOf(heading) + 1)
    .find((block) => names.has(block) || (block.kind === "heading" && block.depth <= depth));
  const isName = heading.kind === "heading" || lettersOf(heading.text).length <= 16;
  return {
    start: isName ? wholeOf(heading).end : heading.span.start,
    end: next === undefined ? extentOf(draft, located).end : lineStart(draft.text, next.span.start),
  };
}

/** What is written in a stretch of the source, headings and remarks left out. */
function* piecesOf(draft: Draft, { start, end }: Span): Iterable<string> {
  let done = start;
  for (const span of hiddenIn(draft)) {
    if (end <= span.start) break;
    if (span.start < done) continue;
    yield draft.text.slice(done, span.start);
    done = span.end;
  }
  yield draft.text.slice(done, end);
}

/** Headings, names of aspects in their place, and remarks, in the order of the text. */
const hiddenIn = oncePer((draft: Draft): readonly Span[] => {
  const headings = draft.outline.blocks.filter((block) => block.kind === "heading").map(({ whole }) => whole);
  const names = draft.sections.flatMap(({ aspects }) => aspects.map(({ heading }) => heading));
  const plain = names.filter(({ kind, text }) => kind === "paragraph" && lettersOf(text).length <= 16);
  const hidden = [...headings, ...draft.outline.comments, ...plain].map((one) => ("span" in one ? one.span : one));
  return hidden.toSorted((a, b) => a.start - b.start);
});

/** The letters written in a stretch of the source, headings, remarks and tags left out. */
export function lettersIn(draft: Draft, span: Span): string {
  return lettersOf(withoutTags([...piecesOf(draft, span)].join("")));
}

/** Whether there are any such letters. */
export function isBlank(draft: Draft, span: Span): boolean {
  for (const piece of piecesOf(draft, span)) if (hasLetters(withoutTags(piece))) return false;
  return true;
}

function withoutTags(text: string): string {
  return text.includes("<") ? text.replaceAll(TAG, "") : text;
}

const TAG = /<[^<>]*>/gu;

/** What stands below the heading of a section. */
export function bodyOf(draft: Draft, located: LocatedSection): Span {
  return { start: wholeOf(located.heading).end, end: extentOf(draft, located).end };
}

/** A heading with its marks. */
export function wholeOf(heading: Heading | Paragraph): Span {
  return heading.kind === "heading" ? heading.whole : heading.span;
}

/** The marks headings of sections have in this document. */
export function sectionMarks({ sections }: Draft): string {
  const depth = sections.map(({ heading }) => heading).find((heading) => heading.kind === "heading")?.depth ?? 2;
  return "#".repeat(depth);
}

/** The edit that makes a plain line a section heading: marks in the place of its indentation. */
export function addMarks(draft: Draft, { text, span }: Paragraph): Edit {
  const line = draft.text.slice(lineStart(draft.text, span.start), span.start);
  const marks = line.match(/(?:[*_]|<[^<>]*>)+/gu)?.at(-1) ?? "";
  const start = span.start - (line.endsWith(marks) ? marks.length : 0);
  const indent = text.length - text.trimStart().length;
  return { at: { start, end: start + indent }, text: `${sectionMarks(draft)} ` };
}

/** The words of a heading, or those a paragraph opens with in its place. */
export function openingOf(heading: Heading | Paragraph): Span {
  const indent = heading.text.length - heading.text.trimStart().length;
  const end = heading.kind === "heading" ? -1 : heading.text.search(/[。：:\n]/u);
  return heading.text === "" ? heading.span : spanIn(heading, indent, end <= indent ? heading.text.length : end);
}

/** Where the line after an offset begins; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const ending = /\r\n|[\r\n]/u.exec(text.slice(offset));
  return ending === null ? text.length : offset + ending.index + ending[0].length;
}

/** Inserts a passage of its own at the start of a line, parted from its neighbours by blank lines. */
export function insertPassage(text: string, offset: number, passage: string): Edit {
  const ending = lineEnding(text);
  const isLast = text.slice(offset).trim() === "";
  const place = isLast ? Math.max(text.trimEnd().length, lineStart(text, 0)) : offset;
  const before = text.slice(Math.max(0, place - 4), place).replaceAll(/\r\n?/gu, "\n");
  const isFirst = text.slice(0, place).trim() === "";
  const gap = isFirst || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? ending : ending + ending;
  const behind = isLast ? "" : /[\r\n]/u.test(text.charAt(place)) ? ending : ending + ending;
  return { at: { start: place, end: place }, text: gap + passage + behind };
}

/** Takes a passage out and puts it in at the start of another line. */
export function movePassage(text: string, span: Span, offset: number): readonly Edit[] {
  return [removePassage(text, span), insertPassage(text, offset, text.slice(span.start, span.end).trim())];
}

/** Takes out whole lines; at the end of the text the blank lines before them, too. */
export function removePassage(text: string, { start, end }: Span): Edit {
  if (text.slice(end).trim() !== "") return { at: { start, end }, text: "" };
  return { at: { start: text.slice(0, start).trimEnd().length, end: text.trimEnd().length }, text: "" };
}

function startOf(text: string, heading: Heading | Paragraph): number {
  let start = lineStart(text, wholeOf(heading).start);
  for (;;) {
    const end = start - (/(?:\r\n|[\r\n])$/u.exec(text.slice(Math.max(0, start - 2), start))?.[0].length ?? 0);
    const above = lineStart(text, end);
    if (start <= above || !/^<!--[^\r\n]*-->\s*$/u.test(text.slice(above, end))) return start;
    start = above;
  }
}

function closingStart({ text, outline: { blocks } }: Draft): number {
  const [second, last] = [blocks.at(-2), blocks.at(-1)];
  if (last?.kind !== "paragraph" || !CLOSING.test(last.text.replaceAll(/[^\S\n]/gu, ""))) return text.length;
  const isSigned = second?.kind === "paragraph" && SIGNATURE.test(second.text.trim());
  return lineStart(text, (isSigned && !last.text.includes("\n") ? second : last).span.start);
}

const CLOSING = /^(?:[^。，；\n]{2,40}\n)?[（(]?20\d\d年\d{1,2}月\d{1,2}日[）)]?$/u;
const SIGNATURE = /^[^。，；：\n]{2,40}$/u;
