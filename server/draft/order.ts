/**
 * Indices of the items that are out of order: the fewest whose removal leaves the rest ascending (all but a longest
 * increasing subsequence).
 */
export function outOfOrder(ranks: readonly number[]): readonly number[] {
  const best = ranks.map(() => 1);
  const before = ranks.map(() => -1);
  ranks.forEach((rank, at) => {
    for (let other = 0; other < at; other += 1) {
      if ((ranks[other] ?? 0) < rank && (best[other] ?? 0) + 1 > (best[at] ?? 0)) {
        best[at] = (best[other] ?? 0) + 1;
        before[at] = other;
      }
    }
  });
  const kept = new Set<number>();
  for (let at = best.indexOf(Math.max(0, ...best)); at >= 0; at = before[at] ?? -1) kept.add(at);
  return ranks.map((_, at) => at).filter((at) => !kept.has(at));
}
