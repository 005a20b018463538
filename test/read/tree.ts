import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** The headings, paragraphs and pipe tables of a Markdown text as remark's own tree has them, in the lines of `view`. */
export function viewOfTree(markdown: string): readonly string[] {
  return linesOf(processor.parse(markdown));
}

function linesOf(node: Nodes | Root): readonly string[] {
  if (node.type === "heading") return [`${"#".repeat(node.depth)} ${textOf(node)}`];
  if (node.type === "paragraph") return [textOf(node)].filter((text) => text !== "");
  if (node.type === "table")
    return node.children.map((row) => `| ${row.children.map((cell) => cellText(textOf(cell))).join(" | ")} |`);
  return "children" in node ? node.children.flatMap(linesOf) : [];
}

function textOf(node: Nodes): string {
  return visible(node).replaceAll(/^[ \t\n]+|[ \t\n]+$/gu, "");
}

function visible(node: Nodes): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value.replaceAll(/\r\n?/gu, "\n");
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if (node.type === "break") return "\n";
  return "children" in node ? node.children.map(visible).join("") : "";
}

/** A cell of nothing but blanks has no text. */
function cellText(text: string): string {
  return text.trim() === "" ? "" : text;
}
