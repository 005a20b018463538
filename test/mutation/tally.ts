import { isAwaited, measure, type Outcome } from "./measure.ts";
import type { Operator } from "./operator.ts";

/** What became of one kind of slip in many reports. */
export interface Tally {
  readonly operator: Operator;
  /** None of the rules that should see it is there yet. */
  readonly awaited: boolean;
  readonly reports: number;
  /** Slips that left every relation of the form true. */
  readonly excluded: number;
  readonly detected: number;
  readonly located: number;
  /** How often the text tells what stood there before, and how often the first fix puts it back then. */
  readonly restorable: number;
  readonly restored: number;
  /** New errors and warnings for each slip. */
  readonly findings: number;
}

/** Makes a slip in so many reports and counts. Reports without a place for it are passed over, up to 12 for each. */
export function tallyOf(operator: Operator, reports: number): Tally {
  const outcomes = measure(operator, 1, reports, reports * 12);
  const measured = outcomes.filter(({ state }) => state === "measured");
  const count = (test: (outcome: Outcome) => boolean) => measured.filter(test).length;
  return {
    operator,
    awaited: isAwaited(operator),
    reports: measured.length,
    excluded: outcomes.length - measured.length,
    detected: count(({ detected }) => detected),
    located: count(({ located }) => located),
    restorable: count(({ restorable }) => restorable),
    restored: count(({ restorable, restored }) => restorable && restored),
    findings: measured.reduce((sum, outcome) => sum + outcome.count, 0) / Math.max(1, measured.length),
  };
}

/** What is not reached of what is aimed at: everything certain found and placed, 95 of 100 restored. */
export function shortfallsOf({ operator, reports, detected, located, restorable, restored }: Tally): readonly string[] {
  const certain = operator.class === "D";
  return [
    ...(certain && detected < reports ? [`发现 ${share(detected, reports)}`] : []),
    ...(certain && located < reports ? [`定位 ${share(located, reports)}`] : []),
    ...(certain && restored < restorable * 0.95 ? [`恢复 ${share(restored, restorable)}`] : []),
  ];
}

/** `97 %`, rounded down, so that 100 means all; `—` of nothing. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "—" : `${Math.floor((part / whole) * 100)} %`;
}
