import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commonLength, editDistance, hasLetters, labelKey, lettersOf } from "../server/draft/label.ts";

// Labels are compared in short cuts where most of them need no more. What comes of it is what the whole way gives.

const written = fc.constantFrom(
  ..."一 （一） (二) 1. 3、 十、 总计 其他 予以公开 行政许可 ， 。 ·—… “引”  \u3000 \t A z 9 + ＋ （ ５ Ｂ ① ㈠ 〇 々 〆 ﬁ e\u0301 \u0301 \u00ad \u200b \ufeff ⼀ \ufa19 𠮷 é Ж ー".split(
    " ",
  ),
);
const labels = fc.oneof(
  fc.array(fc.oneof(written, fc.constant(" ")), { maxLength: 6 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const runs = { numRuns: 3000 };

/** Everything but letters, digits and Han characters dropped. */
const plainLetters = (text: string) => text.normalize("NFKC").replaceAll(/[^\p{L}\p{N}+]/gu, "");

describe("a label", () => {
  test("is its letters", () => {
    fc.assert(
      fc.property(labels, (text) => {
        expect(lettersOf(text)).toBe(plainLetters(text));
        expect(hasLetters(text)).toBe(/[\p{L}\p{N}]/u.test(text));
      }),
      runs,
    );
  });

  test("is compared with its numbering and without", () => {
    const numbering = /^[（(]?([一二三四五六七八九十]{1,3}|\d{1,2})(?:[)）][、.．]?|[、.．,，]|(?=\s+\D))\s*/u;
    fc.assert(
      fc.property(labels, (text) => {
        const folded = text.normalize("NFKC").trim();
        const [before = "", number = ""] = numbering.exec(folded) ?? [];
        const [full, core] = [folded, folded.slice(before.length)].map(plainLetters);
        expect(labelKey(text)).toEqual({ full, core, number });
      }),
      runs,
    );
  });
});

describe("two labels", () => {
  const near = fc.array(fc.constantFrom(..."行政许可公开其他"), { maxLength: 9 }).map((letters) => letters.join(""));

  test("are as far apart as the fewest changes from one to the other", () => {
    const distance = (a: string, b: string): number => {
      if (a === "" || b === "") return a.length + b.length;
      if (a[0] === b[0]) return distance(a.slice(1), b.slice(1));
      return 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), distance(a.slice(1), b.slice(1)));
    };
    const short = near.map((text) => text.slice(0, 6));
    fc.assert(
      fc.property(short, short, (a, b) => {
        expect(editDistance(a, b)).toBe(distance(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test("share the longest row of letters that stands in both", () => {
    const common = (a: string, b: string): number => {
      if (a === "" || b === "") return 0;
      if (a[0] === b[0]) return 1 + common(a.slice(1), b.slice(1));
      return Math.max(common(a.slice(1), b), common(a, b.slice(1)));
    };
    fc.assert(
      fc.property(near, near, (a, b) => {
        expect(commonLength(a, b)).toBe(common(a, b));
      }),
      { numRuns: 500 },
    );
  });
});
