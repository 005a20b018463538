import type { Cell, Draft } from "../draft/draft.ts";
import { isFigure } from "../draft/numeral.ts";
import type { Span } from "../read/outline.ts";
import { filledBoxes, isRowWord, tableIndexes } from "./words.ts";
import type { Piece } from "./write-report.ts";

/** Every number of the source and what became of it. */
export interface Account {
  /** Numbers in the source: runs of digits with the commas and points inside them. */
  readonly found: number;
  /** Of them in the cells of the form, and in words: prose, headings, labels. */
  readonly placed: number;
  readonly kept: number;
  /** Still there, but in no cell of the form: which they are, line by line. */
  readonly unplaced: readonly Entry[];
  /** What went wrong: numbers that got lost, came in or changed places. Always empty unless the program has a bug. */
  readonly faults: readonly Entry[];
  readonly balanced: boolean;
}

/** Some numbers of one line of the source. */
export interface Entry {
  /** Where they stand in the source. */
  readonly at: Span;
  /** The words beside them. */
  readonly name: string;
  readonly numbers: readonly string[];
}

/** What an account is drawn up from. */
interface Books {
  /** The text that was read and, told to its stretches, what was written for them. */
  readonly source: string;
  readonly pieces: readonly Piece[];
  /** What the source says, and what the written text says when it is read anew. */
  readonly read: Draft;
  readonly written: Draft | undefined;
  /** Stretches of tables that nobody could tell. */
  readonly astray: readonly Span[];
}

/** Holds the source against what was written for it, number by number, and the cells of both against each other. */
export function accountOf(books: Books): Account {
  const { source, pieces, astray } = books;
  const found = numbersIn(source).length;
  const faults = [
    ...lostBetween(source, pieces),
    ...pieces.flatMap((piece) => faultsOf(source, piece)),
    ...swapped(books),
  ];
  const unplaced = [
    ...rowsUnplaced(books.read),
    ...strangeRows(books.read),
    ...astray.flatMap((at) => entryOf(source, at)),
    ...loneFigures(books),
  ].toSorted((a, b) => a.at.start - b.at.start);
  const placed = [...books.read.cells.values()].reduce((sum, { box }) => sum + numbersIn(box.text).length, 0);
  const listed = [...unplaced, ...faults].reduce((sum, { numbers }) => sum + numbers.length, 0);
  return { found, placed, kept: found - placed - listed, unplaced, faults, balanced: faults.length === 0 };
}

/** The numbers of a text in Arabic digits, full-width ones included, as they are printed. */
function numbersIn(text: string): readonly string[] {
  return text.match(/[\d０-９]+(?:[.,．，][\d０-９]+)*/gu) ?? [];
}

function entryOf(source: string, at: Span, numbers = numbersIn(source.slice(at.start, at.end))): readonly Entry[] {
  if (numbers.length === 0) return [];
  return [{ at, name: source.slice(at.start, at.end).replaceAll(/\s+/gu, " ").trim().slice(0, 30), numbers }];
}

/** Numbers that stand in no stretch anything was written for. */
function lostBetween(source: string, pieces: readonly Piece[]): readonly Entry[] {
  const spans = pieces.map((piece) => piece.source).toSorted((a, b) => a.start - b.start);
  let from = 0;
  const gaps = spans.map(({ start, end }) => {
    const gap = { start: from, end: Math.max(from, start) };
    from = Math.max(from, end);
    return gap;
  });
  return [...gaps, { start: from, end: source.length }].flatMap((gap) => entryOf(source, gap));
}

/** A stretch whose numbers are not those of what was written for it. */
function faultsOf(source: string, { source: at, markdown, kind }: Piece): readonly Entry[] {
  const before = numbersIn(source.slice(at.start, at.end));
  const after = numbersIn(markdown.replaceAll(/\\(?=[!-/:-@[-`{-~])/gu, ""));
  const order = (numbers: readonly string[]) => (kind === "row" ? numbers.toSorted() : numbers).join(" ");
  return order(before) === order(after)
    ? []
    : [
        {
          ...(entryOf(source, at, [...before, "→", ...after])[0] ?? { at, name: "" }),
          numbers: before.length === 0 ? after : before,
        },
      ];
}

/** Cells of the form that say something else when the written text is read. */
function swapped({ read, written }: Books): readonly Entry[] {
  return changedCells(read, written).map(({ before, after }) => ({
    at: before?.row.row.span ?? { start: 0, end: 0 },
    name: before?.row.box.text ?? after?.row.box.text ?? "",
    numbers: [`${textOf(before)}→${textOf(after)}`],
  }));
}

/** Cells of two drafts that differ by more than blanks. */
export function changedCells(read: Draft, written: Draft | undefined) {
  const ids = new Set([...read.cells.keys(), ...(written?.cells.keys() ?? [])]);
  return [...ids]
    .map((id) => ({ before: read.cells.get(id), after: written?.cells.get(id) }))
    .filter(({ before, after }) => textOf(before) !== textOf(after));
}

function textOf(cell: Cell | undefined): string {
  return (cell?.box.text ?? "").replaceAll(/\s+/gu, " ").trim();
}

/** Rows of the official tables whose figures are in no cell: too few, too many, a row or a column that nobody knows. */
function rowsUnplaced({ tables, cells, text }: Draft): readonly Entry[] {
  const placed = new Set([...cells.values()].map(({ box }) => box));
  return tables.flatMap(({ grids }) =>
    grids.flatMap(({ rows }) =>
      rows.flatMap(({ boxes, span }) => {
        const left = boxes.filter(
          (box) => box.merged !== true && !placed.has(box) && isFigure(box.text) && !isLabel(box.text),
        );
        return left.length === 0
          ? []
          : entryOf(
              text,
              span,
              left.flatMap((box) => numbersIn(box.text)),
            );
      }),
    ),
  );
}

/** Rows with figures in tables that nobody took for an official one although they have a row of it. */
function strangeRows({ tables, outline, text }: Draft): readonly Entry[] {
  const official = new Set(tables.flatMap(({ grids }) => grids));
  return outline.blocks.flatMap((block) => {
    if (block.kind !== "grid" || official.has(block)) return [];
    const boxes = block.rows.flatMap((row) => filledBoxes(row));
    if (!boxes.some((box) => tableIndexes.some((index) => isRowWord(index, box)))) return [];
    return block.rows.flatMap((row) => {
      const figures = filledBoxes(row).filter((box) => isFigure(box.text) && !isLabel(box.text));
      return figures.length === 0
        ? []
        : entryOf(
            text,
            row.span,
            figures.flatMap((box) => numbersIn(box.text)),
          );
    });
  });
}

/** Paragraphs that are figures and nothing else, or have several in a row: rows of a table that was not read as one. */
function loneFigures({ read, source, astray }: Books): readonly Entry[] {
  return read.outline.blocks.flatMap((block) => {
    if (block.kind !== "paragraph" || astray.some(({ start }) => start === block.span.start)) return [];
    const words = block.text.trim().split(/\s+/u);
    let [figures, most] = [0, 0];
    for (const word of words) {
      figures = /^[\d０-９.,．，/—-]+$/u.test(word) ? figures + 1 : 0;
      most = Math.max(most, figures);
    }
    return most === words.length || most > 2 ? entryOf(source, block.span) : [];
  });
}

function isLabel(text: string): boolean {
  return /^\s*\d{1,2}\s*[、.．]\s*\D/u.test(text);
}
