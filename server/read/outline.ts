/** Half-open range of UTF-16 offsets into the text that was read. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What every reader makes of a document: headings, paragraphs and grids in reading order, each with its place.
 * An outline knows nothing of the official form.
 */
export interface Outline {
  /** `title:` of the front matter. */
  readonly title?: Prose;
  /** `level:` of the front matter: the level of the agency, in words. */
  readonly level?: Prose;
  readonly blocks: readonly OutlineBlock[];
  /** HTML comments, without `<!--` and `-->`; the span covers the whole comment. */
  readonly comments: readonly Prose[];
}

export type OutlineBlock = Heading | Paragraph | Grid;

/** Text with its markup removed, and where it stands in the source. */
export interface Prose {
  readonly text: string;
  /** Covers the visible text, never empty. */
  readonly span: Span;
  /** Ascending by `at`; from `at` to the next run, `text[at + i]` stands at source offset `start + i`. */
  readonly runs: readonly Run[];
  /** Left to those who remember what they found out about the text; copies that stand elsewhere take it along. */
  known?: object;
}

interface Run {
  readonly at: number;
  readonly start: number;
}

export interface Heading extends Prose {
  readonly kind: "heading";
  /** 1 to 6. */
  readonly depth: number;
  /** The whole construct with its markers, e.g. from `##` to the end of the line. */
  readonly whole: Span;
}

export interface Paragraph extends Prose {
  readonly kind: "paragraph";
}

export interface Grid {
  readonly kind: "grid";
  readonly markup: "pipes" | "html";
  /** The whole table. */
  readonly span: Span;
  readonly rows: readonly GridRow[];
  /** Span of the delimiter row `| --- |` of a pipe table. */
  readonly delimiter?: Span;
}

export interface GridRow {
  /** The row's line (pipes, without the line ending) or its `<tr>` element (html). */
  readonly span: Span;
  readonly boxes: readonly Box[];
}

/** One cell as written. A blank one has the text `""` and a span of at least one character to point at. */
export interface Box extends Prose {
  /** Everything between the bars or tags, blanks included; may be empty. What a rewrite replaces. */
  readonly inner: Span;
  /** True on the repetitions a `colspan` or `rowspan` gives: same text and place as the cell that is merged. */
  readonly merged?: true;
}

/** Source span of `text[from, to)`. Both ends lie in the prose and `from < to`. */
export function spanIn(prose: Prose, from: number, to: number): Span {
  return { start: sourceOffset(prose, from), end: sourceOffset(prose, to - 1) + 1 };
}

function sourceOffset(prose: Prose, index: number): number {
  let low = 0;
  let high = prose.runs.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((prose.runs[middle]?.at ?? 0) <= index) low = middle;
    else high = middle;
  }
  const run = prose.runs[low];
  return run === undefined ? prose.span.start : run.start + (index - run.at);
}
