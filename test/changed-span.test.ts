import fc from "fast-check";
import { expect, test } from "vitest";
import { changedSpan } from "../server/read/changed-span.ts";

// Texts longer and shorter than the stretches they are compared by, with repetitions that both ends could claim.
const words = fc.array(fc.tuple(fc.constantFrom("年", "报\n", "| 0 |"), fc.integer({ min: 1, max: 900 })), {
  maxLength: 8,
});

test("what changed is found as if it were looked for character by character", () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(9), fc.constantFrom("", "0", "年", "年年报"), (parts, place, less, more) => {
      const before = parts.map(([word, times]) => word.repeat(times)).join("");
      const at = place % (before.length + 1);
      const after = before.slice(0, at) + more + before.slice(at + less);
      expect(changedSpan(before, after)).toEqual(slowly(before, after));
    }),
  );
});

function slowly(before: string, after: string) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let tail = 0;
  while (start + tail < shorter && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { start, end: after.length - tail };
}
