import type { Aspect, Block, Form, Kind, Leaf, Note, Section, Table } from "../form/form.ts";
import type { CellId } from "../form/index.ts";
import type { Box, Grid, GridRow, Heading, Outline, OutlineBlock, Paragraph, Prose } from "../read/outline.ts";
import type { ReadLevel } from "./agency.ts";
import type { Match } from "./label.ts";
import type { Numeral } from "./numeral.ts";

/**
 * An outline seen through a form: every official part that was found, with its place. It always exists, however
 * broken the text is; what was not found is simply absent.
 */
export interface Draft extends ReadLevel {
  /** The source the spans point into. */
  readonly text: string;
  /** The form the tables are read by: the one told by a setting, else the one whose labels they carry. */
  readonly form: Form;
  /** The form in force for the report year, or the one told by a setting. */
  readonly due: Form;
  readonly outline: Outline;
  readonly title: LocatedTitle | undefined;
  /** Name of the agency and report year, from the title; the year otherwise from the period the report states. */
  readonly agency: string | undefined;
  readonly year: number | undefined;
  /** Section headings in the order of the document, repeated ones included. */
  readonly sections: readonly LocatedSection[];
  /** Tables that were found, in the order of the form. */
  readonly tables: readonly LocatedTable[];
  readonly cells: ReadonlyMap<CellId, Cell>;
  readonly stage: Stage;
}

/** While a report is drafted, a blank is a figure still to come, and no relation with one in it is judged. */
export type Stage = "draft" | "final";

export interface LocatedTitle {
  readonly prose: Prose;
  /** The markup the title stands in; undefined in front matter. */
  readonly block: Heading | Paragraph | undefined;
  readonly agency: string | undefined;
  readonly year: number | undefined;
  readonly match: "exact" | "variant" | "misspelt";
}

export interface LocatedSection {
  readonly section: Section;
  /** A paragraph where the clerk left the heading marks out. */
  readonly heading: Heading | Paragraph;
  readonly match: Match;
  /** Everything up to the next section. */
  readonly body: readonly OutlineBlock[];
  readonly aspects: readonly LocatedAspect[];
}

export interface LocatedAspect {
  readonly aspect: Aspect;
  readonly heading: Heading | Paragraph;
  readonly match: Match;
}

/** An official table and all that was found of it, in one grid or in several. */
export interface LocatedTable {
  readonly table: Table;
  /** The section heading it stands under. */
  readonly under: LocatedSection | undefined;
  readonly grids: readonly Grid[];
  readonly heads: readonly LocatedColumn[];
  /** Rows in the order of the document, repeated ones included. */
  readonly rows: readonly LocatedRow[];
  /** Rows of figures that no official label explains. */
  readonly strangers: readonly StrangeRow[];
  /** Official texts over and beside the rows: titles, corners, labels of groups. */
  readonly captions: readonly LocatedCaption[];
}

/** A text of the table's frame that holds no cells itself. */
export interface LocatedCaption {
  readonly official: string;
  readonly note: Note | undefined;
  readonly axis: "rows" | "columns";
  readonly box: Box;
  readonly match: Match;
}

/** An official column label that was found in a row of heads. */
export interface LocatedColumn {
  readonly leaf: Leaf;
  readonly box: Box;
  readonly match: Match;
  /** The row of the grid the head stands in and its place there. */
  readonly grid: Grid;
  readonly index: number;
}

export interface LocatedRow {
  readonly leaf: Leaf;
  readonly block: Block;
  /** The label; for the one row without a label, the first figure. */
  readonly box: Box;
  readonly match: Match;
  readonly grid: Grid;
  readonly row: GridRow;
  /** Columns that hold the figures, by the column's place in the grid. */
  readonly columns: readonly LocatedColumn[];
  /** Rows below that hold torn-off ends of the label. */
  readonly fragments: readonly GridRow[];
  /** Set where the figures cannot be told to the columns: how many there are. */
  readonly shifted: { readonly figures: readonly Box[] } | undefined;
  /** The same official row was found before. */
  readonly repeated: boolean;
}

export interface StrangeRow {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly box: Box;
}

/** One official cell that was found. */
export interface Cell {
  readonly id: CellId;
  readonly table: Table;
  readonly row: LocatedRow;
  readonly column: LocatedColumn;
  readonly box: Box;
  readonly kind: Kind;
  readonly numeral: Numeral;
  /** Counts and changes only; undefined where the cell holds no such figure. */
  readonly value: number | undefined;
}
