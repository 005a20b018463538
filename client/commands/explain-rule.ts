import { commands, l10n, window } from "vscode";
import { ruleOf, rules } from "../../server/rules/index.ts";
import { rulePageOf } from "../rule-pages.ts";
import type { Command } from "./command.ts";

/** 查看规则说明: the page on a rule in VS Code's own preview, without a network. A rule id as an argument picks it. */
export const explainRule: Command = {
  id: "nianbao.explainRule",
  enablement: "true",
  run: async (_session, told) => {
    const rule = (typeof told === "string" ? ruleOf(told) : undefined) ?? (await pickRule());
    if (rule === undefined) return undefined;
    const page = rulePageOf(rule.id);
    // Locked and beside: any other preview would turn to the report as soon as the clerk does.
    await commands.executeCommand("markdown.showLockedPreviewToSide", page);
    return page;
  },
};

async function pickRule() {
  const items = rules.map((rule) => ({ label: rule.title, description: rule.id, rule }));
  const placeHolder = l10n.t("Which rule? Type a word of its name");
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.rule;
}
