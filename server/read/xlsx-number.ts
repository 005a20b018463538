import type { HtmlToken } from "./html-tokens.ts";

/** How numbers of a style are shown, as far as it changes their digits. */
export interface NumberFormat {
  readonly kind: "plain" | "date" | "percent";
  /** Decimals that are always there. */
  readonly decimals: number;
}

const GENERAL: NumberFormat = { kind: "plain", decimals: 0 };

/** The formats of a style sheet, by the number of the style. */
export function numberFormatsOf(tokens: readonly HtmlToken[]): readonly NumberFormat[] {
  const codes = new Map<number, string>();
  const formats: NumberFormat[] = [];
  let isCells = false;
  for (const token of tokens) {
    if (token.kind === "text") continue;
    const name = token.name.replace(/^.*:/u, "");
    if (name === "cellxfs") isCells = token.kind === "open";
    else if (token.kind === "close") continue;
    else if (name === "numfmt")
      codes.set(Number(token.attributes.get("numfmtid")), token.attributes.get("formatcode") ?? "");
    else if (name === "xf" && isCells) {
      const id = Number(token.attributes.get("numfmtid") ?? 0);
      formats.push(formatOf(codes.get(id) ?? BUILT_IN[id] ?? (isBuiltInDate(id) ? "yyyy/m/d" : "")));
    }
  }
  return formats;
}

/** The formats Excel has by itself, where they matter here. */
const BUILT_IN: Readonly<Record<number, string>> = {
  2: "0.00",
  4: "0.00",
  9: "0%",
  10: "0.00%",
  39: "0.00",
  40: "0.00",
};

function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Of the part for positive numbers; what stands in quotes, brackets or behind a backslash is text. */
function formatOf(code: string): NumberFormat {
  const [positive = ""] = code.replaceAll(/"[^"]*"?|\[[^\]]*\]?|\\./gu, "").split(";");
  if (/[ymdhs年月日]/iu.test(positive.replace(/general/iu, ""))) return { kind: "date", decimals: 0 };
  const decimals = /\.(0+)/u.exec(positive)?.[1]?.length ?? 0;
  return { kind: positive.includes("%") ? "percent" : "plain", decimals };
}

/** A stored number in digits: never fewer than are stored, of which Excel keeps fifteen. */
export function shownNumber(stored: string, format: NumberFormat = GENERAL): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored.trim();
  if (format.kind === "date") return dateOf(value);
  const [scaled, sign] = format.kind === "percent" ? [value * 100, "%"] : [value, ""];
  const plain = plainDigits(scaled);
  const decimals = plain.split(".")[1]?.length ?? 0;
  const missing = "0".repeat(Math.max(0, format.decimals - decimals));
  return `${plain}${decimals === 0 && missing !== "" ? "." : ""}${missing}${sign}`;
}

/** At most fifteen digits that count, without an exponent. */
function plainDigits(value: number): string {
  const [mantissa = "", exponent = "0"] = value.toExponential(14).split("e");
  const digits = mantissa
    .replace("-", "")
    .replace(".", "")
    .replace(/(?<!0)0+$/u, "");
  const point = Number(exponent) + 1;
  const whole = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const rest = point <= 0 ? "0".repeat(-point) + digits : digits.slice(point);
  return `${value < 0 ? "-" : ""}${whole === "" ? "0" : whole}${digits === "" || rest === "" ? "" : `.${rest}`}`;
}

/** Days since 1899-12-30, as Excel counts them from March 1900 on. */
function dateOf(days: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
  if (Number.isNaN(date.getTime())) return String(days);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
