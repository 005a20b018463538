import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { projectFolder } from "./hosts/process.ts";
import { clipboardOf, copyOutside } from "./page/clipboard.ts";
import {
  dropFile,
  editorOf,
  goIntoRow,
  goToLine,
  hoverAt,
  lineWith,
  moveBy,
  openFile,
  putCursor,
  squiggles,
  tabInTable,
  takeFromMenu,
} from "./page/editor.ts";
import {
  checklistRow,
  checklistRows,
  filterProblems,
  notification,
  problemRow,
  problems,
  statusText,
} from "./page/panels.ts";
import { closePreview, isInView, openPreview } from "./page/preview.ts";
import { openLightbulb, takeQuickFix } from "./page/quick-fix.ts";
import { answer, runCommand } from "./page/quick-input.ts";
import { useWorkbench } from "./workbench.ts";
import { makeWorkspace } from "./workspace.ts";

// What a person sees in VS Code for the Web: one page for all tests, and a report of its own for each that edits one.

const workspace = makeWorkspace(join(projectFolder, "examples"));
const { line, right } = workspace.wrongTotal;
let page: Page;
useWorkbench(workspace, (opened) => {
  page = opened;
});

test("a wrong total is underlined, and its hover box says what is due", async () => {
  await openFile(page, "wrong-total.md");
  await goToLine(page, line + 1);
  await squiggles(page).first().waitFor();
  expect(await squiggles(page).count()).toBe(1);
  const text = await hoverAt(page, squiggles(page), "sum-mismatch");
  expect(text).toContain("nianbao");
  expect(text).toContain(right);
});

test("a label explains itself on hover", async () => {
  await openFile(page, "clean.md");
  await goToLine(page, line + 1);
  const label = "本年新收政府信息公开申请数量";
  expect(await hoverAt(page, label, "新收")).not.toContain("sum-mismatch");
});

test("a figure is underlined while it is typed, and no longer when it is right again", async () => {
  await openFile(page, "typed.md");
  await goToLine(page, line + 1);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("7");
  await squiggles(page).first().waitFor();
  await page.keyboard.press("Backspace");
  await squiggles(page).first().waitFor({ state: "hidden" });
});

test("Tab and Enter lead from figure to figure, and figures typed there land in their cells", async () => {
  await openFile(page, "keyed.md");
  await goIntoRow(page, line + 1);
  for (const [key, figure] of [
    ["Tab", "31"],
    ["Tab", "32"],
    ["Tab", "33"],
    ["Enter", "43"],
    ["Shift+Tab", "42"],
  ] as const) {
    await (key === "Tab" ? tabInTable(page) : moveBy(page, key));
    await page.keyboard.type(figure);
  }
  await lineWith(page, "| 一、本年新收政府信息公开申请数量 |  |  | 31 | 32 | 33 |").waitFor();
  await lineWith(page, "| 二、上年结转政府信息公开申请数量 |  |  | 1 | 42 | 43 |").waitFor();
});

// Rows and columns in another order than in the report, and a row it does not have.
const copiedRows = [
  ["", "商业企业", "自然人"],
  ["二、上年结转政府信息公开申请数量", "72", "71"],
  ["某某转办的申请", "5", "6"],
  ["一、本年新收政府信息公开申请数量", "62", "61"],
];
const copiedText = `${copiedRows.map((row) => row.join("\t")).join("\r\n")}\r\n`;
const copiedHtml = `<table>${copiedRows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`).join("")}</table>`;

test("a table copied in Excel goes to the cells its names tell, and one undo takes it back", async () => {
  await openFile(page, "pasted.md");
  await goIntoRow(page, line + 1);
  const before = lineWith(page, "| 一、本年新收政府信息公开申请数量 |  |  | 14 | 5 | 0 |");
  await before.waitFor();
  await copyOutside(page, copiedText, copiedHtml);
  await page.keyboard.press("Control+v");
  await lineWith(page, "| 一、本年新收政府信息公开申请数量 |  |  | 61 | 62 |").waitFor();
  await lineWith(page, "| 二、上年结转政府信息公开申请数量 |  |  | 71 | 72 |").waitFor();
  await notification(page, "已按行名列名填入：改动 4 格，1 行没有位置").waitFor();
  await page.keyboard.press("Control+z");
  await before.waitFor();
});

test("plain pasting stays: the widget has it, and outside of tables there is no other", async () => {
  await openFile(page, "pasted.md");
  await goIntoRow(page, line + 1);
  await copyOutside(page, copiedText);
  await page.keyboard.press("Control+v");
  await page.locator(".post-edit-widget").click();
  await takeQuickFix(page, "插入纯文本");
  await lineWith(page, "某某转办的申请").waitFor();
  await page.keyboard.press("Control+z");
  await lineWith(page, "某某转办的申请").waitFor({ state: "hidden" });
});

test("the command shows what would change, and changes what is ticked", async () => {
  await openFile(page, "chosen.md");
  await goIntoRow(page, line + 1);
  await copyOutside(page, copiedText);
  await runCommand(page, "按行名列名粘贴");
  const box = page.locator(".quick-input-widget", { hasText: "改动 4 格" });
  const rows = box.locator(".monaco-list-row");
  await rows.filter({ hasText: "“某某转办的申请” 5、6：没有这一行" }).waitFor();
  const first = rows.filter({ hasText: "表三“一、本年新收政府信息公开申请数量”的自然人" });
  expect(await first.textContent()).toContain("14 → 61");
  await first.click();
  await box.locator("input.input").press("Enter");
  await lineWith(page, "| 一、本年新收政府信息公开申请数量 |  |  | 14 | 62 |").waitFor();
  await lineWith(page, "| 二、上年结转政府信息公开申请数量 |  |  | 71 | 72 |").waitFor();
});

test("a table is copied as text with tabs, and with merged cells from its page", async () => {
  await openFile(page, "copied.md");
  await goToLine(page, line + 1);
  await runCommand(page, "复制表格");
  const told = notification(page, "表三已复制，可以贴入 Excel 或 WPS");
  await told.waitFor();
  expect(await clipboardOf(page, "text/plain")).toContain("一、本年新收政府信息公开申请数量\t\t\t14\t5\t0\t");
  await told.getByRole("button", { name: "带合并单元格…" }).click();
  const shown = page.frameLocator("iframe.webview").frameLocator("#active-frame");
  await shown.getByRole("button").click();
  await shown.locator("output", { hasText: "表三已复制" }).waitFor();
  await page.keyboard.press("Control+w");
  await lineWith(page, "本年新收政府信息公开申请数量").click();
  expect(await clipboardOf(page, "text/html")).toMatch(/<th[^>]*colspan="7"[^>]*>申请人情况/u);
  expect(await clipboardOf(page, "text/plain")).toContain("\t14\t5\t0\t");
});

test("outside of tables Tab and Enter are what they are everywhere", async () => {
  await openFile(page, "keyed.md");
  await goToLine(page, 4);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.type("x");
  await lineWith(page, "    x").waitFor();
});

test("a quick fix from the lightbulb mends the total, and the squiggle goes", async () => {
  await openFile(page, "mended.md");
  await goToLine(page, line + 1);
  await squiggles(page).first().waitFor();
  await putCursor(page, squiggles(page));
  const titles = await openLightbulb(page);
  const title = titles.find((each) => each.includes(right));
  expect(title, titles.join("; ")).toBeDefined();
  await takeQuickFix(page, title ?? "");
  await squiggles(page).first().waitFor({ state: "hidden" });
});

test("the check from the command palette fills the Problems panel with reports that are not open", async () => {
  await runCommand(page, "检查工作区全部报告");
  await filterProblems(page, "unopened.md");
  await problemRow(page, "unopened.md").first().waitFor();
  expect((await problems(page)).join("\n")).toContain("nianbao");
});

test("a new report is asked for in the command palette and opened", async () => {
  await runCommand(page, "新建年报");
  await answer(page, "(1/2)", "青石县档案局");
  await answer(page, "(2/2)", "2023");
  await lineWith(page, "# 青石县档案局2023年政府信息公开工作年度报告").waitFor();
  expect(await statusText(page)).toContain("Markdown");
});

test("a draft is exported as a Word file beside it, and told to be a draft", async () => {
  await openFile(page, "wrong-total.md");
  await goToLine(page, line + 1);
  await squiggles(page).first().waitFor();
  await runCommand(page, "年报: 导出");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Word" }).click();
  const path = page.locator(".quick-input-widget", { hasText: "导出年报" }).locator("input.input");
  await expect.poll(() => path.inputValue()).toMatch(/\/wrong-total\.docx$/u);
  await page.keyboard.press("Enter");
  const told = notification(page, "已导出到 wrong-total.docx");
  await told.waitFor();
  expect(await told.textContent()).toContain("草稿：有 1 处错误没有改正");
});

test("the preview shows the tables as they are printed and the finding beside its row, and follows the cursor", async () => {
  await openFile(page, "previewed.md");
  await goToLine(page, line + 1);
  await squiggles(page).first().waitFor();
  const preview = await openPreview(page);
  const requests = preview.locator("table", { hasText: "申请人情况" });
  expect(await requests.locator("thead tr").count()).toBe(3);
  expect(await requests.getByRole("columnheader", { name: "法人或其他组织" }).getAttribute("colspan")).toBe("5");
  expect(await requests.getByRole("rowheader", { name: "三、本年度办理结果" }).getAttribute("rowspan")).toBe("22");
  const row = requests.locator("tr", { hasText: "一、本年新收政府信息公开申请数量" });
  const total = row.getByRole("cell").last();
  expect(await total.evaluate((cell) => getComputedStyle(cell).fontWeight)).toBe("700");
  const note = row.getByRole("note");
  await note.hover();
  const told = note.getByText(`的总计应为 ${right}`);
  await told.waitFor();
  await expect.poll(() => isInView(row)).toBe(true);
  await goToLine(page, 1);
  await expect.poll(() => isInView(row)).toBe(false);
  await expect.poll(() => isInView(preview.locator("h1"))).toBe(true);
  await goToLine(page, line + 1);
  await expect.poll(() => isInView(row)).toBe(true);
  // The line is wrapped: the first time leads to the end of its upper part.
  for (const key of ["End", "End"]) await page.keyboard.press(key);
  for (const key of ["ArrowLeft", "ArrowLeft", "Backspace", right.slice(-1)]) await moveBy(page, key);
  await note.waitFor({ state: "detached" });
  expect(await total.textContent()).toBe(right);
  await closePreview(page);
});

test("a check before submission opens the checklist, a click in it leads to the place, and the preview notes more", async () => {
  await openFile(page, "draft.md");
  const preview = await openPreview(page);
  const note = preview.locator("tr", { hasText: "四、结转下年度继续办理" }).getByRole("note");
  expect(await note.count()).toBe(0);
  await goToLine(page, 1);
  await runCommand(page, "提交前检查");
  const rows = await checklistRows(page);
  expect(rows.map((row) => /^(.)、.*, (.*)$/.exec(row)?.slice(1))).toEqual([
    ["一", "已完成"],
    ["二", "已完成"],
    ["三", "待填 1"],
    ["四", "已完成"],
    ["五", "待填 1"],
    ["六", "已完成"],
  ]);
  await checklistRow(page, "五、存在的主要问题及改进情况").click();
  await lineWith(page, "## 五、存在的主要问题及改进情况").waitFor();
  await note.waitFor();
  await closePreview(page);
});

test("a page is imported from its menu in the Explorer, and what has to be looked at is listed beside it", async () => {
  await page.keyboard.press("Control+Shift+e");
  await takeFromMenu(page, "published.html", "导入为年报");
  await lineWith(page, "核对：原文共有").waitFor();
  await lineWith(page, "四、结转下年度继续办理").waitFor();
  const told = page.locator(".notification-list-item", { hasText: "有需要核对的地方" });
  expect(await told.textContent()).toContain("没有填入表格 6 个");
});

test("a PDF file is imported in the browser, too", async () => {
  await takeFromMenu(page, "printed.pdf", "导入为年报");
  await lineWith(page, "没有找到表二、表三、表四").waitFor();
  await lineWith(page, "年政府信息公开工作年度报告").waitFor();
});

test("a Word document dropped into an empty document becomes its text", async () => {
  await openFile(page, "empty.md");
  const editor = editorOf(page, "empty.md");
  await dropFile(page, editor, "年报.docx", readFileSync(join(workspace.folder, "dropped.docx")));
  // Those before it had places to be looked at.
  const told = page.locator(".notification-list-item", { hasText: "转换前后一致", hasNotText: "有需要核对的地方" });
  await told.waitFor();
  // The cursor stands behind what was dropped.
  await editor.locator(".view-line", { hasText: "## 六、其他需要报告的事项" }).first().waitFor();
});
