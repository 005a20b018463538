/** A place where a text departs from the official one: what is lacking there and what stands there instead. */
export interface Difference {
  readonly lost: string;
  readonly extra: string;
}

/** The places where two texts differ, in order, around a longest common subsequence. */
export function differences(text: string, official: string): readonly Difference[] {
  const common = commonTable(text, official);
  const found: { lost: string; extra: string }[] = [];
  let [i, j, isOpen] = [0, 0, false];
  while (i < text.length || j < official.length) {
    if (i < text.length && text[i] === official[j]) {
      [i, j, isOpen] = [i + 1, j + 1, false];
      continue;
    }
    if (!isOpen) found.push({ lost: "", extra: "" });
    isOpen = true;
    const last = found.at(-1);
    if (last === undefined) break;
    const isLost = j < official.length && (i >= text.length || at(common, i, j + 1) >= at(common, i + 1, j));
    if (isLost) last.lost += official[j++];
    else last.extra += text[i++];
  }
  return found;
}

/** `缺“年”`, `多“的”`, `“整改”应为“改进”`: the differences in words. */
export function inWords(found: readonly Difference[]): string {
  return found
    .map(({ lost, extra }) => (extra === "" ? `缺“${lost}”` : lost === "" ? `多“${extra}”` : `“${extra}”应为“${lost}”`))
    .join("，");
}

/** For every pair of positions how much the rests from there have in common. */
function commonTable(a: string, b: string): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  for (let i = a.length - 1; 0 <= i; i -= 1) {
    for (let j = b.length - 1; 0 <= j; j -= 1) {
      const row = rows[i];
      if (row !== undefined) {
        row[j] = a[i] === b[j] ? at(rows, i + 1, j + 1) + 1 : Math.max(at(rows, i + 1, j), at(rows, i, j + 1));
      }
    }
  }
  return rows;
}

function at(rows: readonly (readonly number[])[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}
