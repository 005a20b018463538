import { bodyLine, fixedParts, section, wordSpace } from "./docx-parts.ts";
import { writeGrid, writeTable } from "./docx-table.ts";
import { paragraph, type Setting } from "./docx-text.ts";
import type { TextOf } from "./markdown.ts";
import { officeFiles } from "./office.ts";
import type { Pages, Part } from "./pages.ts";
import { xmlHead, zipTexts } from "./zip.ts";

/** Writes a report as a Word file in the layout of official papers, GB/T 9704—2012. */
export function writeDocx({ title, titleLines, parts, textOf }: Pages, mark: string | undefined): Uint8Array {
  const body = [
    ...(mark === undefined ? [] : [paragraph([mark], { font: "heading", size: 32, line: bodyLine, align: "left" })]),
    paragraph(widthOf(title) > TITLE ? titleLines : [title], titleSetting),
    ...parts.map((part, at) => writePart(part, parts[at - 1], parts[at + 1], textOf)),
  ];
  const document = {
    path: "word/document.xml",
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    relation: "officeDocument",
    xml: `${xmlHead}<w:document ${wordSpace}><w:body>${body.join("")}${section}</w:body></w:document>`,
  };
  return zipTexts(officeFiles([document, ...fixedParts], title, mark));
}

/** As many characters of the title stand on a line. */
const TITLE = 20;

const titleSetting: Setting = {
  ...{ font: "title", size: 44, line: 660, align: "center", style: "Title" },
  ...{ before: 240, after: bodyLine, offGrid: true },
};

const body: Setting = { font: "body", size: 32, line: bodyLine };

const headings: Readonly<Record<1 | 2 | 3, Setting>> = {
  1: { ...body, font: "heading", style: "Heading1", indent: 2, align: "left", keep: true },
  2: { ...body, font: "subheading", style: "Heading2", indent: 2, align: "left", keep: true },
  3: { ...body, style: "Heading3", indent: 2, align: "left", keep: true },
};

function writePart(part: Part, before: Part | undefined, after: Part | undefined, textOf: TextOf): string {
  const room = isTable(before) ? { before: 240 } : {};
  switch (part.kind) {
    case "heading":
      return paragraph([part.text], { ...headings[part.level], ...room, ...(isTable(after) ? { after: 120 } : {}) });
    case "paragraph":
      return paragraph(part.lines, { ...body, ...room, indent: 2 });
    case "closing":
      return writeClosing(part.lines);
    case "figures":
      return `${writeTable(part.table, textOf)}${apart(after)}`;
    case "grid":
      return `${writeGrid(part.rows)}${apart(after)}`;
  }
}

function isTable(part: Part | undefined): boolean {
  return part?.kind === "figures" || part?.kind === "grid";
}

/** A short line between two tables, of which Word would make one, and below one that nothing follows. */
function apart(after: Part | undefined): string {
  return after === undefined || isTable(after) ? paragraph([], { ...body, line: 240 }) : "";
}

/**
 * The name two characters from the right, the date below it begins two characters further in; where the date is the
 * longer one, it is the date that stands two characters from the right.
 */
function writeClosing(lines: readonly string[]): string {
  const date = widthOf(lines.at(-1) ?? "");
  return lines
    .map((line, at) => {
      const isDate = at === lines.length - 1;
      const name = widthOf(isDate ? (lines.at(-2) ?? "") : line);
      const free = isDate && name === 0 ? 4 : isDate ? Math.max(2, name - date) : Math.max(2, 4 + date - name);
      return paragraph([line], { ...body, align: "right", free, before: at === 0 ? bodyLine : 0, keep: !isDate });
    })
    .join("");
}

/** Width in characters: what is not full-width counts half. */
function widthOf(text: string): number {
  return Array.from(text, (character) => (/[\x20-\x7e]/u.test(character) ? 0.5 : 1)).reduce<number>((a, b) => a + b, 0);
}
