import { analyse } from "scslre";
import { describe, expect, test } from "vitest";
import { ownPatterns, type Pattern } from "./support/patterns.ts";

/** How a pattern could take longer than linear: a repetition that another can take over, or that starts at every place. */
function slowness({ source, flags }: Omit<Pattern, "at">): readonly string[] {
  return analyse({ source, flags }).reports.map(({ type }) => type);
}

describe("regular expressions", () => {
  test("the checker knows the slow ones", () => {
    expect(slowness({ source: "^(a+)+$", flags: "u" })).toEqual(["Self"]);
    expect(slowness({ source: "\\s*个?\\s*部分", flags: "u" })).toContain("Trade");
    expect(slowness({ source: "0+$", flags: "u" })).toEqual(["Move"]);
    expect(slowness({ source: "(?<!0)0+$", flags: "u" })).toEqual([]);
  });

  test("none of ours takes longer than linear, whatever the text", async () => {
    const patterns = await ownPatterns();
    expect(patterns.length).toBeGreaterThan(400);
    expect(patterns.some(({ at }) => at.startsWith("server/draft/quantity.ts"))).toBe(true);
    const slow = patterns.filter((pattern) => slowness(pattern).length > 0);
    expect(slow.map(({ at, source }) => `${at} ${source}`)).toEqual([]);
  });
});
