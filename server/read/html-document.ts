import { readHtmlTable } from "./html.ts";
import { htmlParts } from "./html-extent.ts";
import { type HtmlToken, htmlTokens } from "./html-tokens.ts";
import type { OutlineBlock } from "./outline.ts";
import { wrappedText } from "./wrapped-text.ts";

/** A page: its blocks in reading order, and how many pictures it shows. */
export interface HtmlDocument {
  readonly blocks: readonly OutlineBlock[];
  readonly pictures: number;
}

/** Longest text in a cell of a table of figures; longer ones are the columns of a page. */
const LONGEST = 200;

const breaks: ReadonlySet<string> = new Set(
  "address article aside blockquote body br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** What belongs to the page around the report, or is never shown. */
const skipped: ReadonlySet<string> = new Set(
  "aside audio button canvas footer head iframe nav noscript object select svg template video".split(" "),
);

/** Reads a page. Nothing it refers to is looked at; scripts, styles and comments say nothing. */
export function readHtmlDocument(source: string): HtmlDocument {
  const tables = htmlParts(source, 0, source.length).tables.flatMap(({ start, end }) => {
    const grid = readHtmlTable(source, start, end);
    const isLayout = grid?.rows.some(({ boxes }) => boxes.some(({ text }) => text.length > LONGEST)) !== false;
    return isLayout || grid === undefined ? [] : [grid];
  });
  const page: Page = { source, blocks: [], text: "", depth: 0, skipping: [], pictures: 0 };
  let nth = 0;
  for (const token of htmlTokens(source, 0, source.length)) {
    const table = tables[nth];
    if (table === undefined || token.start < table.span.start) take(page, token);
    else if (token.start === table.span.start) {
      endBlock(page);
      if (page.skipping.length === 0) page.blocks.push(table);
    }
    if (table !== undefined && token.end >= table.span.end) nth += 1;
  }
  endBlock(page);
  return { blocks: page.blocks, pictures: page.pictures };
}

interface Page {
  readonly source: string;
  readonly blocks: OutlineBlock[];
  /** The block that has not ended yet, and its depth if it is a heading. */
  text: string;
  depth: number;
  /** Open elements that are passed over. */
  skipping: readonly string[];
  pictures: number;
}

function take(page: Page, token: HtmlToken): void {
  if (token.kind === "text") {
    if (page.skipping.length === 0) page.text += token.text ?? page.source.slice(token.start, token.end);
    return;
  }
  const { kind, name } = token;
  if (skipped.has(name)) page.skipping = kind === "open" ? [...page.skipping, name] : without(page.skipping, name);
  // What is left open in the head of a page ends where its body begins.
  if (name === "body") page.skipping = [];
  if (page.skipping.length > 0) return;
  if (name === "img" && kind === "open") page.pictures += 1;
  if (!breaks.has(name)) return;
  endBlock(page);
  const depth = /^h([1-6])$/u.exec(name)?.[1];
  page.depth = depth === undefined || kind === "close" ? 0 : Number(depth);
}

function without(names: readonly string[], name: string): readonly string[] {
  const at = names.lastIndexOf(name);
  return at < 0 ? names : names.slice(0, at);
}

function endBlock(page: Page): void {
  const text = wrappedText(page.text);
  page.text = "";
  if (text === "") return;
  const span = { start: 0, end: 0 };
  const prose = { text, span, runs: [] };
  const { depth } = page;
  page.blocks.push(depth > 0 ? { kind: "heading", depth, whole: span, ...prose } : { kind: "paragraph", ...prose });
}
