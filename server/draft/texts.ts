import type { Heading, Paragraph, Span } from "../read/outline.ts";
import type { Draft } from "./draft.ts";

/** What a draft says outside its official tables and headings: Markdown, word for word, lines ending in LF. */
export interface Texts {
  /** What stands above the title: front matter, comments; all up to the first section where the text has no title. */
  readonly above: string;
  /** What stands between the title and the first section. */
  readonly introduction: string;
  /** What stands under each section, by id; a repeated section keeps all its text. */
  readonly sections: Readonly<Record<string, string>>;
}

/** Takes the texts of a draft apart. The official tables are left out wherever they stand. */
export function textsOf(draft: Draft): Texts {
  const { text, sections } = draft;
  const top = sections[0] === undefined ? text.length : lineStart(text, extentOf(sections[0].heading).start);
  const title = titleAbove(draft, top);
  const bodies = sections.map(({ section, heading }, at) => {
    const next = sections[at + 1];
    const end = next === undefined ? text.length : lineStart(text, extentOf(next.heading).start);
    return { id: section.id, body: stretch(draft, lineEnd(text, extentOf(heading).end), end) };
  });
  const textOf = (id: string) => bodies.flatMap((one) => (one.id === id && one.body !== "" ? [one.body] : []));
  return {
    above: stretch(draft, 0, title === undefined ? top : lineStart(text, title.start)),
    introduction: title === undefined ? "" : stretch(draft, lineEnd(text, title.end), top),
    sections: Object.fromEntries(draft.form.sections.map(({ id }) => [id, textOf(id).join("\n\n")])),
  };
}

function titleAbove(draft: Draft, top: number): Span | undefined {
  const extent = titleExtent(draft);
  return extent !== undefined && extent.end <= top ? extent : undefined;
}

/** Where the title stands, over two blocks where it is broken in two; undefined for one in front matter. */
export function titleExtent({ title }: Draft): Span | undefined {
  if (title?.block === undefined) return undefined;
  const { start, end } = extentOf(title.block);
  return { start, end: Math.max(end, title.prose.span.end) };
}

/** The source of a stretch without the official tables in it and the blank lines around it. */
function stretch({ text, tables }: Draft, start: number, end: number): string {
  const kept = tables
    .flatMap(({ grids }) => grids.map(({ span }) => span))
    .filter((table) => start <= table.start && table.end <= end)
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (body, table) => body.slice(0, table.start - start) + body.slice(table.end - start),
      text.slice(start, end),
    );
  return kept
    .replaceAll(/\r\n?/gu, "\n")
    .replace(/^(?:[ \t]*\n)+/u, "")
    .trimEnd();
}

function extentOf(heading: Heading | Paragraph): Span {
  return heading.kind === "heading" ? heading.whole : heading.span;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

function lineEnd(text: string, offset: number): number {
  const rest = /[\r\n]/u.exec(text.slice(offset));
  return rest === null ? text.length : offset + rest.index;
}
