import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Data, unified } from "unified";
import { readFrontMatter } from "./front-matter.ts";
import { type Builder, outlineBuilder } from "./markdown-outline.ts";
import type { Outline } from "./outline.ts";
import { moved, readerOfPieces } from "./pieces.ts";

type Extension = Exclude<NonNullable<Data["fromMarkdownExtensions"]>[number], readonly unknown[]>;

/** Reads a Markdown document. It never fails on a text that `tooComplex` lets pass; all offsets are those of `text`. */
export function readMarkdown(text: string): Outline {
  const front = readFrontMatter(text);
  const outline = moved(readPieces(text.slice(front.bodyStart)), front.bodyStart);
  return front.title === undefined ? outline : { title: front.title, ...outline };
}

/** Reads Markdown without front matter in one go; `readMarkdown` gives the same, piece by piece. */
export const readWhole = createParser();

const readPieces = readerOfPieces(readWhole);

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
      const data = this.data();
      const given = (data.fromMarkdownExtensions ?? []).flat();
      // The transforms only look for bare addresses in the finished tree, which nobody reads.
      const plain = given.map((one) => ({ ...one, transforms: [] }));
      data.fromMarkdownExtensions = [...plain, listener(() => builder)];
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

function listener(builder: () => Builder): Extension {
  return {
    enter: {
      characterReference(token) {
        this.enter({ type: "text", value: "" }, token);
      },
    },
    exit: {
      characterReference(token) {
        const node = this.stack.at(-1);
        if (node?.type === "text") builder().decoded(token.start.offset, token.end.offset, node.value);
        this.exit(token);
      },
    },
    afterExit(token) {
      builder().token(token.type, token.start.offset, token.end.offset);
    },
  };
}
