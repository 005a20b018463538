import { buffer } from "node:stream/consumers";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

// Parses what comes in, as the first thing this program does, and says how many milliseconds that took.
const text = (await buffer(process.stdin)).toString("utf8");
const start = performance.now();
unified().use(remarkParse).use(remarkGfm).parse(text);
process.stdout.write(String(performance.now() - start));
