import type { MarkupContent } from "vscode-languageserver-types";

/** What a hover says, before it is written as Markdown or as plain text: a title, paragraphs and lists. */
export interface Card {
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A paragraph, or a list of points. */
export type Part = string | readonly string[];

/** Writes a card; its texts are shown letter by letter, whatever Markdown would make of them. */
export function writeCard({ title, parts }: Card, markdown: boolean): MarkupContent {
  const write = markdown ? escaped : (text: string) => text;
  const body = parts
    .filter((part) => part.length > 0)
    .map((part) => (typeof part === "string" ? write(part) : part.map((point) => `- ${write(point)}`).join("\n")));
  const head = markdown ? `**${escaped(title)}**` : title;
  return { kind: markdown ? "markdown" : "plaintext", value: [head, ...body].join("\n\n") };
}

/** Line breaks become blanks, addresses no links; marks that begin a list or a heading only do so at the start. */
function escaped(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~&$@]|:(?=\/\/)|(?<=www)\./giu, "\\$&")
    .replace(/^(\d{1,9})([.)])/u, "$1\\$2")
    .replace(/^[-+#=]/u, "\\$&");
}
