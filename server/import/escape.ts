import { escapeText } from "../write/markdown.ts";

/** Plain text as one line of Markdown that reads back as that text, its blanks included but for tabs. */
export function escapeLine(text: string): string {
  return text
    .split(/(\s+)/u)
    .map((part) => (part.trim() === "" ? part.replaceAll(/[\t\r\n\f\v]/gu, " ") : escapeText(part)))
    .join("")
    .trim();
}

/** Plain text as the words of a heading, which number signs at its end would close. */
export function escapeHeading(text: string): string {
  return escapeLine(joinLines(text)).replace(/(?<!#)#+$/u, (marks) => marks.replaceAll("#", "\\#"));
}

/** Lines of plain text as a paragraph: what would begin a list, a quotation or a rule is text. */
export function escapeParagraph(text: string): string {
  const lines = text.split("\n").map((line) =>
    escapeLine(line)
      .replace(/^[-+=>#]/u, "\\$&")
      .replace(/^(\d{1,9})([.)])(?=\s|$)/u, "$1\\$2"),
  );
  return lines.filter((line) => line !== "").join("\n");
}

/** Words that were broken over two lines as one: figures and Latin words stay apart. */
function joinLines(text: string): string {
  return text.replaceAll(/([\x21-\x7e])\n(?=[\x21-\x7e])/gu, "$1 ").replaceAll("\n", "");
}
