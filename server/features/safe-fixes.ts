import { type Analysis, analyze, type Settings } from "../analysis.ts";
import type { Edit, Finding, Fix } from "../rules/rule.ts";
import { editsOf, type Piece, splice, textOf } from "./composed-edits.ts";

/** Fixes may uncover one another; a chain longer than this is a fault of the rules, not of the text. */
const ROUNDS = 10;

/** Everything that can be put right without touching a figure. */
export interface SafeFixes {
  /** Ascending, not overlapping, in the text that was analysed. */
  readonly edits: readonly Edit[];
  /** How many findings they settle. */
  readonly settled: number;
}

/** Applies safe fixes, analysing anew after each round, until none is left. */
export function safeFixes(analysis: Analysis, settings: Settings): SafeFixes {
  const source = analysis.text;
  let pieces: readonly Piece[] = [{ start: 0, end: source.length }];
  let settled = 0;
  let current = analysis;
  for (let round = 0; round < ROUNDS; round += 1) {
    const fixes = current.status === "checked" ? chosen(current.findings) : [];
    if (fixes.length === 0) break;
    pieces = splice(
      pieces,
      fixes.flatMap(({ edits }) => edits),
    );
    settled += fixes.length;
    current = analyze(textOf(pieces, source), settings);
  }
  return { edits: editsOf(pieces, source), settled };
}

/** The first safe fix of each finding, leaving out those that would touch the same place as one before. */
function chosen(findings: readonly Finding[]): readonly Fix[] {
  const fixes: Fix[] = [];
  const taken: Edit[] = [];
  for (const { fixes: offered = [] } of findings) {
    const fix = offered.find(({ safe }) => safe);
    if (fix === undefined || fix.edits.some((edit) => taken.some((other) => clash(edit, other)))) continue;
    fixes.push(fix);
    taken.push(...fix.edits);
  }
  return fixes;
}

function clash({ at: a }: Edit, { at: b }: Edit): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end);
}
