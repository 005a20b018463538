import { namedBox } from "./flow.ts";
import { largestTable } from "./limits.ts";
import type { Grid, GridRow } from "./outline.ts";
import { linesOf, type PdfPage, type PdfRule, type PdfText, wordsOf } from "./pdf-page.ts";
import { wrappedText } from "./wrapped-text.ts";

/** A table of a page and where it begins, and the words that stand in none. */
interface PdfTables {
  readonly tables: readonly { readonly grid: Grid; readonly top: number }[];
  readonly rest: readonly PdfText[];
}

/** How far apart lines may be that meet, in points. */
const NEAR = 3;

/** The tables whose cells are drawn: where no line stands between two places, they are one merged cell. */
export function readPdfTables({ texts, rules }: PdfPage): PdfTables {
  const tables: { grid: Grid; top: number }[] = [];
  let rest = texts;
  for (const frame of framesOf(rules)) {
    const xs = stepsOf(frame.flatMap(({ x1, x2 }) => (x2 - x1 < NEAR ? [x1] : [])));
    const ys = stepsOf(frame.flatMap(({ y1, y2 }) => (y2 - y1 < NEAR ? [y1] : []))).toReversed();
    const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)];
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) continue;
    if (xs.length < 3 || ys.length < 2 || xs.length > largestTable.columns || ys.length > largestTable.rows) continue;
    const isInside = (text: PdfText) => {
      const [x, y] = middleOf(text);
      return left < x && x < right && bottom < y && y < top;
    };
    const inside = rest.filter(isInside);
    if (inside.length === 0) continue;
    rest = rest.filter((text) => !isInside(text));
    tables.push({ grid: gridOf(frame, xs, ys, inside.flatMap(wordsOf), tables.length), top });
  }
  return { tables, rest };
}

/** Lines that touch each other, directly or through others. */
function framesOf(rules: readonly PdfRule[]): readonly (readonly PdfRule[])[] {
  let frames: PdfRule[][] = [];
  for (const rule of rules.slice(0, 4000)) {
    const touching = frames.filter((frame) => frame.some((other) => touches(rule, other)));
    frames = [...frames.filter((frame) => !touching.includes(frame)), [rule, ...touching.flat()]];
  }
  return frames.filter(({ length }) => length > 3);
}

function touches(a: PdfRule, b: PdfRule): boolean {
  return a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR;
}

/** Different places among those given, ascending. */
function stepsOf(places: readonly number[]): readonly number[] {
  const steps: number[] = [];
  for (const place of places.toSorted((a, b) => a - b)) if (place - (steps.at(-1) ?? -99) > NEAR) steps.push(place);
  return steps;
}

function middleOf({ x, y, width, height }: PdfText): readonly [number, number] {
  return [x + width / 2, y + height / 3];
}

function gridOf(
  frame: readonly PdfRule[],
  xs: readonly number[],
  ys: readonly number[],
  texts: readonly PdfText[],
  nth: number,
): Grid {
  const columns = xs.length - 1;
  const owner: number[] = [];
  const words = new Map<number, PdfText[]>();
  const isDrawn = (x1: number, y1: number, x2: number, y2: number) =>
    frame.some((rule) => rule.x1 <= x1 + NEAR && x2 <= rule.x2 + NEAR && rule.y1 <= y1 + NEAR && y2 <= rule.y2 + NEAR);
  for (let row = 0; row + 1 < ys.length; row += 1) {
    const [top = 0, bottom = 0] = [ys[row], ys[row + 1]];
    for (let column = 0; column < columns; column += 1) {
      const [left = 0, right = 0] = [xs[column], xs[column + 1]];
      const at = row * columns + column;
      const isOpenAbove = row > 0 && !isDrawn(left + NEAR, top, right - NEAR, top);
      const isOpenLeft = column > 0 && !isDrawn(left, bottom + NEAR, left, top - NEAR);
      owner[at] = (isOpenAbove ? owner[at - columns] : isOpenLeft ? owner[at - 1] : undefined) ?? at;
    }
  }
  const crossed = new Set<number>();
  const ownerAt = (x: number, y: number) => {
    const column = Math.max(
      0,
      Math.min(
        columns - 1,
        xs.findLastIndex((step) => step <= x),
      ),
    );
    return owner[ys.findLastIndex((step) => step >= y) * columns + column] ?? 0;
  };
  for (const text of texts) {
    const [x, y] = middleOf(text);
    const [from, to] = [ownerAt(text.x + NEAR, y), ownerAt(text.x + text.width - NEAR, y)];
    const at = text.width > 2 * NEAR ? from : ownerAt(x, y);
    // Figures of two cells that ran into one word cannot be parted: one cell too few tells that they are not placed.
    if (at === from && from !== to) crossed.add(to);
    words.set(at, [...(words.get(at) ?? []), text]);
  }
  const rows = Array.from({ length: ys.length - 1 }, (_, row): GridRow => {
    const boxes = Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
      const at = row * columns + column;
      const own = owner[at] ?? at;
      if (crossed.has(at)) return [];
      const lines = linesOf(words.get(own) ?? []).map(({ text }) => text);
      const box = namedBox(wrappedText(lines.join("\n")), nth, own + 1);
      return own === at ? box : { ...box, merged: true as const };
    });
    return { span: { start: 0, end: 0 }, boxes };
  });
  const filled = rows.filter(({ boxes }) => boxes.some(({ text, merged }) => text !== "" && merged !== true));
  return { kind: "grid", markup: "html", span: { start: 0, end: 0 }, rows: filled };
}
