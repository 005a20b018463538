import { type CellId, slotsOf } from "../form/index.ts";
import { linesOf, positionAt } from "../read/lines.ts";
import type { OutlineBlock } from "../read/outline.ts";
import type { Cell, Draft } from "./draft.ts";
import { type Texts, textsOf, titleExtent } from "./texts.ts";

/** All that a draft says, the figures as texts, so that it can be written anew in another shape. */
export interface Content extends Texts {
  readonly agency: string | undefined;
  readonly year: number | undefined;
  /** The title as written, on one line; `null` where no line of the text is the title. */
  readonly title: string | null;
  /** Every cell of the form; `""` where it is blank or was not found. */
  readonly cells: Readonly<Partial<Record<CellId, string>>>;
}

/** Takes a draft apart. */
export function contentOf(draft: Draft): Content {
  const { agency, year, form, cells } = draft;
  const title = titleExtent(draft) === undefined ? null : oneLine(draft.title?.prose.text ?? "");
  const written = slotsOf(form).map(({ id }) => [id, writtenFigure(cells.get(id))] as const);
  return { ...textsOf(draft), agency, year, title, cells: Object.fromEntries(written) };
}

/** The figure as written, in plain digits where only its spelling is at fault; what is no figure is kept as it is. */
function writtenFigure(cell: Cell | undefined): string {
  if (cell === undefined) return "";
  return cell.numeral.state === "styled" ? cell.numeral.digits : cell.box.text.replaceAll(/\s+/gu, " ").trim();
}

/** A title that was broken over two lines, in one. */
function oneLine(title: string): string {
  return title.replaceAll(/(?<!\s)\s*\n\s*/gu, "");
}

/** What stands above the title: the page the report was put on, no part of it. */
export function aboveTitle(draft: Draft): readonly OutlineBlock[] {
  const start = titleExtent(draft)?.start ?? 0;
  return draft.outline.blocks.filter(({ span }) => span.start < start);
}

/** Figures that have no place in the official tables, each with what it stands beside: rows nobody knows or twice. */
export function leftOut({ tables, text }: Draft): readonly string[] {
  const lines = linesOf(text);
  return tables
    .flatMap(({ rows, strangers }) => [
      ...strangers,
      ...rows.filter(({ repeated, shifted }) => repeated || shifted !== undefined),
    ])
    .toSorted((a, b) => a.box.span.start - b.box.span.start)
    .map(({ box }) => `第${positionAt(lines, box.span.start).line + 1}行“${oneLine(box.text)}”`);
}
