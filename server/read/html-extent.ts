import type { Span } from "./outline.ts";

/** What a stretch of HTML holds besides text. */
interface HtmlParts {
  /** Tables that hold no other table, from `<table` to behind `</table>`. */
  readonly tables: readonly Span[];
  /** Whole comments, from `<!--` to behind `-->`. */
  readonly comments: readonly Span[];
  /** Where the stretch really ends: behind `to` if a table that begins before it ends there. */
  readonly end: number;
}

/** Finds tables and comments in `source[from, to)`; a table that is closed later is followed to its end. */
export function htmlParts(source: string, from: number, to: number): HtmlParts {
  const tables: Span[] = [];
  const comments: Span[] = [];
  let end = from;
  for (;;) {
    const tag = nextTag(source, end, to);
    if (tag === undefined) return { tables, comments, end: Math.max(end, to) };
    const part = partAt(source, tag, to);
    tables.push(...part.tables);
    comments.push(...part.comments);
    end = part.end;
  }
}

interface Tag {
  readonly kind: "comment" | "open" | "close";
  readonly start: number;
  /** Behind the tag or comment; `undefined` of a comment that does not end. */
  readonly end: number | undefined;
}

function nextTag(source: string, from: number, to: number): Tag | undefined {
  const match = /<!--|<(\/?)table(?=[\s/>])/iu.exec(source.slice(from, to));
  if (match === null) return undefined;
  const start = from + match.index;
  const isComment = match[0] === "<!--";
  const last = isComment ? "-->" : ">";
  const at = source.slice(start + 2, to).indexOf(last);
  const end = at === -1 ? undefined : start + 2 + at + last.length;
  if (isComment) return { kind: "comment", start, end };
  return { kind: match[1] === "/" ? "close" : "open", start, end: end ?? to };
}

function partAt(source: string, tag: Tag, to: number): HtmlParts {
  if (tag.kind === "open") return closedTable(source, tag, source.length) ?? openTable(source, tag, to);
  if (tag.end === undefined) return { tables: [], comments: [], end: to };
  const comments = tag.kind === "comment" ? [{ start: tag.start, end: tag.end }] : [];
  return { tables: [], comments, end: tag.end };
}

/** The table that `first` opens, if it is closed before `to`. */
function closedTable(source: string, first: Tag, to: number): HtmlParts | undefined {
  const tables: Span[] = [];
  const comments: Span[] = [];
  const open = [{ start: first.start, isLeaf: true }];
  let from = first.end ?? to;
  for (let tag = nextTag(source, from, to); tag?.end !== undefined; tag = nextTag(source, from, to)) {
    from = tag.end;
    const around = open.at(-1);
    if (tag.kind === "comment") comments.push({ start: tag.start, end: from });
    if (tag.kind === "open") {
      if (around !== undefined) around.isLeaf = false;
      open.push({ start: tag.start, isLeaf: true });
    }
    if (tag.kind !== "close") continue;
    if (around?.isLeaf) tables.push({ start: around.start, end: from });
    open.pop();
    if (open.length === 0) return { tables, comments, end: from };
  }
  return undefined;
}

/** A table that is never closed ends where its stretch ends. */
function openTable(source: string, tag: Tag, to: number): HtmlParts {
  const rest = htmlParts(source, Math.min(tag.end ?? to, to), to);
  if (0 < rest.tables.length) return rest;
  return { tables: [{ start: tag.start, end: to }], comments: rest.comments, end: rest.end };
}
