import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leftovers } from "../server/form/leftovers.ts";
import { terms } from "../server/form/terms.ts";

// What is not told by its cue is not looked for: every text that a pattern fits has to hold its cue.

const patterns = [
  ...terms.map(({ cue, wrong }) => ({ cue, pattern: wrong })),
  ...leftovers.map(({ cue, pattern }) => ({ cue, pattern })),
];

describe("a cue fits wherever its pattern does", () => {
  test.each(patterns)("$cue", ({ cue, pattern }) => {
    const [glance, whole] = [new RegExp(cue, "mu"), new RegExp(pattern.source, "mu")];
    let fitting = 0;
    fc.assert(
      fc.property(textsLike(pattern), (text) => {
        if (!whole.test(text)) return;
        fitting += 1;
        expect(text).toMatch(glance);
      }),
      { numRuns: 1000 },
    );
    // Only what a pattern forbids around it keeps a text from fitting.
    expect(fitting).toBeGreaterThan(300);
  });
});

/** Texts that a pattern fits but for what it forbids: what it asks for around it is written out. */
function textsLike({ source }: RegExp): fc.Arbitrary<string> {
  const written = withoutBans(source)
    .replaceAll(/\(\?<?=/gu, "(?:")
    .replaceAll(/\(\?<\w+>/gu, "(");
  const [repeated, ...more] = /\(([^()]*)\)\\k<\w+>/u.exec(written)?.slice(1) ?? [];
  if (repeated !== undefined && more.length === 0) {
    return fc.constantFrom(...repeated.split("|")).map((word) => word + word);
  }
  // A beginning asked for is where the text begins.
  return fc.stringMatching(new RegExp(`^(?:${written.replaceAll("|^", "|").replaceAll("|$", "|")})$`, "u"));
}

/** The source of a pattern without what must not stand before or behind. */
function withoutBans(source: string): string {
  const start = source.search(/\(\?<?!/u);
  if (start < 0) return source;
  let [depth, at, inClass] = [0, start, false];
  do {
    const mark = source[at];
    if (mark === "\\") at += 1;
    else if (inClass) inClass = mark !== "]";
    else if (mark === "[") inClass = true;
    else if (mark === "(") depth += 1;
    else if (mark === ")") depth -= 1;
    at += 1;
  } while (depth > 0);
  return withoutBans(source.slice(0, start) + source.slice(at));
}
