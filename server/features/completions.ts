import type { CompletionItem, CompletionItemKind, InsertTextFormat } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import type { Draft, LocatedTable } from "../draft/draft.ts";
import { headingOf, leavesOf } from "../form/index.ts";
import { initialsOf } from "../form/initials.ts";
import { type Lines, positionAt } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";
import { lineEnd, lineStart } from "../rules/edits.ts";
import { rowLike } from "../rules/row-insertion.ts";
import { writeAspectHeading, writeTable } from "../write/markdown.ts";
import { gap, sentencesDue } from "./sentences-due.ts";

const heading: CompletionItemKind = 22;
const row: CompletionItemKind = 5;
const sentence: CompletionItemKind = 1;
const emptyTable: CompletionItemKind = 22;
const plainText: InsertTextFormat = 1;
const snippet: InsertTextFormat = 2;

/**
 * What may be written on the line of an offset: headings still missing, the table a section lacks, the next rows of a
 * table, standard sentences. The gaps in these are stops of a snippet for an editor that knows `snippets`.
 */
export function completions(analysis: Analysis, offset: number, snippets: boolean): CompletionItem[] {
  if (analysis.status !== "checked") return [];
  const { draft, lines, text } = analysis;
  const line = { start: lineStart(text, offset), end: lineEnd(text, offset) };
  const typed = text.slice(line.start, offset);
  const rest = text.slice(offset, line.end);
  const table = draft.tables.find(({ grids }) =>
    grids.some(({ span }) => span.start <= offset && line.start <= span.end),
  );
  const offered =
    table === undefined ? proseTexts(draft, offset, typed, rest) : rowTexts(table, line.start, typed, rest);
  return offered.map((one, at) => item(lines, line, one, at, snippets));
}

interface Offer {
  readonly label: string;
  readonly text: string;
  readonly kind: CompletionItemKind;
}

/** Matched by what was typed at the start of the line: the text itself, its letters, or their initials. */
function item(lines: Lines, line: Span, offer: Offer, at: number, snippets: boolean): CompletionItem {
  const { label, text, kind } = offer;
  const hasStops = snippets && text.includes(gap);
  return {
    label,
    kind,
    // Editors match from the beginning of a word: what is typed may leave the number out.
    filterText: [text, initialsOf(label), initialsOf(label.replace(numbering, ""))].join(" ").trim(),
    sortText: String(at).padStart(3, "0"),
    insertTextFormat: hasStops ? snippet : plainText,
    textEdit: {
      range: { start: positionAt(lines, line.start), end: positionAt(lines, line.end) },
      newText: hasStops ? withStops(text) : text,
    },
  };
}

const numbering = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/u;

/** Every gap becomes a stop, in the order of the text (LSP snippet syntax). */
function withStops(text: string): string {
  const [first = "", ...others] = text.split(gap).map((part) => part.replace(/[\\$}]/gu, "\\$&"));
  return first + others.map((part, at) => `\${${at + 1}:${gap}}${part}`).join("");
}

/** The rows that are not there yet, those below the row above first. */
function rowTexts(located: LocatedTable, line: number, typed: string, rest: string): readonly Offer[] {
  const { table, rows } = located;
  const [like] = rows;
  if (like === undefined || !/^(?:\s*\|)?[^|]*$/u.test(typed) || /[^\s|]/u.test(rest)) return [];
  const all = table.blocks.flatMap((block) => leavesOf(block.rows).map((leaf) => ({ block, leaf })));
  const above = rows.findLast(({ row }) => row.span.end <= line)?.leaf;
  const next = all.findIndex(({ leaf }) => leaf === above) + 1;
  return [...all.slice(next), ...all.slice(0, next)]
    .filter(({ leaf }) => leaf.label !== "" && !rows.some((found) => found.leaf === leaf && found.match !== "similar"))
    .map(({ block, leaf }) => ({ label: leaf.label, text: rowLike(table, block, leaf, like), kind: row }));
}

function proseTexts(draft: Draft, offset: number, typed: string, rest: string): readonly Offer[] {
  if (/\S/u.test(rest) || /[。；|<>]/u.test(typed) || typed.length > 40) return [];
  const { form, sections } = draft;
  const missing = form.sections.filter(({ id }) => !sections.some(({ section }) => section.id === id));
  const current = sections.findLast((one) => one.heading.span.start < lineStart(draft.text, offset));
  const aspects = (current?.section.aspects ?? []).filter(
    (aspect) => current?.aspects.some((one) => one.aspect === aspect) !== true,
  );
  const offers: readonly Offer[] = [
    ...aspects.map((aspect) => ({
      label: `（${aspect.number}）${aspect.title}`,
      text: writeAspectHeading(aspect),
      kind: heading,
    })),
    ...missing.map((section) => ({ label: headingOf(section), text: `## ${headingOf(section)}`, kind: heading })),
  ];
  const table = current?.section.table;
  const isThere = draft.tables.some((one) => one.table === table);
  const tables =
    table === undefined || isThere
      ? []
      : [{ label: `${table.name}（空白表格）`, text: writeTable(table, () => "").join("\n"), kind: emptyTable }];
  const sentences = sentencesDue(draft, current).map((text) => ({ label: text, text, kind: sentence }));
  return /^\s*#/u.test(typed) ? offers : [...tables, ...sentences, ...offers];
}
