import type { OpenParagraph } from "./docx-parts.ts";
import type { HtmlToken } from "./html-tokens.ts";

/** What Word writes before paragraphs by itself, and which of them are headings. */
export interface WordNumbering {
  /** The number of a paragraph as it is shown, with the blank behind it; `""` without one. Counts on with every call. */
  readonly label: (paragraph: OpenParagraph) => string;
  /** Depth of a heading from 1; undefined for other paragraphs. */
  readonly depth: (paragraph: OpenParagraph) => number | undefined;
}

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
}

interface Style {
  name: string;
  base?: string;
  level?: number;
  list?: string;
  listLevel?: number;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
}

/** Reads the numbering and the styles of a document; either may be missing. */
export function numberingOf(numbering: readonly HtmlToken[], styles: readonly HtmlToken[]): WordNumbering {
  const { abstracts, lists } = readLists(numbering);
  const named = readStyles(styles);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  const styled = <T>(paragraph: OpenParagraph, pick: (style: Style) => T | undefined): T | undefined => {
    let style = named.get(paragraph.style ?? "");
    for (let steps = 0; style !== undefined && steps < 20; steps += 1) {
      const found = pick(style);
      if (found !== undefined) return found;
      style = named.get(style.base ?? "");
    }
    return undefined;
  };
  return {
    label(paragraph) {
      const id = paragraph.item?.list ?? styled(paragraph, ({ list }) => list);
      const list = lists.get(id ?? "");
      const levels = abstracts.get(list?.abstract ?? "");
      const at = paragraph.item?.level ?? styled(paragraph, ({ listLevel }) => listLevel) ?? 0;
      const level = levels?.get(at);
      if (id === undefined || list === undefined || levels === undefined || level === undefined) return "";
      const counts = counters.get(list.abstract) ?? [];
      const first = list.starts.get(at);
      // A list with a beginning of its own begins there once.
      if (first !== undefined && !begun.has(`${id} ${at}`)) counts[at] = first;
      else counts[at] = (counts[at] ?? level.start - 1) + 1;
      begun.add(`${id} ${at}`);
      counters.set(list.abstract, counts.slice(0, at + 1));
      const text = level.text.replaceAll(/%([1-9])/gu, (_, place: string) => {
        const other = levels.get(Number(place) - 1);
        return other === undefined ? "" : numeralOf(counts[Number(place) - 1] ?? other.start, other.format);
      });
      return level.format === "bullet" || text === "" ? "" : text + (level.suffix === "space" ? " " : "");
    },
    depth(paragraph) {
      const level = paragraph.level ?? styled(paragraph, ({ level: own, name }) => own ?? headingLevel(name));
      return level === undefined || !(level >= 0 && level < 6) ? undefined : level + 1;
    },
  };
}

function headingLevel(name: string): number | undefined {
  const level = /^(?:heading|标题)\s*([1-6])$/iu.exec(name)?.[1];
  return level === undefined ? undefined : Number(level) - 1;
}

function readLists(tokens: readonly HtmlToken[]) {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels = new Map<number, Level>();
  let level: Level | undefined;
  let list: List | undefined;
  let overridden = 0;
  for (const token of tokens) {
    if (token.kind !== "open") continue;
    const { name, attributes } = token;
    const value = attributes.get("w:val") ?? "";
    if (name === "w:abstractnum") {
      levels = new Map();
      list = undefined;
      abstracts.set(attributes.get("w:abstractnumid") ?? "", levels);
    } else if (name === "w:num") {
      list = { abstract: "", starts: new Map() };
      level = undefined;
      lists.set(attributes.get("w:numid") ?? "", list);
    } else if (name === "w:lvl" && list === undefined) {
      level = { start: 1, format: "decimal", text: "", suffix: "tab" };
      levels.set(Number(attributes.get("w:ilvl")), level);
    } else if (name === "w:lvloverride") overridden = Number(attributes.get("w:ilvl"));
    else if (name === "w:startoverride") list?.starts.set(overridden, Number(value));
    else if (name === "w:abstractnumid" && list !== undefined) list.abstract = value;
    else if (level === undefined) continue;
    else if (name === "w:start") level.start = Number(value);
    else if (name === "w:numfmt") level.format = value;
    else if (name === "w:lvltext") level.text = value;
    else if (name === "w:suff") level.suffix = value;
  }
  return { abstracts, lists };
}

function readStyles(tokens: readonly HtmlToken[]): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style = { name: "" };
  for (const token of tokens) {
    if (token.kind !== "open") continue;
    const value = token.attributes.get("w:val") ?? "";
    if (token.name === "w:style") {
      style = { name: "" };
      styles.set(token.attributes.get("w:styleid") ?? "", style);
    } else if (token.name === "w:name") style.name = value;
    else if (token.name === "w:basedon") style.base = value;
    else if (token.name === "w:outlinelvl") style.level = Number(value);
    else if (token.name === "w:numid") style.list = value;
    else if (token.name === "w:ilvl") style.listLevel = Number(value);
  }
  return styles;
}

const HAN = "〇一二三四五六七八九";

/** A number in the script a list asks for; scripts unknown here are Arabic. */
function numeralOf(number: number, format: string): string {
  if (/chinese|ideographDigital|japanese|taiwanese/iu.test(format)) return hanNumeral(number);
  if (format === "decimalFullWidth")
    return String(number).replaceAll(/\d/gu, (digit) => String.fromCodePoint(Number(digit) + 0xff10));
  if (/^decimalEnclosedCircle/u.test(format) && number >= 1 && number <= 20)
    return String.fromCodePoint(0x245f + number);
  if (/^(?:lower|upper)Letter$/u.test(format)) return cased(String.fromCodePoint(97 + ((number - 1) % 26)), format);
  if (/^(?:lower|upper)Roman$/u.test(format)) return cased(romanNumeral(number), format);
  return format === "none" ? "" : String(number);
}

function cased(text: string, format: string): string {
  return format.startsWith("upper") ? text.toUpperCase() : text;
}

function hanNumeral(number: number): string {
  if (number < 0 || number > 99) return String(number);
  if (number < 10) return HAN.charAt(number);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens === 1 ? "" : HAN.charAt(tens)}十${ones === 0 ? "" : HAN.charAt(ones)}`;
}

function romanNumeral(number: number): string {
  const ones = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
  return number > 0 && number < 40 ? "x".repeat(Math.floor(number / 10)) + ones[number % 10] : String(number);
}
