import { groupBy } from "../draft/group-by.ts";

/** The same slip in more places than this is a habit. */
const SLIPS = 3;

/** Slips of the same kind: each by itself where they are few, all together where they are a habit. */
export function habits<T>(slips: readonly T[], kindOf: (slip: T) => string): readonly (readonly T[])[] {
  return [...groupBy(slips, kindOf).values()].flatMap((group) =>
    group.length > SLIPS ? [group] : group.map((slip) => [slip]),
  );
}
