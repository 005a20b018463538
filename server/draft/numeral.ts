import type { Kind } from "../form/form.ts";
import { remember } from "./remember.ts";

/** What a cell of figures says. Money is kept as written, without leading zeros and commas, never as a float. */
export type Numeral =
  | { readonly state: "blank" }
  /** Not a figure at all, or one that cannot stand in the cell: a fraction or a negative in a count. */
  | { readonly state: "text" }
  | {
      /**
       * `plain`: as the form wants it. `styled`: full-width digits, thousands separators, blanks or leading zeros.
       * `annotated`: a figure with words beside it.
       */
      readonly state: "plain" | "styled" | "annotated";
      /** Canonical spelling: `"34"`, `"2836.25"`, `"-4"`. */
      readonly digits: string;
      /** The words beside the figure; `""` unless annotated. */
      readonly words: string;
    };

const FIGURE = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?/u;
/** What may stand beside an exact figure: a unit or a remark, no other sign and no word that makes it a rough one. */
const REMARK = /^(?![余多几来左以约])(?:[\u3400-\u9fff([{<*。；;、].*)?$/u;
const SHAPES: Readonly<Record<Kind, RegExp>> = { count: /^\d+$/u, money: /^\d+(?:\.\d+)?$/u, change: /^[+-]?\d+$/u };

const readers: Readonly<Record<Kind, (text: string) => Numeral>> = {
  count: remember((text) => read(text, "count")),
  money: remember((text) => read(text, "money")),
  change: remember((text) => read(text, "change")),
};

/** Reads the text of a cell of the given kind. Never fails. */
export function readNumeral(text: string, kind: Kind): Numeral {
  // Most figures are written as they should be: to look one up takes longer than to see that.
  return isCanonical(text) ? { state: "plain", digits: text, words: "" } : readers[kind](text);
}

/** True for digits and nothing else, without leading zeros, of a number that is held exactly. */
function isCanonical(text: string): boolean {
  if (text.length === 0 || text.length > 15) return false;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9 || (digit === 0 && at === 0 && text.length > 1)) return false;
  }
  return true;
}

/** True for plain digits, with decimals or without, in a text of no more than twelve characters. */
export function isPlainNumber(text: string): boolean {
  if (text === "" || text.length > 12) return false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isPoint = code === POINT && at > 0 && at < text.length - 1;
    if (!isPoint && (code < ZERO || code > NINE)) return false;
  }
  return true;
}

const [POINT, ZERO, NINE] = [46, 48, 57];

function read(text: string, kind: Kind): Numeral {
  const trimmed = text.trim();
  if (trimmed === "") return { state: "blank" };
  const compact = trimmed.normalize("NFKC").replaceAll(/\s+/gu, "").replaceAll(/[−﹣]/gu, "-");
  const [spaced, sign = "", whole = "", fraction = ""] = FIGURE.exec(compact) ?? [""];
  const rest = compact.slice(spaced.length);
  if (spaced === "" || !REMARK.test(rest)) return { state: "text" };
  const digits = canonical(sign, whole.replaceAll(",", ""), fraction);
  if (!SHAPES[kind].test(digits) || (kind !== "money" && /^[十百千万亿]/u.test(rest))) return { state: "text" };
  if (kind !== "money" && !Number.isSafeInteger(Number(digits))) return { state: "text" };
  if (rest !== "") return { state: "annotated", digits, words: rest };
  const plain = trimmed === digits || (kind === "money" && trimmed === `${digits}${padding(fraction)}`);
  return { state: plain || (kind === "change" && trimmed === `+${digits}`) ? "plain" : "styled", digits, words: "" };
}

/** True where a text is a figure, with or without words beside it, rather than a label. */
export const isFigure = remember((text: string): boolean => {
  const folded = text.trim().normalize("NFKC");
  return /^[+-]?\d/u.test(folded) && !/^\d{1,2}(?:\s*[、.,]\s*(?!\d)\S|\s*[\u3400-\u9fff]{3,})/u.test(folded);
});

function canonical(sign: string, whole: string, fraction: string): string {
  const integer = whole.replace(/^0+(?=\d)/u, "");
  const trimmed = fraction.replace(/(?:\.0+|(?<![.0])0+)$/u, "");
  return `${sign === "-" ? "-" : ""}${integer}${trimmed}`;
}

/** Zeros a fraction ends in: 12.50 is as good a figure as 12.5. */
function padding(fraction: string): string {
  const kept = fraction.replace(/(?:\.0+|(?<![.0])0+)$/u, "");
  return fraction.slice(kept.length);
}
