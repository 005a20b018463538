import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../server/rules/index.ts";
import { CERTAINTY_NAMES } from "../server/rules/rule.ts";
import { goals } from "./support/goals.ts";
import { notChecked } from "./support/not-checked.ts";

const root = join(import.meta.dirname, "..");
const severities = { error: "错误", warning: "警告", info: "提示", hint: "建议" } as const;
const documents = [
  "README.md",
  "README.zh-CN.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs/rules.md",
  "docs/not-checked.md",
  "docs/mutation.md",
  "docs/performance.md",
];

describe("documents", () => {
  test("the index of rules is generated from the rules", async () => {
    const lines = rules.map(
      ({ id, title, certainty, severity, source }) =>
        `| [\`${id}\`](../test/rules/${id}.md) | ${title} | ${CERTAINTY_NAMES[certainty]} | ${severities[severity]} | ${source} |`,
    );
    const index = [
      "# 规则目录",
      "",
      "每条规则一页：查什么、凭什么、怎么改、什么时候可以允许。严重程度可用设置 `nianbao.severity` 改变。[哪些不检查，为什么](not-checked.md)另列一页。",
      "",
      "| 规则 | 含义 | 类别 | 严重程度 | 依据 |",
      "| --- | --- | --- | --- | --- |",
      ...lines,
      "",
    ].join("\n");
    await expect(index).toMatchFileSnapshot(join(root, "docs", "rules.md"));
  });

  test("the page on what is not checked is generated from the kinds of faults no rule looks for", async () => {
    const lines = Object.values(notChecked).map(({ what, why }) => `| ${what} | ${why} |`);
    const page = [
      "# 不检查的问题",
      "",
      "没有提示，不等于没有问题。下面几类问题，人看得出来，[规则](rules.md)不检查；定稿之前请自己读一遍。",
      "",
      "| 问题 | 为什么不检查 |",
      "| --- | --- |",
      ...lines,
      "",
    ].join("\n");
    await expect(page).toMatchFileSnapshot(join(root, "docs", "not-checked.md"));
  });

  test("the page on speed has every goal, what was measured for it, and whether that reaches it", () => {
    const rows = readFileSync(join(root, "docs", "performance.md"), "utf8").match(/^\|.*\|$/gmu) ?? [];
    const cells = rows.slice(2).map((row) => row.split(/(?<!\\)\|/u).map((cell) => cell.trim()));
    expect(cells.map(([, what, first, , later]) => ({ what, first, later }))).toEqual(
      goals.map(({ what, first, later }) => ({ what, first, later })),
    );
    for (const [, , , first, , later, measured] of cells) {
      expect(`${first}${later}`).toMatch(/^[✓✗–]{2}$/u);
      expect(measured).toMatch(/\d/u);
    }
  });

  test.each(documents)("every relative link of %s leads somewhere", (document) => {
    const text = readFileSync(join(root, document), "utf8").replaceAll(/```[\s\S]*?```/gu, "");
    const targets = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/gu)].map(([, target = ""]) => target);
    const dead = targets.filter(
      (target) => !/^https?:/u.test(target) && !existsSync(join(root, dirname(document), target)),
    );
    expect(dead).toEqual([]);
  });

  test("both READMEs name every setting and no other", () => {
    const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    const settings = Object.keys(manifest.contributes.configuration.properties);
    for (const document of ["README.md", "README.zh-CN.md"]) {
      const named = [...readFileSync(join(root, document), "utf8").matchAll(/^\| `(nianbao\.[\w.]+)` \|/gmu)].map(
        ([, name]) => name,
      );
      expect(named.toSorted()).toEqual(settings.toSorted());
    }
  });
});
