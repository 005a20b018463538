import { aboveTitle, contentOf } from "../draft/content.ts";
import type { Draft } from "../draft/draft.ts";
import { printParagraph } from "../draft/paragraphs.ts";
import { titleExtent } from "../draft/texts.ts";
import type { Section, Table } from "../form/form.ts";
import { headingOf } from "../form/index.ts";
import type { TextOf } from "./markdown.ts";
import { titleOf } from "./markdown.ts";

/** A piece of the printed report. */
export type Part =
  /** Level 1: a section; 2: an aspect; 3: what the clerk puts below. */
  | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: "paragraph"; readonly lines: readonly string[] }
  /** The name and the date at the end. */
  | { readonly kind: "closing"; readonly lines: readonly string[] }
  | { readonly kind: "figures"; readonly section: Section; readonly table: Table }
  /** A table of the clerk's own, row by row; a merged cell has its text in the first place only. */
  | { readonly kind: "grid"; readonly rows: readonly (readonly string[])[] };

/** A report as it is printed, whatever the format. */
export interface Pages {
  readonly title: string;
  /** The title on two lines, for a page it is too long for: agency and year, and the name all such reports have. */
  readonly titleLines: readonly string[];
  readonly parts: readonly Part[];
  /** The text of an official cell. */
  readonly textOf: TextOf;
}

type Block = Draft["outline"]["blocks"][number];

/** Puts a draft in the order of its form: official headings and tables, the clerk's prose between them. */
export function pagesOf(draft: Draft): Pages {
  const { form, sections, outline } = draft;
  const content = contentOf(draft);
  const title = titleExtent(draft);
  const first = sections[0]?.heading.span.start ?? Number.POSITIVE_INFINITY;
  const official = new Set<Block>(draft.tables.flatMap(({ grids }) => grids));
  const isProse = (block: Block) =>
    !official.has(block) && !(title !== undefined && title.start <= block.span.start && block.span.end <= title.end);
  const aspects = new Set<Block>(sections.flatMap((located) => located.aspects.map(({ heading }) => heading)));
  const printed = (blocks: readonly Block[]) =>
    blocks.filter(isProse).flatMap((block): readonly Part[] => printBlock(draft, aspects, block));
  const outside = new Set(aboveTitle(draft));
  const above = outline.blocks.filter((block) => !outside.has(block) && block.span.start < first);
  const parts = form.sections.flatMap((section): readonly Part[] => [
    { kind: "heading", level: 1, text: headingOf(section) },
    ...(section.table === undefined ? [] : [{ kind: "figures", section, table: section.table } as const]),
    ...sections.filter((located) => located.section.id === section.id).flatMap(({ body }) => printed(body)),
  ]);
  const name = content.title ?? titleOf(form, content);
  const before = name.endsWith(form.title) ? name.slice(0, -form.title.length) : "";
  return {
    title: name,
    titleLines: before === "" ? [name] : [before, form.title],
    parts: joinClosing([...printed(above), ...parts]),
    textOf: (id) => content.cells[id] ?? "",
  };
}

function printBlock(draft: Draft, aspects: ReadonlySet<Block>, block: Block): readonly Part[] {
  if (block.kind === "grid") {
    if (block.rows.length === 0) return [];
    return [{ kind: "grid", rows: block.rows.map(({ boxes }) => boxes.map((box) => (box.merged ? "" : box.text))) }];
  }
  if (aspects.has(block)) return [{ kind: "heading", level: 2, text: block.text }];
  if (block.kind === "heading") return [{ kind: "heading", level: 3, text: block.text }];
  return printParagraph(draft, block).map(({ lines, isClosing }) => ({
    kind: isClosing ? "closing" : "paragraph",
    lines,
  }));
}

/** The name and the date are one, whether or not a blank line stands between them. */
function joinClosing(parts: readonly Part[]): readonly Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (part.kind !== "closing" || last?.kind !== "closing") joined.push(part);
    else joined.splice(-1, 1, { ...last, lines: [...last.lines, ...part.lines] });
  }
  return joined;
}
