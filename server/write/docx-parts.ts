import { fonts, runProperties, twips } from "./docx-text.ts";
import type { OfficePart } from "./office.ts";
import { xmlHead } from "./zip.ts";

/** The name space of WordprocessingML. */
export const wordSpace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Distance of the lines of the body: 22 lines on 225 mm, nearly 29 pt. */
export const bodyLine = Math.floor(twips(225) / 22);

/** Width of the text on the page: 156 mm. */
export const textWidth = twips(156);

/** The page of GB/T 9704—2012: A4, 37 mm above and 28 mm left of a text of 156 × 225 mm; footers as `rId1`, `rId2`. */
export const section = [
  "<w:sectPr>",
  '<w:footerReference w:type="default" r:id="rId1"/><w:footerReference w:type="even" r:id="rId2"/>',
  `<w:pgSz w:w="${twips(210)}" w:h="${twips(297)}"/>`,
  `<w:pgMar w:top="${twips(37)}" w:right="${twips(210 - 28 - 156)}" w:bottom="${twips(297 - 37 - 225)}" w:left="${twips(28)}" w:header="${twips(15)}" w:footer="${twips(23)}" w:gutter="0"/>`,
  `<w:docGrid w:type="lines" w:linePitch="${bodyLine}"/>`,
  "</w:sectPr>",
].join("");

const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** Everything a Word file needs besides its text. */
export const fixedParts: readonly OfficePart[] = [
  // The number of an odd page stands at the right, that of an even page at the left, one character in.
  part("footer1", "footer", footer("right")),
  part("footer2", "footer", footer("left")),
  part("styles", "styles", styles()),
  part("settings", "settings", settings()),
  part("fontTable", "fontTable", fontTable()),
];

function part(name: string, relation: string, xml: string): OfficePart {
  return { path: `word/${name}.xml`, type: `${TYPE}.${relation}+xml`, relation, xml: xmlHead + xml };
}

function footer(side: "left" | "right"): string {
  const run = (content: string) => `<w:r>${runProperties("table", 28)}${content}</w:r>`;
  const field = (type: string) => run(`<w:fldChar w:fldCharType="${type}"/>`);
  const number = `${field("begin")}${run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')}${field("separate")}${run("<w:t>1</w:t>")}${field("end")}`;
  const dash = (text: string) => run(`<w:t xml:space="preserve">${text}</w:t>`);
  return `<w:ftr ${wordSpace}><w:p><w:pPr><w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/></w:pPr>${dash("— ")}${number}${dash(" —")}</w:p></w:ftr>`;
}

function styles(): string {
  const style = (id: string, name: string, rest: string, isDefault = false) =>
    `<w:style w:type="paragraph"${isDefault ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>${isDefault ? "" : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:qFormat/>${rest}</w:style>`;
  const outline = (level: number) => `<w:pPr><w:keepNext/><w:outlineLvl w:val="${level}"/></w:pPr>`;
  return [
    `<w:styles ${wordSpace}>`,
    `<w:docDefaults><w:rPrDefault>${runProperties("body", 32).replace("</w:rPr>", '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr>')}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    style("Normal", "Normal", '<w:pPr><w:widowControl/><w:wordWrap w:val="0"/><w:jc w:val="both"/></w:pPr>', true),
    style("Title", "Title", `<w:pPr><w:jc w:val="center"/></w:pPr>${runProperties("title", 44)}`),
    style("Heading1", "heading 1", outline(0) + runProperties("heading", 32)),
    style("Heading2", "heading 2", outline(1) + runProperties("subheading", 32)),
    style("Heading3", "heading 3", outline(2) + runProperties("body", 32)),
    "</w:styles>",
  ].join("");
}

function settings(): string {
  return `<w:settings ${wordSpace}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:useFELayout/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>`;
}

/** Names for each font what stands in for it. */
function fontTable(): string {
  const each = Object.values(fonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="default"/></w:font>`,
  );
  return `<w:fonts ${wordSpace}>${each.join("")}</w:fonts>`;
}
