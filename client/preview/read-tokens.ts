import { namedBox } from "../../server/read/flow.ts";
import { largestTable } from "../../server/read/limits.ts";
import type { Grid, OutlineBlock, Prose } from "../../server/read/outline.ts";
import type { Token } from "./markdown-it.ts";

/** A cell of a Markdown table: the tokens before and behind its text. */
export interface TokenCell {
  readonly open: Token;
  readonly inline: Token;
  readonly close: Token;
}

export interface TokenRow {
  readonly open: Token;
  readonly cells: readonly TokenCell[];
  readonly close: Token;
}

/** A Markdown table among the tokens of its document, and the block of the outline that tells the same. */
export interface TokenTable {
  readonly grid: Grid;
  /** From `table_open` to `table_close`, places in the list of tokens. */
  readonly first: number;
  readonly last: number;
  readonly rows: readonly TokenRow[];
}

/** What the tokens of a document say: its headings, paragraphs and tables in reading order. */
export interface ReadTokens {
  readonly blocks: readonly OutlineBlock[];
  readonly tables: readonly TokenTable[];
}

const nowhere = { start: 0, end: 0 };

/** Reads what markdown-it has parsed, so that a document that is previewed is not parsed once more. */
export function readTokens(tokens: readonly Token[]): ReadTokens {
  const blocks: OutlineBlock[] = [];
  const tables: TokenTable[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (token?.type === "table_open") {
      const table = tableAt(tokens, at, tables.length);
      at = table.last;
      // What is larger than any official table is left as it is.
      if (table.rows.length > largestTable.rows) continue;
      tables.push(table);
      blocks.push(table.grid);
    } else if (token?.type === "heading_open" && next !== undefined) {
      blocks.push({ kind: "heading", depth: Number(token.tag.slice(1)), whole: nowhere, ...proseOf(next) });
    } else if (token?.type === "paragraph_open" && next !== undefined) {
      blocks.push({ kind: "paragraph", ...proseOf(next) });
    }
  }
  return { blocks, tables };
}

function tableAt(tokens: readonly Token[], first: number, nth: number): TokenTable {
  const rows: { open: Token; cells: TokenCell[]; close: Token }[] = [];
  let last = first;
  for (let token = tokens[last]; token !== undefined && token.type !== "table_close"; token = tokens[++last]) {
    const [inline, close] = [tokens[last + 1], tokens[last + 2]];
    if (token.type === "tr_open") rows.push({ open: token, cells: [], close: token });
    const row = rows.at(-1);
    if (row !== undefined && token.type === "tr_close") row.close = token;
    if (row !== undefined && /^t[hd]_open$/u.test(token.type) && inline !== undefined && close !== undefined)
      row.cells.push({ open: token, inline, close });
  }
  let places = 0;
  const read = rows.map(({ cells }) => ({
    span: nowhere,
    boxes: cells.map(({ inline }) => {
      const text = textOf(inline);
      places += 1;
      return namedBox(text.trim() === "" ? "" : text.trim(), nth, places);
    }),
  }));
  return { grid: { kind: "grid", markup: "pipes", span: nowhere, rows: read }, first, last, rows };
}

function proseOf(inline: Token): Prose {
  return { text: textOf(inline).trim(), span: nowhere, runs: [] };
}

/** What one sees of a text; a line break is none between Chinese words. */
function textOf({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) => {
      if (type === "text" || type === "code_inline") return content;
      // A picture without a name is no blank.
      if (type === "image") return content || "\uFFFC";
      return type === "softbreak" || type === "hardbreak" ? "\n" : "";
    })
    .join("");
}
