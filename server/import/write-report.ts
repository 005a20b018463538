import type { Draft, LocatedTable } from "../draft/draft.ts";
import { layoutOf } from "../form/layout.ts";
import type { Grid, Heading, OutlineBlock, Paragraph, Span } from "../read/outline.ts";
import { escapeHeading, escapeLine, escapeParagraph } from "./escape.ts";
import { canonicalRows, type WrittenRow } from "./table-rows.ts";

/** A stretch of the source and what was written for it. */
export interface Piece {
  readonly source: Span;
  /** One line of a table, a heading or a paragraph. */
  readonly markdown: string;
  /** Another order of the columns is no change in a row of an official table. */
  readonly kind: "text" | "row";
}

/** Writes what was read of a report: official parts in the canonical form with their words as printed, the rest in place. */
export function writeReport(draft: Draft): { readonly markdown: string; readonly pieces: readonly Piece[] } {
  const official = new Map(draft.tables.flatMap((located) => located.grids.map((grid) => [grid, located] as const)));
  const parts: Part[] = [];
  const { blocks } = draft.outline;
  const broken = secondLineOfTitle(draft);
  if (draft.title !== undefined && draft.title.block === undefined)
    parts.push(line(`# ${escapeHeading(draft.title.prose.text)}`, draft.title.prose.span));
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined || block === broken) continue;
    const located = block.kind === "grid" ? official.get(block) : undefined;
    if (block.kind !== "grid") parts.push(writeText(draft, block));
    else if (located === undefined) parts.push(tablePart(rawRows(block), widthIn(block), widthIn(block)));
    else {
      const grids = blocks.slice(at).findIndex((next) => next.kind !== "grid" || official.get(next) !== located);
      const run = blocks.slice(at, grids < 0 ? undefined : at + grids).filter((next) => next.kind === "grid");
      parts.push(...officialParts(located, run));
      at += run.length - 1;
    }
  }
  const texts = parts.map(({ lines, delimiter }) => [
    ...lines.slice(0, 1).map(({ markdown }) => markdown),
    ...(delimiter === undefined ? [] : [delimiter]),
    ...lines.slice(1).map(({ markdown }) => markdown),
  ]);
  return {
    markdown: `${texts.map((lines) => lines.join("\n")).join("\n\n")}\n`,
    pieces: parts.flatMap(({ lines }) => lines),
  };
}

/** Lines that stand together; those of a table have the delimiter behind the first. */
interface Part {
  readonly lines: readonly Piece[];
  readonly delimiter?: string;
}

function line(markdown: string, source: Span): Part {
  return { lines: [{ markdown, source, kind: "text" }] };
}

function secondLineOfTitle({ title, outline: { blocks } }: Draft): OutlineBlock | undefined {
  if (title?.block === undefined || !title.prose.text.includes("\n") || title.block.text.includes("\n"))
    return undefined;
  const texts = blocks.filter(({ kind }) => kind !== "grid");
  return texts[texts.indexOf(title.block) + 1];
}

function writeText(draft: Draft, block: Heading | Paragraph): Part {
  const heading = (depth: number) => line(`${"#".repeat(depth)} ${escapeHeading(block.text)}`, block.span);
  if (block === draft.title?.block) return line(`# ${escapeHeading(draft.title.prose.text)}`, draft.title.prose.span);
  if (draft.sections.some((section) => section.heading === block)) return heading(2);
  if (block.kind === "heading") return heading(Math.min(6, Math.max(3, block.depth)));
  return isSubheading(draft, block) ? heading(3) : line(escapeParagraph(block.text), block.span);
}

/** A short line with the numbering of the second level, or one that names an aspect and nothing else. */
function isSubheading({ sections }: Draft, block: Paragraph): boolean {
  const text = block.text.replace(/[。：:]$/u, "");
  if (text.length > 30 || /[。；：:，,\n]/u.test(text)) return false;
  const isInside = sections.some(({ section, body }) => section.table === undefined && body.includes(block));
  const isAspect = sections.some(({ aspects }) => aspects.some(({ heading }) => heading === block));
  return isAspect || (isInside && /^[（(][一二三四五六七八九十]{1,2}[）)]/u.test(text));
}

/** Grids of one table that follow each other are one table again; otherwise each is written as it was read. */
function officialParts(located: LocatedTable, grids: readonly Grid[]): readonly Part[] {
  const read = grids.map((grid) => canonicalRows(located, grid));
  if (read.every((rows) => rows !== undefined))
    return [tablePart(read.flat(), layoutOf(located.table).width, layoutOf(located.table).labels)];
  return grids.map((grid) => tablePart(rawRows(grid), widthIn(grid), widthIn(grid)));
}

function rawRows(grid: Grid): readonly WrittenRow[] {
  return grid.rows.map(({ boxes, span }) => ({
    texts: boxes.map(({ text, merged }) => (merged === true ? "" : text)),
    source: span,
    isRagged: boxes.length < widthIn(grid),
  }));
}

function widthIn(grid: Grid): number {
  return Math.max(...grid.rows.map(({ boxes }) => boxes.length));
}

function tablePart(rows: readonly WrittenRow[], width: number, labels: number): Part {
  const delimiter = Array.from({ length: width }, (_, at) => (at >= labels ? "---:" : "---"));
  const lines = rows.map(({ texts, source, isRagged }, nth): Piece => {
    const isWhole = isRagged !== true || nth === 0;
    const blanks = Array.from({ length: isWhole ? Math.max(0, width - texts.length) : 0 }, () => "");
    return { markdown: `| ${[...texts, ...blanks].map(escapeLine).join(" | ")} |`, source, kind: "row" };
  });
  return { lines, delimiter: `| ${delimiter.join(" | ")} |` };
}
