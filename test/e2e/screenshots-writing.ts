import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser, openPage } from "./hosts/browser.ts";
import { projectFolder } from "./hosts/process.ts";
import { startWebHost } from "./hosts/web.ts";
import { goIntoRow, goToLine, linesInView, lineWith, moveBy, openFile, tabInTable } from "./page/editor.ts";
import { openQuickFixes } from "./page/quick-fix.ts";
import { pick, runCommand } from "./page/quick-input.ts";
import { makeWorkspace } from "./workspace.ts";

// Retakes the pictures of docs/writing.md; what is said of fonts in screenshots.ts holds here, too.

const workspace = makeWorkspace(join(projectFolder, "examples"), {
  "nianbao.inlayHints": true,
  // A Han character is two letters wide in it, so that columns are seen aligned.
  "editor.fontFamily": "'Noto Sans Mono CJK SC', monospace",
});
const row = workspace.wrongTotal.line + 1;
const clean = readFileSync(join(workspace.folder, "clean.md"), "utf8");
writeFileSync(join(workspace.folder, "blank.md"), clean.replaceAll(/(?<=\|) (?:0|\d+) (?=\|)/gu, "  "));
writeFileSync(
  join(workspace.folder, "untidy.md"),
  clean.replaceAll(/^\| (?=[一二三四]、|行政)/gmu, "|   ").replaceAll(/ \| (?=\d)/gu, "|  "),
);

const host = await startWebHost({ extensionDevelopmentPath: projectFolder, folder: workspace.folder });
const browser = await launchBrowser();
try {
  const page = await openPage(browser, host.url, { viewport: { width: 1180, height: 800 }, deviceScaleFactor: 1.5 });
  await openFile(page, "wrong-total.md");
  await page.keyboard.press("Control+b");
  await arithmetic(page);
  await sum(page);
  await outline(page);
  await search(page);
  await completion(page);
  await fillBlanks(page);
  await totals(page);
  await formatting(page);
  await walkthrough(page);
} finally {
  await browser.close();
  await host.dispose();
  workspace.dispose();
}

/** The addends of a total, and the signs behind all of them. */
async function arithmetic(page: Page): Promise<void> {
  await goToLine(page, row);
  await page.keyboard.press("End");
  for (const _ of " |") await moveBy(page, "ArrowLeft");
  await page.locator(".editor-instance .wordHighlightStrong").first().waitFor();
  await lineWith(page, "差 1").waitFor();
  await take(page, "arithmetic");
}

/** The hover box of the total of totals: long sums by their groups, and a relation that is broken. */
async function sum(page: Page): Promise<void> {
  const line = clean.split("\n").findIndex((each) => each.includes("（七）总计")) + 1;
  await goToLine(page, line);
  await page.keyboard.press("End");
  for (const _ of " |") await moveBy(page, "ArrowLeft");
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Control+i");
  await page.locator(".monaco-hover:not(.hidden)", { hasText: "勾稽关系" }).first().waitFor();
  await take(page, "sum");
  await page.keyboard.press("Escape");
}

async function outline(page: Page): Promise<void> {
  await page.keyboard.press("Control+Shift+O");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "表三" }).first().waitFor();
  await take(page, "outline");
  await page.keyboard.press("Escape");
}

async function search(page: Page): Promise<void> {
  await page.keyboard.press("F1");
  const box = page.locator(".quick-input-widget");
  await box.locator("input.input").first().fill("#青石市2023");
  await box.locator(".monaco-list-row", { hasText: "青石市商务局 2023年" }).first().waitFor();
  await take(page, "search");
  await page.keyboard.press("Escape");
}

async function completion(page: Page): Promise<void> {
  await openAlone(page, "typed.md");
  await goToLine(page, row);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await page.keyboard.type("bnxs");
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "本年新收" }).first().waitFor();
  await take(page, "completion");
  await page.keyboard.press("Escape");
}

/** Four figures typed into a table of blanks, and the menu. */
async function fillBlanks(page: Page): Promise<void> {
  await openAlone(page, "blank.md");
  for (const [line, ...figures] of [
    [row, "14", "5"],
    [row + 2, "9", "5"],
  ] as const) {
    await goIntoRow(page, line);
    for (const figure of figures) {
      await tabInTable(page);
      await page.keyboard.type(figure);
    }
  }
  await openQuickFixes(page);
  await take(page, "fill-blanks");
  await page.keyboard.press("Escape");
}

/** A figure was changed: the actions for its totals. */
async function totals(page: Page): Promise<void> {
  await openAlone(page, "keyed.md");
  await goIntoRow(page, row);
  await tabInTable(page);
  await page.keyboard.type("15");
  await openQuickFixes(page);
  await take(page, "totals");
  await page.keyboard.press("Escape");
}

/** The same lines before and after formatting. */
async function formatting(page: Page): Promise<void> {
  await openAlone(page, "untidy.md");
  await goToLine(page, row);
  await take(page, "untidy");
  await page.keyboard.press("Control+Shift+I");
  while (!(await linesInView(page)).some((line) => line.startsWith("| 一、"))) await page.waitForTimeout(50);
  await take(page, "formatted");
}

async function walkthrough(page: Page): Promise<void> {
  await runCommand(page, "打开演练");
  await pick(page, "政府信息公开", "写一份政府信息公开工作年度报告");
  await page.locator(".gettingStartedContainer .getting-started-step").first().waitFor();
  await take(page, "walkthrough");
}

/** The side bar is there only to open a file. */
async function openAlone(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+b");
  await openFile(page, name);
  await page.keyboard.press("Control+b");
}

async function take(page: Page, picture: string): Promise<void> {
  await page.screenshot({
    path: join(projectFolder, "docs", "images", `${picture}.png`),
    animations: "disabled",
  });
  console.log(`docs/images/${picture}.png`);
}
