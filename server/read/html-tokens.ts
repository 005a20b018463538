import { Tokenizer } from "htmlparser2";

/** A tag or a stretch of text of HTML, with its place in the source. Comments and scripts give none. */
export type HtmlToken = HtmlTag | HtmlText;

/** A start or end tag from `<` to behind `>`; the name and the names of attributes are in lower case. */
export interface HtmlTag {
  readonly kind: "open" | "close";
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: ReadonlyMap<string, string>;
}

interface HtmlText {
  readonly kind: "text";
  readonly start: number;
  readonly end: number;
  /** What a character reference stands for; without it the text is the source itself. */
  readonly text?: string;
}

/** The tags and texts of `source[from, to)` as written: whether they match is the reader's business. */
export function htmlTokens(source: string, from: number, to: number): HtmlToken[] {
  return tokensOf(source, from, to, false);
}

/** The tags and texts of XML; an empty element gives both its tags. */
export function xmlTokens(source: string): HtmlToken[] {
  return tokensOf(source, 0, source.length, true);
}

function tokensOf(source: string, from: number, to: number, isXml: boolean): HtmlToken[] {
  const found: Found = {
    source,
    isXml,
    from,
    to,
    tokens: [],
    attributes: new Map(),
    name: "",
    start: from,
    attribute: "",
    value: "",
  };
  const tokenizer = new Tokenizer({ xmlMode: isXml }, callbacks(found));
  tokenizer.write(source.slice(from, to));
  tokenizer.end();
  return found.tokens;
}

interface Found {
  readonly source: string;
  readonly isXml: boolean;
  readonly from: number;
  readonly to: number;
  readonly tokens: HtmlToken[];
  /** The start tag that has not ended yet. */
  name: string;
  start: number;
  attributes: Map<string, string>;
  attribute: string;
  value: string;
}

const unseen: ReadonlySet<string> = new Set(["script", "style", "title", "textarea", "iframe", "noembed", "noframes"]);

function callbacks(found: Found): ConstructorParameters<typeof Tokenizer>[1] {
  const { source, from } = found;
  const none = (): void => {};
  return {
    onopentagname(start, end) {
      found.name = source.slice(from + start, from + end).toLowerCase();
      found.start = from + start - 1;
      found.attributes = new Map();
    },
    onattribname(start, end) {
      found.attribute = source.slice(from + start, from + end).toLowerCase();
      found.value = "";
    },
    onattribdata(start, end) {
      found.value += source.slice(from + start, from + end);
    },
    onattribentity(codepoint) {
      found.value += String.fromCodePoint(codepoint);
    },
    onattribend: () => void found.attributes.set(found.attribute, found.value),
    onopentagend: (end) => addOpenTag(found, from + end + 1),
    onselfclosingtag: (end) => {
      addOpenTag(found, from + end + 1);
      if (found.isXml) found.tokens.push({ ...tagOf(found, from + end + 1), kind: "close" });
    },
    onclosetag: (start, end) => addCloseTag(found, from + start, from + end),
    ontext: (start, end) => addText(found, { kind: "text", start: from + start, end: from + end }),
    ontextentity: (codepoint, end) => addReference(found, from + end, String.fromCodePoint(codepoint)),
    oncomment: none,
    oncdata: none,
    ondeclaration: none,
    onprocessinginstruction: none,
    onend: none,
  };
}

function addOpenTag(found: Found, end: number): void {
  found.tokens.push(tagOf(found, end));
}

function tagOf({ name, start, attributes }: Found, end: number): HtmlTag {
  return { kind: "open", name, start, end, attributes };
}

function addCloseTag(found: Found, start: number, nameEnd: number): void {
  const name = found.source.slice(start, nameEnd).toLowerCase();
  const last = found.source.slice(nameEnd, found.to).indexOf(">");
  const end = last === -1 ? found.to : nameEnd + last + 1;
  found.tokens.push({ kind: "close", name, start: start - "</".length, end, attributes: new Map() });
}

function addText(found: Found, text: HtmlText): void {
  const last = found.tokens.at(-1);
  if (last?.kind !== "open" || !unseen.has(last.name)) found.tokens.push(text);
}

/** A reference that stands for two characters is reported twice with the same end. */
function addReference(found: Found, end: number, text: string): void {
  const start = found.source.lastIndexOf("&", end - 1);
  const last = found.tokens.at(-1);
  if (last?.kind === "text" && last.start === start) {
    found.tokens[found.tokens.length - 1] = { ...last, text: (last.text ?? "") + text };
  } else addText(found, { kind: "text", start, end, text });
}
