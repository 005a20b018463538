import type { Block, Form, Line } from "../server/form/form.ts";
import { headingOf, tableSections } from "../server/form/index.ts";

/** A TextMate rule, as far as this grammar needs one. */
interface GrammarRule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly include?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly GrammarRule[];
}

/** An injection grammar: rules laid over another grammar where its scopes match the selector. */
export interface InjectionGrammar {
  readonly scopeName: string;
  readonly injectionSelector: string;
  readonly patterns: readonly GrammarRule[];
}

/**
 * The grammar that marks the official words and the figures of a report. The words are marked letter by letter only,
 * so that a heading or a label that has slipped stays plain beside the others.
 *
 * Colours come from scopes that VS Code's own themes and most others know: `support` is what a language is given and
 * does not define itself, here the words of the form. Headings and column labels are `support.type`, row labels
 * `support.variable`, figures `constant.numeric`. (`entity.name.section`, the obvious name for a heading, has no colour
 * in the default themes, and Markdown gives it to every heading anyway.)
 */
export function injectionGrammar(forms: readonly Form[]): InjectionGrammar {
  const headings = anyOf(forms.flatMap(headingsOf));
  const blocks = forms.flatMap((form) => tableSections(form).flatMap(({ table }) => table.blocks));
  const rows = blocks.flatMap((block) => labelsOf(block.rows));
  const columns = blocks.flatMap(columnLabelsOf);
  return {
    scopeName: "markdown.nianbao.injection",
    injectionSelector: "L:entity.name.section.markdown, L:markup.table.markdown - meta.table.nianbao",
    patterns: [
      { name: "support.type.section.nianbao", match: `(?<![^\\s#])(?:${headings})(?=\\s*$)` },
      {
        name: "meta.table.nianbao",
        begin: `(?<=\\|)(?=\\s*(?:${anyOf([...rows, ...columns].filter(isTelling))})\\s*\\|)`,
        // The Markdown rule around this one ends with the table and takes it along.
        end: "(?!)",
        patterns: tablePatterns(rows, columns),
      },
    ],
  };
}

function tablePatterns(rows: readonly string[], columns: readonly string[]): readonly GrammarRule[] {
  const cell = (name: string, content: string): GrammarRule => ({
    match: `(?<=\\|)\\s*(${content})\\s*(?=\\|)`,
    captures: { 1: { name } },
  });
  return [
    { name: "punctuation.definition.table.markdown", match: "\\|" },
    cell("punctuation.separator.table.markdown", ":?-+:?"),
    cell("support.variable.row.nianbao", anyOf(rows)),
    cell("support.type.column.nianbao", anyOf(columns)),
    cell("constant.numeric.figure.nianbao", "[-+]?\\d+(?:[,.]\\d+)*"),
    { include: "text.html.markdown#inline" },
  ];
}

function headingsOf(form: Form): readonly string[] {
  return form.sections.flatMap((section) => [
    headingOf(section),
    ...(section.aspects ?? []).map(({ number, title }) => `（${number}）${title}`),
  ]);
}

function columnLabelsOf({ title, corner, columns }: Block): readonly string[] {
  return [title, corner].filter((label) => label !== undefined).concat(labelsOf(columns));
}

/** Labels of lines and of the groups above them. */
function labelsOf(lines: readonly Line[]): readonly string[] {
  return lines.flatMap((line) => ("lines" in line ? [line.label, ...labelsOf(line.lines)] : [line.label]));
}

/** Whether a label alone tells a table of this form from any other: `总计` stands in many. */
function isTelling(label: string): boolean {
  return label.length >= 4;
}

/** A pattern for any of the texts; longer ones first, because the first that fits is taken. */
function anyOf(texts: readonly string[]): string {
  return [...new Set(texts)]
    .filter((text) => text !== "")
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&"))
    .join("|");
}
