import { type Disposable, type ExtensionContext, Uri, workspace } from "vscode";
import { ruleOf } from "../server/rules/index.ts";
import { CERTAINTY_NAMES, type Rule } from "../server/rules/rule.ts";

const scheme = "nianbao-rule";

/** Address of the page on a rule inside the extension. */
export function rulePageOf(id: string): Uri {
  return Uri.from({ scheme, path: `/${id}` });
}

/** Serves the pages on rules from inside the extension: many offices have no network. */
export function provideRulePages({ extensionUri }: ExtensionContext): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) => {
      const rule = ruleOf(path.slice(1));
      return rule === undefined ? "" : writePage(rule, await readCases(extensionUri, rule.id));
    },
  });
}

/** The cases of a rule's spec, which are written to be read; what stands above them the rule says itself. */
async function readCases(extensionUri: Uri, id: string): Promise<string> {
  const file = Uri.joinPath(extensionUri, "test", "rules", `${id}.md`);
  // Without them there is still what the rule says.
  const bytes = await workspace.fs.readFile(file).then(undefined, () => new Uint8Array());
  return /^## [\s\S]*/mu.exec(new TextDecoder().decode(bytes))?.[0] ?? "";
}

function writePage({ id, severity, certainty, title, why, source }: Rule, cases: string): string {
  return [
    `# ${title}`,
    `\`${id}\` · ${CERTAINTY_NAMES[certainty]} · 严重程度：${severities[severity]}`,
    why.trim(),
    `**依据**：${source}`,
    "**例外**：确属例外的，在上一行写明理由后放行：",
    `\`\`\`markdown\n<!-- nianbao-allow ${id}: 理由 -->\n\`\`\``,
    cases,
  ].join("\n\n");
}

const severities = { error: "错误", warning: "警告", info: "提示", hint: "建议" } as const;
