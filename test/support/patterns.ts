import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

const root = join(import.meta.dirname, "../..");

/** A regular expression of the project, and where it is written or made: `server/draft/title.ts:82`. */
export interface Pattern {
  readonly at: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that is written down in the sources of a folder. */
function writtenPatterns(folder: string): readonly Pattern[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).flatMap((file) => patternsIn(join(folder, file)));
}

function patternsIn(file: string): readonly Pattern[] {
  const code = readFileSync(join(root, file), "utf8");
  const found: Pattern[] = [];
  const visitor = new Visitor({
    Literal(node) {
      if (!("regex" in node)) return;
      const { pattern: source, flags } = node.regex;
      found.push({ at: `${file}:${code.slice(0, node.start).split("\n").length}`, source, flags });
    },
  });
  visitor.visit(parseSync(file, code).program);
  return found;
}

/**
 * Every regular expression that our own sources put together while `run` does. What is to be seen has to be loaded by
 * `run` itself, for a module makes its patterns once.
 */
async function builtPatterns(run: () => Promise<void>): Promise<readonly Pattern[]> {
  const made = new Map<string, Pattern>();
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, [source, flags]: [string | RegExp, string | undefined]) {
      const pattern = new target(source, flags);
      const maker = /[/\\](server[/\\](?:draft|form|read|rules|write|features|import)[/\\][^():]+\.ts:\d+)/u.exec(
        new Error("Where the pattern is made").stack?.split("\n")[2] ?? "",
      )?.[1];
      if (maker !== undefined) made.set(String(pattern), { at: maker, source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = original;
  }
  return [...made.values()];
}

/** The patterns of the server and the client, those included that are put together as reports are checked. */
export async function ownPatterns(): Promise<readonly Pattern[]> {
  const built = await builtPatterns(async () => {
    const { analyze, defaultSettings } = await import("../../server/analysis.ts");
    const examples = join(root, "examples");
    for (const name of readdirSync(examples).filter((one) => one.endsWith(".md")))
      analyze(readFileSync(join(examples, name), "utf8"), defaultSettings);
  });
  return [...writtenPatterns("server"), ...writtenPatterns("client"), ...built];
}
