import { escapeMarkup } from "./markup.ts";

/** Lengths are twips, the twentieth part of a point: 1 mm is 56.7 of them. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** The fonts of official papers (GB/T 9704—2012), each with what stands in for it where it is not installed. */
export const fonts = {
  title: { name: "方正小标宋简体", instead: "宋体" },
  heading: { name: "黑体", instead: "SimHei" },
  subheading: { name: "楷体_GB2312", instead: "楷体" },
  body: { name: "仿宋_GB2312", instead: "仿宋" },
  table: { name: "宋体", instead: "SimSun" },
} as const;

export type Font = keyof typeof fonts;

/** How a paragraph is set. */
export interface Setting {
  readonly font: Font;
  /** Half points: 32 is 三号, 44 is 二号. */
  readonly size: number;
  /** Distance of the lines. */
  readonly line: number;
  readonly align?: "center" | "left" | "right" | "both";
  /** Id of the paragraph style. */
  readonly style?: string;
  /** Characters the first line is set in by. */
  readonly indent?: number;
  /** Characters left free at the right. */
  readonly free?: number;
  readonly before?: number;
  readonly after?: number;
  /** Keeps it on the page of what follows. */
  readonly keep?: boolean;
  /** Lets the lines stand off the grid of the page, as in tables. */
  readonly offGrid?: boolean;
}

/** A paragraph of one or more lines. */
export function paragraph(lines: readonly string[], setting: Setting): string {
  const runs = lines.map((line, at) => run(at === 0 ? "" : "<w:br/>", line, setting)).join("");
  return `<w:p>${paragraphProperties(setting)}${runs}</w:p>`;
}

/** The properties of a paragraph, in the order the schema wants. */
function paragraphProperties(setting: Setting): string {
  const { font, size, line, align = "both", style, indent = 0, free = 0, before = 0, after = 0 } = setting;
  const first = indent === 0 ? "" : ` w:firstLineChars="${indent * 100}" w:firstLine="${indent * size * 10}"`;
  const right = free === 0 ? "" : ` w:rightChars="${Math.round(free * 100)}" w:right="${Math.round(free * size * 10)}"`;
  return [
    "<w:pPr>",
    style === undefined ? "" : `<w:pStyle w:val="${style}"/>`,
    setting.keep === true ? "<w:keepNext/>" : "",
    setting.offGrid === true ? '<w:snapToGrid w:val="0"/>' : "",
    `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`,
    first + right === "" ? "" : `<w:ind${first}${right}/>`,
    `<w:jc w:val="${align}"/>`,
    runProperties(font, size),
    "</w:pPr>",
  ].join("");
}

function run(before: string, text: string, { font, size }: Setting): string {
  return `<w:r>${runProperties(font, size)}${before}<w:t xml:space="preserve">${escapeMarkup(text)}</w:t></w:r>`;
}

/** Font and size of a run; all four names are given, or Word takes another font for digits and Latin letters. */
export function runProperties(font: Font, size: number): string {
  const { name } = fonts[font];
  const names = ["ascii", "hAnsi", "eastAsia", "cs"].map((script) => ` w:${script}="${name}"`).join("");
  return `<w:rPr><w:rFonts${names}/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
}
