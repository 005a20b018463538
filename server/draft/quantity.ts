import { matchesIn } from "../read/matches.ts";

/** A number with its unit in running text: `11件`, `二十三条`, `1.2万条`, `380元`, `98.5%`. */
export interface Quantity {
  /** The number, 万 and 亿 multiplied out. */
  readonly value: number;
  /** `件`, `条`, `元`, `%`, …; 万元 and 亿元 are 元. */
  readonly unit: string;
  /** Where number and unit stand in the text. */
  readonly from: number;
  readonly to: number;
  /** Where the digits alone end. */
  readonly digitsEnd: number;
  /** Half of the last digit given: how far the true value may be off. */
  readonly tolerance: number;
  /** Said to be rough: 余, 多, 近, 约. */
  readonly rough: boolean;
  /** 万 or 亿, where the number is given in them. */
  readonly scale: "" | "万" | "亿";
}

const CHINESE = "零〇一二两三四五六七八九十百千";

/** One by one: engines look for each of a few characters several times as fast as for a class of them. */
const NUMERAL = new RegExp(`\\d|[０-９]|${[...CHINESE].join("|")}`, "u");

const QUANTITY = new RegExp(
  `(?<![\\d０-９.,〔\\[第年月${CHINESE}])([\\d０-９]+(?:,\\d{3})*(?:\\.\\d+)?|[${CHINESE}]+)\\s*(?:([余多])\\s*)?(?:(万|亿)\\s*)?(?:([余多])\\s*)?(件次|人次|条次|件|份|宗|起|条|篇|个|项|例|部|期|场|次|人|元|[%％])`,
  "gu",
);

/** Every quantity of a text in order; numbers without a unit, dates, and what stands in 《》 or 〔〕 are none. Never fails. */
export function quantitiesIn(text: string): readonly Quantity[] {
  if (!NUMERAL.test(text)) return [];
  return matchesIn(text, QUANTITY).flatMap((match) => {
    const [whole, number = "", before = "", scale = "", after = "", unit = ""] = match;
    const value = numberOf(number);
    if (value === undefined) return [];
    const factor = scale === "万" ? 10_000 : scale === "亿" ? 100_000_000 : 1;
    const decimals = number.split(".")[1]?.length ?? 0;
    const exact = scale === "" && unit !== "%" && unit !== "％" && decimals === 0;
    return {
      value: value * factor,
      unit: unit === "％" ? "%" : unit,
      from: match.index,
      to: match.index + whole.length,
      digitsEnd: match.index + number.length,
      tolerance: exact ? 0 : (0.5 * factor) / 10 ** decimals,
      rough: `${before}${after}` !== "" || "近约".includes(text.charAt(match.index - 1) || " "),
      scale: scale as Quantity["scale"],
    };
  });
}

/** `1,234`, `１２` or `二十三` as a number; undefined where Chinese numerals make none. */
function numberOf(text: string): number | undefined {
  const plain = text.normalize("NFKC").replaceAll(",", "");
  return /^\d/u.test(plain) ? Number(plain) : chineseNumber(text);
}

/** The value of a numeral below ten thousand such as 一百零五, 十二 or 两千; undefined for others (一一, 十十). */
export function chineseNumber(text: string): number | undefined {
  const shape =
    /^(?:([一二两三四五六七八九])千)?(?:[零〇]?([一二两三四五六七八九])百)?(?:[零〇]?([一二三四五六七八九])?(十))?(?:[零〇]?([零〇一二两三四五六七八九]))?$/u;
  const match = shape.exec(text);
  if (match === null || text === "") return undefined;
  const [, thousands, hundreds, tens, ten, ones] = match;
  return (
    digit(thousands) * 1000 +
    digit(hundreds) * 100 +
    (ten === undefined ? 0 : tens === undefined ? 10 : digit(tens) * 10) +
    digit(ones)
  );
}

function digit(character: string | undefined): number {
  return character === undefined ? 0 : character === "两" ? 2 : Math.max(0, "零一二三四五六七八九".indexOf(character));
}
