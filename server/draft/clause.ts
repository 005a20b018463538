import { type Quantity, quantitiesIn } from "./quantity.ts";

/** A figure with the words around it, or a clause that denies or sums up without one. */
export interface Clause {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
  readonly quantity: Quantity | undefined;
}

/** What applications, documents and cases are counted in, and shares. */
const UNITS = new Set(["件", "件次", "份", "宗", "起", "条", "例", "%"]);

/** Every figure with the words around it, up to a mark or the next figure; and clauses without any that may deny. */
export function clausesOf(text: string, from: number, to: number): readonly Clause[] {
  const parts = text.slice(from, to).matchAll(/(?:[^，。；：！？,;:（）()]|(?<=\d),(?=\d{3}))+/gu);
  return Array.from(parts).flatMap(({ index, 0: part }) => clausesIn(part, from + index));
}

function clausesIn(part: string, start: number): readonly Clause[] {
  const quantities = quantitiesIn(part);
  if (quantities.length === 0) {
    const blank = part.length - part.trimStart().length;
    const denies = /未|没有|无|办结/u.test(part);
    return denies
      ? [{ from: start + blank, to: start + part.trimEnd().length, before: part, after: "", quantity: undefined }]
      : [];
  }
  return quantities.flatMap((quantity, nth) => {
    if (!UNITS.has(quantity.unit)) return [];
    const opens = quantities[nth - 1]?.to ?? 0;
    const before = part.slice(opens, quantity.from);
    const next = quantities[nth + 1] === undefined ? part.length : quantity.to;
    return {
      from: start + opens + (/^[\s、和及与并]*/u.exec(before)?.[0].length ?? 0),
      to: start + quantity.to,
      before,
      after: nounBehind(part.slice(quantity.to, next)),
      quantity: {
        ...quantity,
        from: start + quantity.from,
        to: start + quantity.to,
        digitsEnd: start + quantity.digitsEnd,
      },
    };
  });
}

/** The words behind a figure that may say what is counted; none where 中 goes on to say something of it. */
function nounBehind(words: string): string {
  return /^\s*[之当]?中/u.test(words) ? "" : (words.split("、", 1)[0] ?? "");
}

/** Years as seen from the report year, so that one word serves for all: 2022年结转 is 上年结转. */
export function relativeYears(words: string, year: number): string {
  return words
    .replaceAll(/\d{1,2}\s*月\s*\d{1,2}\s*日/gu, "")
    .replaceAll(/(20\d\d)\s*年度?/gu, (whole, digits: string) => {
      const distance = Number(digits) - year;
      return distance === 0 ? "本年" : distance === -1 ? "上年" : distance === 1 ? "下年" : whole;
    });
}
