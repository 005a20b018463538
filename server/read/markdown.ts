import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Data, unified } from "unified";
import { readFrontMatter } from "./front-matter.ts";
import { type Builder, outlineBuilder } from "./markdown-outline.ts";
import type { Outline } from "./outline.ts";

type Extension = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;

/** Reads a Markdown document. It never fails on a text that `tooComplex` lets pass; all offsets are those of `text`. */
export function readMarkdown(text: string): Outline {
  const front = readFrontMatter(text);
  const builder = outlineBuilder(text, front.bodyStart);
  parse(text.slice(front.bodyStart), builder);
  const outline = builder.outline();
  return front.title === undefined ? outline : { title: front.title, ...outline };
}

/**
 * Runs remark for its tokens: they know the place of every visible character, which the syntax tree does not
 * (a text node there may hold escapes, references and line prefixes).
 */
function parse(body: string, builder: Builder): void {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(function listen() {
      const data = this.data();
      const given = (data.fromMarkdownExtensions ?? []).flat();
      // The transforms only look for bare addresses in the finished tree, which nobody reads.
      data.fromMarkdownExtensions = [...given.map((one) => ({ ...one, transforms: [] })), listener(builder)];
    });
  processor.parse(body);
}

function listener(builder: Builder): Extension {
  return {
    enter: {
      characterReference(token) {
        this.enter({ type: "text", value: "" }, token);
      },
    },
    exit: {
      characterReference(token) {
        const node = this.stack.at(-1);
        if (node?.type === "text") builder.decoded(token.start.offset, token.end.offset, node.value);
        this.exit(token);
      },
    },
    afterExit(token) {
      builder.token(token.type, token.start.offset, token.end.offset);
    },
  };
}
