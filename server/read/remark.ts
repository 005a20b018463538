import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Data, unified } from "unified";
import { type Builder, outlineBuilder, tokenTypes } from "./markdown-outline.ts";
import type { Outline } from "./outline.ts";

type Handle = NonNullable<NonNullable<Extension["exit"]>[keyof NonNullable<Extension["exit"]>]>;

type Extension = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;

/** Tokens remark makes nodes of, but for character references, which are decoded on the way. */
const TREE_TOKENS = [
  "atxHeading",
  "atxHeadingSequence",
  "autolink",
  "autolinkEmail",
  "autolinkProtocol",
  "blockQuote",
  "characterEscape",
  "characterEscapeValue",
  "codeFenced",
  "codeFencedFence",
  "codeFencedFenceInfo",
  "codeFencedFenceMeta",
  "codeFlowValue",
  "codeIndented",
  "codeText",
  "codeTextData",
  "data",
  "definition",
  "definitionDestinationString",
  "definitionLabelString",
  "definitionTitleString",
  "emphasis",
  "hardBreakEscape",
  "hardBreakTrailing",
  "htmlFlow",
  "htmlFlowData",
  "htmlText",
  "htmlTextData",
  "image",
  "label",
  "labelText",
  "lineEnding",
  "link",
  "listItem",
  "listItemValue",
  "listOrdered",
  "listUnordered",
  "paragraph",
  "reference",
  "referenceString",
  "resource",
  "resourceDestinationString",
  "resourceTitleString",
  "setextHeading",
  "setextHeadingLineSequence",
  "setextHeadingText",
  "strong",
  "thematicBreak",
] as const;

/**
 * Runs remark for its tokens: they know the place of every visible character, which the syntax tree does not
 * (a text node there may hold escapes, references and line prefixes).
 */
function createParser(): (body: string) => Outline {
  let builder = outlineBuilder("");
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(function listen() {
      // In place of what builds the syntax tree, which nobody would read.
      this.data().fromMarkdownExtensions = [silence, listener(() => builder)];
    })
    .freeze();
  return (body) => {
    builder = outlineBuilder(body);
    processor.parse(body);
    const outline = builder.outline();
    builder = outlineBuilder("");
    return outline;
  };
}

const ignore = () => {};

/** Keeps every token from becoming a part of a syntax tree. */
const silence: Extension = {
  enter: Object.fromEntries(TREE_TOKENS.map((type) => [type, ignore])),
  exit: Object.fromEntries(TREE_TOKENS.map((type) => [type, ignore])),
};

/** Hands the tokens that tell something to the builder, in the order in which they end. */
function listener(builder: () => Builder): Extension {
  const tell: Handle = (token) => builder().token(token.type, token.start.offset, token.end.offset);
  return {
    enter: {
      characterReference(token) {
        this.enter({ type: "text", value: "" }, token);
      },
    },
    exit: {
      ...Object.fromEntries(tokenTypes.map((type) => [type, tell])),
      characterReference(token) {
        const node = this.stack.at(-1);
        if (node?.type === "text") builder().decoded(token.start.offset, token.end.offset, node.value);
        this.exit(token);
      },
    },
  };
}

/** Reads Markdown without front matter in one go. The bundles load this file when a text first needs it. */
export const readWhole = createParser();
