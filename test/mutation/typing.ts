import type { Random } from "../support/reports.ts";

// Slips of the fingers on a short text. Each gives undefined where it would change nothing.

/** What one key too many, too few or beside the right one makes of a text. */
export type Typing = (text: string, random: Random) => string | undefined;

const HAN = "的在和部信事关地有工行为人理";

/** A digit becomes another one; the first never becomes 0. */
export const changeDigit: Typing = (text, random) =>
  at(text, /\d/gu, random, (digit, place) => {
    const other = String((Number(digit) + 1 + random(8)) % 10);
    return other === "0" && place === 0 && text.length > 1 ? undefined : other;
  });

/** A digit is left out. */
export const dropDigit: Typing = (text, random) =>
  /\d{2}/u.test(text) ? at(text, /\d/gu, random, () => "") : undefined;

/** A digit is typed twice. */
export const doubleDigit: Typing = (text, random) =>
  Number(text) === 0 ? undefined : at(text, /\d/gu, random, (digit) => digit + digit);

/** Two digits change places. */
export const swapDigits: Typing = (text, random) => at(text, /(\d)(?!\1)(?=\d)\d/gu, random, ([a, b]) => `${b}${a}`);

/** A Han character becomes another one. */
export const changeHan: Typing = (text, random) =>
  at(text, /\p{Script=Han}/gu, random, (one) => [...HAN].filter((other) => other !== one)[random(HAN.length - 2)]);

/** A Han character is left out. */
export const dropHan: Typing = (text, random) => at(text, /\p{Script=Han}/gu, random, () => "");

/** A Han character is typed twice. */
export const doubleHan: Typing = (text, random) => at(text, /\p{Script=Han}/gu, random, (one) => one + one);

/** Two Han characters side by side change places. */
export const swapHan: Typing = (text, random) =>
  at(text, /(\p{Script=Han})(?!\1)(?=\p{Script=Han})\p{Script=Han}/gu, random, ([a, b]) => `${b}${a}`);

/** Two characters of a longer text are wrong. */
export const changeTwo: Typing = (text, random) => {
  const once = (text.match(/\p{Script=Han}/gu)?.length ?? 0) < 6 ? undefined : changeHan(text, random);
  return once === undefined ? undefined : changeHan(once, random);
};

function at(
  text: string,
  pattern: RegExp,
  random: Random,
  rewrite: (found: string, place: number) => string | undefined,
): string | undefined {
  const found = [...text.matchAll(pattern)];
  const one = found[random(Math.max(0, found.length - 1))];
  if (one === undefined) return undefined;
  const replacement = rewrite(one[0], one.index);
  if (replacement === undefined) return undefined;
  const result = text.slice(0, one.index) + replacement + text.slice(one.index + one[0].length);
  return result === text ? undefined : result;
}
