import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { Command } from "../client/commands/command.ts";
import { forms } from "../server/form/index.ts";
import { rules } from "../server/rules/index.ts";
import { injectionGrammar } from "../syntaxes/grammar.ts";

// The list of commands is data, but it stands beside what the commands do in VS Code.
vi.mock("vscode", () => ({}));
vi.mock("vscode-languageclient", () => ({ NotificationType: Object, RequestType: Object }));

const root = join(import.meta.dirname, "..");

// These tests are the generators, too: `npx vitest run -u test/generated.test.ts` writes the files anew.

test("the grammar is made from the forms", async () => {
  await expect(toJson(injectionGrammar(forms))).toMatchFileSnapshot(join(root, "syntaxes/nianbao.injection.json"));
});

test("commands and settings in the manifest are made from their lists", async () => {
  const { list } = await import("../client/commands/index.ts");
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const { contributes } = manifest;
  const { properties } = contributes.configuration;
  properties["nianbao.form"] = { ...properties["nianbao.form"], ...formChoices() };
  properties["nianbao.severity"] = { ...properties["nianbao.severity"], ...severities() };
  contributes.commands = list.map(commandEntry);
  // What cannot be run is not listed either.
  contributes.menus.commandPalette = list
    .filter(({ enablement }) => enablement !== "true")
    .map(({ id, enablement }) => ({ command: id, when: enablement }));
  await expect(toJson(manifest)).toMatchFileSnapshot(join(root, "package.json"));
});

function commandEntry({ id, icon, enablement }: Pick<Command, "id" | "icon" | "enablement">) {
  const title = `%${id.replace(/^nianbao\./, "command.")}%`;
  // What a command leaves out, JSON leaves out.
  return { command: id, title, category: "%command.category%", icon, enablement };
}

function formChoices() {
  const described = forms.map(({ years: { from, to }, notice }) => {
    const until = to === undefined ? "年度起" : to === from ? "年度" : `—${to}年度`;
    return `${from}${until} · ${notice.number}`;
  });
  return {
    enum: ["auto", ...forms.map(({ id }) => id)],
    enumDescriptions: ["%configuration.form.auto%", ...described],
  };
}

/** One property for every rule, so that the settings editor offers them by name; the titles are Chinese everywhere. */
function severities() {
  const weights = ["error", "warning", "info", "hint", "off"];
  const properties = rules.map(({ id, title, severity }) => [
    id,
    { type: "string", enum: weights, default: severity, description: title },
  ]);
  return { properties: Object.fromEntries(properties), additionalProperties: false };
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
