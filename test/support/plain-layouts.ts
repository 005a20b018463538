import type { Table } from "../../server/form/form.ts";
import { layoutOf } from "../../server/form/layout.ts";
import { type TextOf, writeTable } from "../../server/write/markdown.ts";

/** One row of an official table as its words stand in it: the labels or heads, then as many figures as there are columns. */
interface Row {
  readonly words: readonly string[];
  /** Blanks that cells merged over several rows leave at the left. */
  readonly indent: number;
  readonly figures: readonly string[];
  /** The row as it stands in the canonical table. */
  readonly grid: readonly string[];
}

/** What copying and extracting makes of a table. */
export type PlainTable = (table: Table, textOf: TextOf) => string;

/** Ways in which the tables of a report come out of pages, word processors and PDF files as plain text. */
export const plainTables: Readonly<Record<string, PlainTable>> = {
  "a cell to a line, with bars": (table, textOf) =>
    lastBarsOff(
      rowsOf(table, textOf).flatMap((row) => [...texts(row).map((text) => `${text} |`), ...fillers(table, row)]),
    ),
  "a row to a line, with bars": (table, textOf) =>
    lastBarsOff(
      rowsOf(table, textOf).map((row) => `${texts(row).join(" | ")} | ${fillers(table, row).join("")}`.trimEnd()),
    ),
  "a cell to a line, behind a tab": (table, textOf) => rowsOf(table, textOf).map(tabbed).join("\n\n"),
  "a cell to a line, behind a tab, words broken": (table, textOf) =>
    rowsOf(table, textOf)
      .map((row) => tabbed({ ...row, words: row.words.map(broken) }))
      .join("\n\n"),
  "a cell to a line, with nothing between": (table, textOf) => rowsOf(table, textOf).flatMap(texts).join("\n"),
  "a row to a line, with tabs": (table, textOf) =>
    rowsOf(table, textOf)
      .map((row) => ragged(row).join("\t"))
      .join("\n"),
  "a row to a line, with tabs, labels torn": (table, textOf) =>
    rowsOf(table, textOf)
      .flatMap((row, nth) => (nth % 5 === 4 && row.figures.length > 0 ? torn(row) : [row]))
      .map((row) => ragged(row).join("\t"))
      .join("\n"),
};

function rowsOf(table: Table, textOf: TextOf): readonly Row[] {
  const depth = layoutOf(table).labels;
  const ids = new Map<string, string>();
  // Stand-ins for the figures tell them from labels, whatever the figures are.
  const lines = writeTable(table, (id) => {
    ids.set(`@${ids.size}`, textOf(id));
    return `@${ids.size - 1}`;
  });
  return lines
    .filter((_, nth) => nth !== 1)
    .map((line) => {
      const cells = line
        .slice(2, -2)
        .split(" | ")
        .map((cell) => cell.trim());
      const words = cells.filter((cell) => cell !== "" && !cell.startsWith("@"));
      const figures = cells.filter((cell) => cell.startsWith("@")).map((cell) => ids.get(cell) ?? "");
      const indent =
        figures.length === 0 || depth === 0
          ? 0
          : Math.max(
              0,
              cells.findIndex((cell) => cell !== ""),
            );
      return { words, indent, figures, grid: cells.map((cell) => ids.get(cell) ?? cell) };
    });
}

function texts({ words, figures }: Row): readonly string[] {
  return [...words, ...figures];
}

/** The bars that merged cells leave behind. */
function fillers(table: Table, row: Row): readonly string[] {
  const count = layoutOf(table).width - texts(row).length;
  return count > 0 ? ["|".repeat(count)] : [];
}

function lastBarsOff(lines: readonly string[]): string {
  return lines.join("\n").replace(/[\s|]+$/u, " |");
}

function tabbed(row: Row): string {
  const blanks = Array.from({ length: row.indent }, () => "");
  return [...blanks, ...texts(row)].map((text) => `\t\t${text}`.replace("\t\t", "\t")).join("\n");
}

/** A long word over two lines. */
function broken(word: string): string {
  return word.length === 4 || word.length > 12
    ? `${word.slice(0, word.length / 2)}\n${word.slice(word.length / 2)}`
    : word;
}

/** Merged cells leave a blank before the figures or behind them, as it happens. */
function ragged({ words, indent, figures, grid }: Row): readonly string[] {
  if (figures.length === 0 || words.length === 0) return grid;
  const blanks = Array.from({ length: indent }, () => "");
  return (words[0]?.length ?? 0) % 2 === 0
    ? [...blanks, ...words, "", ...figures]
    : [...blanks, ...words, ...figures, ""];
}

/** A label whose second half went to the next page. */
function torn(row: Row): readonly Row[] {
  const label = row.words.at(-1) ?? "";
  const half = Math.ceil(label.length * 0.6);
  if (label.length < 8) return [row];
  const rest: Row = { words: [], indent: 0, figures: [], grid: [...row.grid.map(() => ""), ""] };
  const grid = rest.grid.toSpliced(Math.max(0, row.indent + row.words.length - 1), 1, label.slice(half));
  return [
    { ...row, words: [...row.words.slice(0, -1), label.slice(0, half)] },
    { ...rest, grid },
  ];
}
