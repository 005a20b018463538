import { strFromU8, unzipSync } from "fflate";
import { Parser } from "htmlparser2";

/** An element of a markup text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}

/** The texts of an Office file, by path. */
export function unpack(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, strFromU8(data)]));
}

/** The root of a markup text; every element has to be closed in turn. */
export function parseMarkup(text: string, xmlMode: boolean): Element {
  const root: Element = { name: "", attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const element = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext: (data) => open.at(-1)?.children.push(data),
      onclosetag: (name, isImplied) => {
        if (open.pop()?.name !== name) throw new Error(`Wrongly closed: ${name}`);
        // In HTML `<meta>` and `<br>` have no end; in XML a tag may close itself.
        if (isImplied && !xmlMode && !/^(?:meta|br|col)$/u.test(name)) throw new Error(`Not closed: ${name}`);
      },
    },
    { xmlMode, decodeEntities: true },
  );
  parser.end(text);
  return root;
}

/** Every element of a name below another, in the order of the text. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) =>
    typeof child === "string" ? [] : [...(child.name === name ? [child] : []), ...all(child, name)],
  );
}

/** The text of an element and all below it. */
export function textIn(element: Element): string {
  return element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");
}

/** A table, row by row; a merged cell is its text in the first place and blanks in the rest. */
export type Matrix = readonly (readonly string[])[];

/** The grid of an HTML table. */
export function htmlMatrix(table: Element): Matrix {
  const rows = all(table, "tr");
  const matrix: string[][] = rows.map(() => []);
  for (const [at, row] of rows.entries()) {
    for (const cell of row.children) {
      if (typeof cell === "string") continue;
      const start = firstFree(matrix[at] ?? []);
      place(
        matrix,
        at,
        start,
        Number(cell.attributes.rowspan ?? 1),
        Number(cell.attributes.colspan ?? 1),
        textIn(cell),
      );
    }
  }
  return matrix;
}

/** The grid of a Word table; a cell that goes on below has to go on in the same columns. */
export function wordMatrix(table: Element): Matrix {
  let above: readonly string[] = [];
  return all(table, "w:tr").map((row) => {
    const cells = all(row, "w:tc").flatMap((cell) => {
      const span = Number(all(cell, "w:gridSpan")[0]?.attributes["w:val"] ?? 1);
      const [merge] = all(cell, "w:vMerge");
      const state = merge === undefined ? "" : (merge.attributes["w:val"] ?? "continue");
      const text = all(cell, "w:t").map(textIn).join("");
      return Array.from({ length: span }, (_, at) => ({ text: at === 0 ? text : "", state: `${state} ${span} ${at}` }));
    });
    for (const [at, { state, text }] of cells.entries()) {
      if (!state.startsWith("continue")) continue;
      if (text !== "" || !/^(?:restart|continue)/u.test(above[at] ?? "")) throw new Error(`Nothing to go on at ${at}`);
      if (above[at]?.replace(/^\w+/u, "") !== state.replace(/^\w+/u, "")) throw new Error(`Another width at ${at}`);
    }
    above = cells.map(({ state }) => state);
    return cells.map(({ text }) => text);
  });
}

/** The grid of a worksheet; what a merged range covers has to be blank. */
export function sheetMatrix(sheet: Element): Matrix {
  const rows = all(sheet, "row").map((row) => all(row, "c").map(textIn));
  for (const { attributes } of all(sheet, "mergeCell")) {
    const [from = "", to = ""] = (attributes.ref ?? "").split(":").map(String);
    const [left, top] = placeOf(from);
    const [right, bottom] = placeOf(to);
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const isFirst = row === top && column === left;
        if (!isFirst && rows[row]?.[column] !== "") throw new Error(`Covered: ${row} ${column}`);
      }
    }
  }
  return rows;
}

function placeOf(reference: string): readonly [column: number, row: number] {
  return [reference.charCodeAt(0) - "A".charCodeAt(0), Number(reference.slice(1)) - 1];
}

function firstFree(row: readonly (string | undefined)[]): number {
  const free = Array.from(row).indexOf(undefined);
  return free < 0 ? row.length : free;
}

function place(matrix: string[][], row: number, column: number, rows: number, columns: number, text: string): void {
  for (let down = 0; down < rows; down += 1) {
    for (let along = 0; along < columns; along += 1) {
      const line = matrix[row + down];
      if (line === undefined || line[column + along] !== undefined) throw new Error("Cells overlap");
      line[column + along] = down + along === 0 ? text : "";
    }
  }
}
