import type { Outline, Span } from "../read/outline.ts";
import { spanIn } from "../read/outline.ts";

/** The date a report closes with, below the name of the agency. */
export interface ClosingDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
  readonly span: Span;
}

/** The date on the last line of the document; undefined where that line says anything else. */
export function closingDate({ blocks }: Outline): ClosingDate | undefined {
  const last = blocks.at(-1);
  if (last?.kind !== "paragraph") return undefined;
  const start = last.text.lastIndexOf("\n") + 1;
  const line = last.text.slice(start);
  const [found, before = "", date = "", year, month, day] = DATE.exec(line) ?? [];
  if (found === undefined) return undefined;
  const from = start + before.length;
  return {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    span: spanIn(last, from, from + date.length),
  };
}

const DATE = /^([（(\s]*)((20\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日)[）)\s]*$/u;
