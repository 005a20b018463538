import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

// Parses every file of a folder and does nothing else: what a check is measured by.
const [folder = "."] = process.argv.slice(2);
const processor = unified().use(remarkParse).use(remarkGfm);
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
  if (name.endsWith(".md")) processor.parse(readFileSync(join(folder, name), "utf8"));
