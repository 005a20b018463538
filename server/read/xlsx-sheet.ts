import { namedBox } from "./flow.ts";
import { largestTable } from "./limits.ts";
import { spreadCells, type WrittenCell } from "./merged-cells.ts";
import type { OfficePart } from "./office-parts.ts";
import type { Grid } from "./outline.ts";
import { wrappedText } from "./wrapped-text.ts";
import { type NumberFormat, shownNumber } from "./xlsx-number.ts";

/** What a sheet shows. */
export interface Sheet {
  /** Rows that follow each other are one table; blank rows part them. */
  readonly grids: readonly Grid[];
  /** Formulas whose result is not stored. */
  readonly unknown: number;
  /** Pictures and other drawings. */
  readonly pictures: number;
}

/** What the cells of a workbook refer to. */
interface Shared {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
}

interface Reading {
  readonly cells: Map<number, Map<number, string>>;
  readonly merges: Merge[];
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  text: string;
  isFormula: boolean;
  inside: "value" | "text" | "reading" | undefined;
  unknown: number;
  pictures: number;
}

interface Merge {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads a sheet; undefined where it is larger than any table. `nth` tells its cells from those of other sheets. */
export function readSheet({ xml, tokens }: OfficePart, shared: Shared, nth: number): Sheet | undefined {
  const read: Reading = {
    cells: new Map(),
    merges: [],
    row: -1,
    column: -1,
    type: "",
    style: 0,
    value: "",
    text: "",
    isFormula: false,
    inside: undefined,
    unknown: 0,
    pictures: 0,
  };
  for (const token of tokens) {
    if (token.kind === "text") {
      const text = token.text ?? xml.slice(token.start, token.end);
      if (read.inside === "value") read.value += text;
      if (read.inside === "text") read.text += text;
      continue;
    }
    const name = token.name.replace(/^.*:/u, "");
    if (token.kind === "open") open(read, name, token.attributes);
    else close(read, name, shared);
  }
  const grids = gridsOf(read, nth);
  return grids && { grids, unknown: read.unknown, pictures: read.pictures };
}

function open(read: Reading, name: string, attributes: ReadonlyMap<string, string>): void {
  if (name === "row") {
    read.row = Number(attributes.get("r") ?? read.row + 2) - 1;
    read.column = -1;
  } else if (name === "c") {
    read.column = placeOf(attributes.get("r") ?? "")?.column ?? read.column + 1;
    read.type = attributes.get("t") ?? "n";
    read.style = Number(attributes.get("s") ?? 0);
    Object.assign(read, { value: "", text: "", isFormula: false, inside: undefined });
  } else if (name === "v") read.inside = "value";
  else if (name === "t" && read.inside !== "reading") read.inside = "text";
  else if (name === "rph") read.inside = "reading";
  else if (name === "f") read.isFormula = true;
  else if (name === "drawing" || name === "legacydrawing") read.pictures += 1;
  else if (name === "mergecell") {
    const [from, to] = (attributes.get("ref") ?? "").split(":").map(placeOf);
    if (from && to) read.merges.push({ left: from.column, top: from.row, right: to.column, bottom: to.row });
  }
}

function close(read: Reading, name: string, { strings, formats }: Shared): void {
  if (name === "v" || name === "rph" || (name === "t" && read.inside === "text")) read.inside = undefined;
  if (name !== "c") return;
  if (read.isFormula && read.value === "" && read.type !== "str") read.unknown += 1;
  const text = shown(read, strings, formats);
  if (text === "") return;
  const row = read.cells.get(read.row) ?? new Map<number, string>();
  read.cells.set(read.row, row.set(read.column, text));
}

function shown({ type, value, text, style }: Reading, strings: readonly string[], formats: readonly NumberFormat[]) {
  if (type === "s") return wrappedText(strings[Number(value)] ?? "");
  if (type === "inlineStr") return wrappedText(text);
  return type === "n" ? shownNumber(value, formats[style]) : wrappedText(value);
}

/** `B3` as a place, both numbers from 0. */
function placeOf(reference: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters = "", digits = ""] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(reference) ?? [];
  if (letters === "") return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { column: column - 1, row: Number(digits) - 1 };
}

function gridsOf({ cells, merges }: Reading, nth: number): readonly Grid[] | undefined {
  const rows = [...cells.keys()].toSorted((a, b) => a - b);
  const columns = [...cells.values()].flatMap((row) => [...row.keys()]);
  const [left, right] = columns.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [16_384, -1]);
  if (right - left >= largestTable.columns || rows.length > largestTable.rows) return undefined;
  const bands: number[][] = [];
  for (const row of rows) {
    if (bands.at(-1)?.at(-1) === row - 1) bands.at(-1)?.push(row);
    else bands.push([row]);
  }
  const covering = (row: number, column: number) =>
    merges.find((one) => one.left <= column && column <= one.right && one.top <= row && row <= one.bottom);
  return bands.map((band): Grid => {
    const last = band.at(-1) ?? 0;
    const written = band.map((row, at) => {
      const boxes: WrittenCell[] = [];
      for (let column = left; column <= right; column += 1) {
        const merge = covering(row, column);
        const isFirst = merge === undefined || (merge.left === column && merge.top === row);
        if (!isFirst) continue;
        const text = cells.get(row)?.get(column) ?? "";
        const box = namedBox(text, nth * 100_000, row * 100 + column - left + 1);
        const width = merge === undefined ? 1 : Math.min(merge.right, right) - column + 1;
        boxes.push({ box, columns: width, rows: merge === undefined ? 1 : Math.min(merge.bottom, last) - row + 1 });
      }
      return { span: { start: 0, end: 0 }, cells: boxes, isFirst: at === 0 };
    });
    return { kind: "grid", markup: "html", span: { start: 0, end: 0 }, rows: spreadCells(written) };
  });
}
