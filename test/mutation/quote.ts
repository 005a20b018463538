/**
 * Figures in the generated prose carry marks that say what they repeat, so that an operator can change just them. The
 * marks are taken out before anything reads the report.
 */
export interface Quote {
  /** The sentence template the figure stands in, e.g. `received-3`. */
  readonly phrase: string;
  /** `figure`: of the tables. `whole` and `part`: of a list that is complete. */
  readonly role: "figure" | "whole" | "part";
  /** Every value that would be right here. */
  readonly right: readonly number[];
  readonly start: number;
  readonly end: number;
}

const [OPEN, MIDDLE, CLOSE] = ["\uE000", "\uE001", "\uE002"];

/** A figure of the tables; the others are right as well, e.g. with what was carried over from last year. */
export function q(value: number, ...others: readonly number[]): string {
  return marked("figure", value, others);
}

/** What a complete list adds up to. */
export function whole(value: number): string {
  return marked("whole", value, []);
}

/** One part of a complete list. */
export function part(value: number): string {
  return marked("part", value, []);
}

function marked(role: Quote["role"], value: number, others: readonly number[]): string {
  return `${OPEN}${role}:${[value, ...others].join()}${MIDDLE}${value}${CLOSE}`;
}

/** Says of the figures in a sentence which template it comes from. */
export function named(sentence: string, phrase: string): string {
  return sentence.replaceAll(OPEN, `${OPEN}${phrase}:`);
}

/** The text without the marks, and where the figures stand in it. */
export function unmarked(text: string): { readonly text: string; readonly quotes: readonly Quote[] } {
  const quotes: Quote[] = [];
  let [plain, from] = ["", 0];
  const pattern = new RegExp(`${OPEN}([^:]*):([a-z]+):([\\d,]+)${MIDDLE}(\\d+)${CLOSE}`, "gu");
  for (const { index, 0: mark, 1: phrase = "", 2: role = "", 3: right = "", 4: digits = "" } of text.matchAll(
    pattern,
  )) {
    plain += text.slice(from, index);
    const start = plain.length;
    plain += digits;
    from = index + mark.length;
    quotes.push({
      phrase,
      role: role === "whole" || role === "part" ? role : "figure",
      right: right.split(",").map(Number),
      start,
      end: plain.length,
    });
  }
  return { text: plain + text.slice(from), quotes };
}
