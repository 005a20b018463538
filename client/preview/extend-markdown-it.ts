import { arrangeTables } from "./arrange-tables.ts";
import type { Env, MarkdownIt } from "./markdown-it.ts";
import { type Finding, noteFindings } from "./notes.ts";

/**
 * What makes VS Code's own preview of Markdown show a report as it will be printed, with the findings in the margin.
 * `findingsOf` is asked once in every rendering, with the document as VS Code names it.
 */
export function extendMarkdownIt(md: MarkdownIt, findingsOf: (document: unknown) => readonly Finding[]): MarkdownIt {
  const asked = new WeakMap<Env, readonly Finding[]>();
  md.core.ruler.push("nianbao_tables", arrangeTables);
  noteFindings(md, (env) => {
    if (env?.currentDocument === undefined) return [];
    const findings = asked.get(env) ?? findingsOf(env.currentDocument);
    asked.set(env, findings);
    return findings;
  });
  return md;
}
