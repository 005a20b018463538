import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { projectFolder } from "./hosts/process.ts";
import { goIntoRow, goToLine, linesInView, lineWith, moveBy, openFile, putCursor, tabInTable } from "./page/editor.ts";
import { openQuickFixes, takeQuickFix } from "./page/quick-fix.ts";
import { answer, pick, runCommand } from "./page/quick-input.ts";
import { useWorkbench } from "./workbench.ts";
import { makeWorkspace } from "./workspace.ts";

// What carries a clerk through writing, each on a real page; the findings themselves are looked at in web.test.ts.

const workspace = makeWorkspace(join(projectFolder, "examples"), { "nianbao.inlayHints": true });
const { line, right } = workspace.wrongTotal;
const firstRow = "| 一、本年新收政府信息公开申请数量 |";
let page: Page;
useWorkbench(workspace, (opened) => {
  page = opened;
});

const editor = ".editor-instance .monaco-editor";

/** Puts the cursor into the total of the first row of 表三. */
async function goToTotal(name: string): Promise<void> {
  await openFile(page, name);
  await goToLine(page, line + 1);
  await page.keyboard.press("End");
  for (const _ of " |") await moveBy(page, "ArrowLeft");
}

test("nothing is announced when the extension starts", async () => {
  await goToTotal("clean.md");
  await page.locator(".codelens-decoration", { hasText: "勾稽 39/39 · 待填 0" }).waitFor();
  expect(await page.locator(".notification-toast").count()).toBe(0);
});

test("the cursor on a total lights its addends, and signs behind totals say whether they add up", async () => {
  await goToTotal("wrong-total.md");
  await page.locator(`${editor} .wordHighlightStrong`).first().waitFor();
  expect(await page.locator(`${editor} .wordHighlight`).count()).toBe(6);
  await lineWith(page, "差 1").waitFor();
});

test("F12 leads from a total to its addends, and Shift+F12 from an addend to its total", async () => {
  await goToTotal("clean.md");
  const peek = page.locator(".peekview-widget");
  const addends = peek.locator(".ref-tree .monaco-list-row");
  await page.keyboard.press("F12");
  await addends.first().waitFor();
  expect(await addends.count()).toBe(6);
  await page.keyboard.press("Escape");
  await peek.waitFor({ state: "hidden" });
  // To the addend before it; a single total is gone to at once.
  for (const _ of "1 | 2") await moveBy(page, "ArrowLeft");
  await moveBy(page, "Shift+F12");
  await page.keyboard.press("F12");
  await addends.first().waitFor();
  expect(await addends.count()).toBe(6);
});

test("the initials of a row's name complete it", async () => {
  await openFile(page, "typed.md");
  await goToLine(page, line + 1);
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await page.keyboard.type("bnxs");
  await page.keyboard.press("Control+Space");
  const first = page.locator(".suggest-widget.visible .monaco-list-row").first();
  await expect.poll(() => first.textContent()).toContain("一、本年新收政府信息公开申请数量");
  await page.keyboard.press("Enter");
  await lineWith(page, `${firstRow} | |`).waitFor();
});

test("what is left blank in a row is filled by one action, its total with the sum", async () => {
  await openFile(page, "typed.md");
  await goIntoRow(page, line + 1);
  await tabInTable(page);
  await page.keyboard.type("7");
  const titles = await openQuickFixes(page);
  const title = titles.find((each) => each.startsWith("本行空白填 0，总计填各项之和"));
  expect(title, titles.join("; ")).toBeDefined();
  await takeQuickFix(page, title ?? "");
  await lineWith(page, "| 7 | 0 | 0 | 0 | 0 | 0 | 7").waitFor();
});

test("a changed figure takes its totals along by one action", async () => {
  await openFile(page, "keyed.md");
  await goIntoRow(page, line + 1);
  await tabInTable(page);
  await page.keyboard.type("15");
  const titles = await openQuickFixes(page);
  const title = titles.find((each) => each.startsWith("随之更新合计：总计 22→23"));
  expect(title, titles.join("; ")).toBeDefined();
  await takeQuickFix(page, title ?? "");
  await lineWith(page, "| 15 | 5 | 0 | 0 | 2 | 1 | 23").waitFor();
});

test("a standard sentence is completed, and Tab leads through what only the clerk knows", async () => {
  await runCommand(page, "新建年报");
  await answer(page, "(1/2)", "青石县档案局");
  await answer(page, "(2/2)", "2023");
  await lineWith(page, "# 青石县档案局2023年").waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-widget.visible .monaco-list-row", { hasText: "对本报告如有疑问" }).click();
  await lineWith(page, "请与青石县档案局联系").waitFor();
  for (const text of ["文昌路18号", "399100", "6210078"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await lineWith(page, "（地址：文昌路18号，邮政编码：399100，电话：6210078）。").waitFor();
});

test("formatting sets the table in order and leaves its figures", async () => {
  await openFile(page, "mended.md");
  await goToLine(page, line + 1);
  await page.keyboard.press("End");
  await page.keyboard.type("      ");
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("      ");
  const starts = async (text: string) => (await linesInView(page)).some((each) => each.startsWith(text));
  await expect.poll(() => starts("|       一、本年新收")).toBe(true);
  await page.keyboard.press("Control+Shift+I");
  await expect.poll(() => starts(firstRow)).toBe(true);
});

test("the outline has the tables and their rows, and a table folds", async () => {
  await openFile(page, "clean.md");
  await goToLine(page, line + 1);
  await page.keyboard.press("Control+Shift+O");
  await pick(page, "@表四", "表四");
  await page.keyboard.press("Control+Shift+BracketLeft");
  const folded = page.locator(".codicon-folding-collapsed");
  await folded.waitFor();
  await page.keyboard.press("Control+Shift+BracketRight");
  await folded.waitFor({ state: "hidden" });
});

test("the headings stay in view in a long table, and the place is named above the editor", async () => {
  await goToTotal("keyed.md");
  const sticky = page.locator(".editor-instance .sticky-widget .sticky-line-content");
  const named = page.locator(".monaco-breadcrumb-item");
  await expect.poll(async () => (await sticky.allTextContents()).join("\n")).toContain("二、主动公开政府信息情况");
  // VS Code goes by the outline that is there first: ours has tables and rows, its own for Markdown the headings.
  await expect.poll(async () => (await named.allTextContents()).join("\n")).toMatch(/表三|三、收到和处理/u);
});

test("the selection grows from the figure to the row and to the table", async () => {
  await goToTotal("clean.md");
  const selected = page.locator('.statusbar [id="status.editor.selection"]');
  const length = async () => Number(/已选择\s*(\d+)/u.exec((await selected.textContent()) ?? "")?.[1] ?? 0);
  // What VS Code itself grows to, such as a word, comes in between.
  const lengths = [0];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press("Shift+Alt+ArrowRight");
    await expect.poll(length).toBeGreaterThan(lengths.at(-1) ?? 0);
    lengths.push(await length());
  }
  expect(lengths[1]).toBe(right.length);
  expect(lengths.at(-1)).toBeGreaterThan(firstRow.length);
});

test("reports are found by agency and year from anywhere", async () => {
  // Ctrl+T, which a browser keeps for itself.
  await page.keyboard.press("F1");
  await pick(page, "#青石市2023", "青石市商务局 2023年");
  await lineWith(page, "# 青石市商务局2023年政府信息公开工作年度报告").waitFor();
});

test("a new report is begun from last year's", async () => {
  await openFile(page, "clean.md");
  await putCursor(page, lineWith(page, "# "));
  await runCommand(page, "按上年年报新建");
  await lineWith(page, "2024年政府信息公开工作年度报告").waitFor();
});

test("New File offers a report, and a walkthrough of four steps shows the way", async () => {
  await openFile(page, "notes.md");
  await runCommand(page, "新建文件...");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "年报" }).first().waitFor();
  await page.keyboard.press("Escape");
  await runCommand(page, "打开演练");
  await pick(page, "政府信息公开", "写一份政府信息公开工作年度报告");
  const steps = page.locator(".gettingStartedContainer .getting-started-step");
  await steps.first().waitFor();
  expect(await steps.count()).toBe(4);
});

test("commands on a report are offered for reports only", async () => {
  await openFile(page, "notes.md");
  await page.keyboard.press("F1");
  const box = page.locator(".quick-input-widget:visible");
  await box.locator("input.input").fill(">年报");
  await box.locator(".monaco-list-row", { hasText: "新建年报" }).first().waitFor();
  const titles = (await box.locator(".monaco-list-row").allInnerTexts()).join("\n");
  expect(titles).not.toContain("导出");
  await page.keyboard.press("Escape");
});
