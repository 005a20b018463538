import type { Span } from "../read/outline.ts";
import type { Fix, Problem } from "./rule.ts";

/** As many other places are named; the rest is counted. */
const NAMED = 20;

/** One of many places with the same fault; without `due` where nothing certain can be put there. */
export interface Slip {
  readonly at: Span;
  /** What is replaced, where that is more than what is pointed at: a backslash, blanks. */
  readonly source?: Span | undefined;
  readonly due?: string | undefined;
}

/**
 * One problem for all places with the same fault: the first is pointed at, the others are counted and named. A fix is
 * offered where at least one of them can be put right.
 */
export function gathered(slips: readonly Slip[], message: string, more: Partial<Problem> = {}, safe = true): Problem {
  const [first, ...others] = slips.map(({ at }) => at);
  const edits = slips.flatMap(({ at, source = at, due }) => (due === undefined ? [] : [{ at: source, text: due }]));
  const all = slips.length > 1 ? `全部 ${edits.length} 处` : "";
  const due = slips[0]?.due;
  const fix: Fix = { title: all !== "" ? `改正${all}` : due === "" ? "删去" : `改为“${due}”`, safe, edits };
  return {
    at: first ?? { start: 0, end: 1 },
    message: slips.length > 1 ? `${message}，共 ${slips.length} 处` : message,
    related: others.slice(0, NAMED).map((at) => ({ at, message: "这里也是" })),
    fixes: edits.length > 0 ? [fix] : [],
    ...more,
  };
}
