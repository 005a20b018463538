import type { Span } from "./outline.ts";

/** The last question and its answer: several ask about the same two texts, one after the other. */
let last = { before: "", after: "", changed: { start: 0, end: 0 } };

/** The stretch of `after` outside which it is the same as `before`, from both ends; empty where nothing was put in. */
export function changedSpan(before: string, after: string): Span {
  if (before !== last.before || after !== last.after) last = { before, after, changed: compare(before, after) };
  return last.changed;
}

function compare(before: string, after: string): Span {
  const shorter = Math.min(before.length, after.length);
  const start = reach(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const fromEnd = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  const tail = reach(shorter - start, (from, to) => fromEnd(before, from, to) === fromEnd(after, from, to));
  return { start, end: after.length - tail };
}

/** Engines compare stretches a hundred times faster than character by character. */
const STRETCH = 1024;

/** How far two texts are the same, at most so far: stretches double as long as they are, and halve from then on. */
function reach(most: number, isSame: (from: number, to: number) => boolean): number {
  let [at, stretch] = [0, STRETCH];
  for (; at + stretch <= most && isSame(at, at + stretch); stretch *= 2) at += stretch;
  for (stretch /= 2; stretch >= 1; stretch /= 2) {
    if (at + stretch <= most && isSame(at, at + stretch)) at += stretch;
  }
  return at;
}
