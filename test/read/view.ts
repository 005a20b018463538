import type { Outline, OutlineBlock, Prose, Span } from "../../server/read/outline.ts";

/** An outline in a few lines: what it read, without the places. */
export function view(outline: Outline): readonly string[] {
  return outline.blocks.flatMap(viewBlock);
}

function viewBlock(block: OutlineBlock): readonly string[] {
  if (block.kind === "heading") return [`${"#".repeat(block.depth)} ${block.text}`];
  if (block.kind === "paragraph") return [block.text];
  return block.rows.map(
    ({ boxes }) => `| ${boxes.map(({ text, merged }) => (merged ? `(${text})` : text)).join(" | ")} |`,
  );
}

/** Where each of the texts of an outline says that it stands, in reading order. */
export function written(source: string, outline: Outline): readonly string[] {
  return prosesOf(outline).map(({ span }) => sliceOf(source, span));
}

/** Every text of an outline: front matter, blocks, boxes, comments. */
export function prosesOf(outline: Outline): readonly Prose[] {
  const blocks = outline.blocks.flatMap((block): readonly Prose[] =>
    block.kind === "grid" ? block.rows.flatMap(({ boxes }) => boxes) : [block],
  );
  const front = [outline.title, outline.level].filter((prose) => prose !== undefined);
  return [...front, ...blocks, ...outline.comments];
}

/** Every span of an outline. */
export function spansOf(outline: Outline): readonly Span[] {
  const blocks = outline.blocks.flatMap((block): readonly Span[] => {
    if (block.kind === "paragraph") return [];
    if (block.kind === "heading") return [block.whole];
    const delimiter = block.delimiter === undefined ? [] : [block.delimiter];
    return [
      block.span,
      ...delimiter,
      ...block.rows.flatMap(({ span, boxes }) => [span, ...boxes.map(({ inner }) => inner)]),
    ];
  });
  return [...prosesOf(outline).map(({ span }) => span), ...blocks];
}

/** The source offset of each character of a text. */
export function offsetsOf({ text, runs }: Prose): readonly number[] {
  const offsets: number[] = [];
  for (const [index, run] of runs.entries()) {
    const end = runs[index + 1]?.at ?? text.length;
    for (let at = run.at; at < end; at++) offsets.push(run.start + at - run.at);
  }
  return offsets;
}

export function sliceOf(source: string, { start, end }: Span): string {
  return source.slice(start, end);
}
