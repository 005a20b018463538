import { type HtmlToken, xmlTokens } from "./html-tokens.ts";
import { type OfficeKind, unzip } from "./zip.ts";

/** A part of an Office file: its XML, and the tags and texts of it. */
export interface OfficePart {
  readonly xml: string;
  readonly tokens: readonly HtmlToken[];
}

/** Deeper nesting than any document has. */
const DEEPEST = 200;

/** The parts of an Office file that are wanted, by path; a string says in Chinese why it is not read. */
export function readParts(
  bytes: Uint8Array,
  kind: OfficeKind,
  isWanted: (path: string) => boolean,
): ReadonlyMap<string, OfficePart> | string {
  const files = unzip(bytes, kind, isWanted);
  if (typeof files === "string") return files;
  const parts = new Map<string, OfficePart>();
  for (const [path, xml] of files) {
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) return "文件里有不正常的声明，没有转换";
    const tokens = xmlTokens(xml);
    if (!isNested(tokens)) return `文件已损坏，请用 ${kind.program} 打开后另存一份再转换`;
    parts.set(path, { xml, tokens });
  }
  return parts;
}

/** Whether every element that begins ends where it should. */
function isNested(tokens: readonly HtmlToken[]): boolean {
  const open: string[] = [];
  for (const token of tokens) {
    if (token.kind === "open") open.push(token.name);
    if (token.kind === "close" && open.pop() !== token.name) return false;
    if (open.length > DEEPEST) return false;
  }
  return open.length === 0;
}
