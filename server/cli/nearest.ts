import { editDistance } from "../draft/label.ts";

/** The names most like a mistyped one, best first; none where nothing is like it. */
export function nearest(written: string, names: readonly string[]): readonly string[] {
  const bare = written.toLowerCase().replace(/^-+/u, "");
  const scored = names.map((name) => ({ name, distance: distanceTo(bare, name.replace(/^-+/u, "")) }));
  const near = scored.filter(({ distance }) => distance <= 3 && 2 * distance < bare.length);
  return near
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** A word of a name, or its beginning, is as good as one slip. */
function distanceTo(written: string, name: string): number {
  const isPart = written.length > 2 && name.includes(written);
  return Math.min(editDistance(written, name), isPart ? 1 : Number.POSITIVE_INFINITY);
}
