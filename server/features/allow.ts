import type { Draft } from "../draft/draft.ts";
import { readFrontMatter } from "../read/front-matter.ts";
import type { Grid, OutlineBlock } from "../read/outline.ts";
import { lineEnd, lineEnding, lineStart } from "../rules/edits.ts";
import type { Finding } from "../rules/rule.ts";
import type { Gap } from "./workspace-edit.ts";

/** A comment that allows a finding, its reason left to be written, and how far it reaches. */
export interface Allow extends Gap {
  readonly scope: "line" | "file";
}

/**
 * The comment goes where Markdown does not take it for content: above a heading or a table, behind the last bar of a
 * row, inside an HTML cell, at the end of a line of prose, behind the front matter. Undefined where a comment that was
 * never closed would swallow this one.
 */
export function allow(draft: Draft, { rule, at }: Pick<Finding, "rule" | "at">): Allow | undefined {
  const { text, outline } = draft;
  if (hasOpenComment(text) || hasOpenComment(text.slice(lineStart(text, at.start), lineEnd(text, at.start))))
    return undefined;
  const body = readFrontMatter(text).bodyStart;
  if (at.start < body) return { ...comment(rule, body, "-file"), after: ` -->${lineEnding(text)}`, scope: "file" };
  const block = outline.blocks.find((one) => spanOf(one).start <= at.start && at.start < spanOf(one).end);
  return { ...place(text, block, rule, at.start), scope: "line" };
}

function place(text: string, block: OutlineBlock | undefined, rule: string, at: number): Gap {
  if (block?.kind === "grid") return placeInGrid(text, block, rule, at);
  if (block?.kind === "heading" && lineStart(text, at) <= block.whole.start)
    return above(text, block.whole.start, rule);
  const line = text.slice(lineStart(text, at), lineEnd(text, at));
  // Blanks or a backslash at the end of a line are a line break in Markdown and stay where they are.
  return behind(lineStart(text, at) + line.replace(/(?<![ \t])[ \t]*\\?$/u, "").length, rule);
}

function placeInGrid(text: string, grid: Grid, rule: string, at: number): Gap {
  const index = grid.rows.findIndex(({ span }) => span.start <= at && at < span.end);
  const row = grid.rows[index];
  if (grid.markup === "html") return comment(rule, placeInCell(text, grid, at));
  if (index <= 0 || row === undefined) return above(text, grid.span.start, rule);
  const written = text.slice(row.span.start, row.span.end).replace(/(?<![ \t])[ \t]+$/u, "");
  const { index: bar = -1 } = /(?<!\\)\|\s*$/u.exec(written) ?? {};
  // Behind a row that lacks cells, or has blanks there that are none to Markdown, the comment would count as a cell.
  const counts = row.boxes.length < (grid.rows[0]?.boxes.length ?? 0) || bar !== written.length - 1;
  const end = bar >= 0 && counts ? written.slice(0, bar).trimEnd().length : written.length;
  return behind(row.span.start + end, rule);
}

/** Between the tags, on the line of the finding; a blank cell is pointed at by a piece of its tag. */
function placeInCell(text: string, { rows }: Grid, at: number): number {
  const box = rows.flatMap(({ boxes }) => boxes).find(({ span }) => span.start <= at && at < span.end);
  if (box === undefined) return at;
  const start = box.text === "" ? box.inner.start : box.span.start;
  return lineStart(text, at) <= start ? start : at;
}

function hasOpenComment(text: string): boolean {
  for (let at = text.indexOf("<!--"); at >= 0; at = text.indexOf("<!--", at)) {
    at = text.indexOf("-->", at + 4);
    if (at < 0) return true;
  }
  return false;
}

/** On a line of its own before something, in the same quotation or list item. */
function above(text: string, offset: number, rule: string): Gap {
  const margin = text.slice(lineStart(text, offset), offset).replace(/[^>\s]/gu, " ");
  return { ...comment(rule, offset), after: ` -->${lineEnding(text)}${margin}` };
}

function behind(offset: number, rule: string): Gap {
  const { before, after } = comment(rule, offset);
  return { offset, before: ` ${before}`, after };
}

function comment(rule: string, offset: number, reach: "" | "-file" = ""): Gap {
  return { offset, before: `<!-- nianbao-allow${reach} ${rule}: `, after: " -->" };
}

function spanOf(block: OutlineBlock) {
  return block.kind === "heading" ? block.whole : block.span;
}
