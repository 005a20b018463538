import { docx, wordParagraph } from "./docx.ts";
import { pdf, pdfParagraphs, pdfText } from "./pdf.ts";

// Documents written down line by line: a line is a paragraph, one between bars a row of a table.

/**
 * A Word document. `^^` goes on the cell above, `>>` the cell to the left; what begins with `<w:` stands for the runs of
 * the cell as they are.
 */
export function smallDocx(lines: readonly string[]): Uint8Array {
  const body = pieces(lines).map((piece) =>
    typeof piece === "string" ? paragraph(piece) : `<w:tbl>${piece.map(wordRow).join("")}</w:tbl>`,
  );
  return docx({ body: body.join("") });
}

/** A PDF file: cells of a row are framed and equally wide; cells between tabs have no frame; `===` begins a page. */
export function smallPdf(lines: readonly string[]): Uint8Array {
  const pages = [{ content: "", y: 780 }];
  for (const piece of pieces(lines)) {
    const page = pages.at(-1);
    if (page === undefined) break;
    if (piece === "===") pages.push({ content: "", y: 780 });
    else if (typeof piece !== "string") for (const row of piece) drawRow(page, row, true);
    else if (piece.includes("\t")) drawRow(page, piece.split("\t"), false);
    else {
      const written = pdfParagraphs([piece], page.y);
      page.content += written.content;
      page.y = written.y;
    }
  }
  return pdf(pages.map(({ content }) => content));
}

type Row = readonly string[];

function pieces(lines: readonly string[]): readonly (string | Row[])[] {
  const found: (string | Row[])[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (!line.startsWith("|")) {
      found.push(line);
      continue;
    }
    const row = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    if (Array.isArray(last)) last.push(row);
    else found.push([row]);
  }
  return found;
}

function paragraph(text: string): string {
  return text.startsWith("<w:") ? `<w:p>${text}</w:p>` : wordParagraph(text);
}

function wordRow(row: Row): string {
  const cells = row.flatMap((text, at) => {
    if (text === ">>") return [];
    const rest = row.slice(at + 1);
    const more = rest.findIndex((next) => next !== ">>");
    const columns = 1 + (more < 0 ? rest.length : more);
    const merge = text === "^^" ? "<w:vMerge/>" : '<w:vMerge w:val="restart"/>';
    return `<w:tc><w:tcPr><w:gridSpan w:val="${columns}"/>${merge}</w:tcPr>${paragraph(text === "^^" ? "" : text)}</w:tc>`;
  });
  return `<w:tr>${cells.join("")}</w:tr>`;
}

function drawRow(page: { content: string; y: number }, row: Row, isFramed: boolean): void {
  const high = 36;
  const wide = 475 / row.length;
  for (const [at, text] of row.entries()) {
    const left = 60 + at * wide;
    if (isFramed) page.content += `${left} ${page.y - high} ${wide} ${high} re S\n`;
    const lines = text.match(new RegExp(`.{1,${Math.max(1, Math.floor((wide - 4) / 5))}}`, "gu")) ?? [];
    for (const [nth, line] of lines.entries()) {
      page.content += pdfText(line, left + 2, page.y - 10 - nth * 7).replace("/F 10 Tf", "/F 5 Tf");
    }
  }
  page.y -= high;
}
