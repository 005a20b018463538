import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser, openPage } from "./hosts/browser.ts";
import { projectFolder } from "./hosts/process.ts";
import { startWebHost } from "./hosts/web.ts";
import { copyOutside } from "./page/clipboard.ts";
import { goToLine, hoverAt, lineWith, openFile, putCursor, squiggles, takeFromMenu } from "./page/editor.ts";
import { checklistRow, checklistRows, problemRow, showProblems } from "./page/panels.ts";
import { openPreview } from "./page/preview.ts";
import { openQuickFixes } from "./page/quick-fix.ts";
import { runCommand } from "./page/quick-input.ts";
import { makeWorkspace } from "./workspace.ts";

// Retakes the pictures of the README from the running VS Code. They want a Chinese font: fonts-noto-cjk on Debian. Where
// others are installed, FONTCONFIG_FILE can name a configuration that leaves them out.

const examples = join(projectFolder, "examples");
const images = join(projectFolder, "docs", "images");
const name = readdirSync(examples).find((each) => /^03-.*\.md$/.test(each)) ?? "";
const clean = readdirSync(examples).find((each) => /^01-.*\.md$/.test(each)) ?? "";
const mixed = readdirSync(examples).find((each) => /^02-.*\.md$/.test(each)) ?? "";
mkdirSync(images, { recursive: true });

const host = await startWebHost({ extensionDevelopmentPath: projectFolder, folder: examples });
const browser = await launchBrowser();
try {
  const look = { viewport: { width: 1320, height: 880 }, deviceScaleFactor: 1.5 };
  const page = await openPage(browser, host.url, look);
  await pastePreview(page);
  await openFile(page, name);
  await overview(page);
  await quickFixMenu(page);
  await labelHover(page);
  await checklistView(page);
  await previewBeside(await openPage(browser, host.url, look));
  await importView();
} finally {
  await browser.close();
  await host.dispose();
}

/** What a table copied in Excel would change, before it changes anything. */
async function pastePreview(page: Page): Promise<void> {
  await openFile(page, clean);
  const rows = [
    ["项目", "总计", "自然人", "商业企业"],
    ["四、结转下年度继续办理", "3", "2", "1"],
    ["二、上年结转政府信息公开申请数量", "3", "2", "1"],
    ["其中：网上申请", "9", "6", "3"],
    ["一、本年新收政府信息公开申请数量", "24", "15", "6"],
  ];
  await copyOutside(page, rows.map((row) => row.join("\t")).join("\n"));
  const lines = readFileSync(join(examples, clean), "utf8").split("\n");
  await goToLine(page, lines.findIndex((line) => line.startsWith("| 一、")) + 1);
  await runCommand(page, "按行名列名粘贴");
  // Away from the box, which would explain itself.
  await page.mouse.move(0, 0);
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "→" }).first().waitFor();
  await lineWith(page, "一、本年新收政府信息公开申请数量").waitFor();
  await take(page, "paste");
  await page.keyboard.press("Escape");
}

/** A whole report: squiggles, the hover box of one and the Problems panel. */
async function overview(page: Page): Promise<void> {
  await showProblems(page);
  await problemRow(page, "sum-mismatch").first().dblclick();
  // Away from the figure: with the cursor in it, every figure like it is lit up.
  await putCursor(page, "## 三、收到和处理政府信息公开申请情况");
  await hoverAt(page, squiggles(page), "sum-mismatch");
  await take(page, "overview");
}

/** The quick fixes of a wrong total. */
async function quickFixMenu(page: Page): Promise<void> {
  await putCursor(page, squiggles(page));
  await openQuickFixes(page);
  await take(page, "quick-fix");
  await page.keyboard.press("Escape");
}

/** What a label of the form means. */
async function labelHover(page: Page): Promise<void> {
  await hoverAt(page, "上年结转政府信息公开申请数量", "上年");
  await take(page, "hover");
}

/** The checklist of a report with something of everything: done, wrong, to be written, not checked. */
async function checklistView(page: Page): Promise<void> {
  await openFile(page, mixed);
  await runCommand(page, "提交前检查");
  await checklistRows(page);
  await widenSideBar(page, 140);
  for (const number of ["六、", "三、", "一、"]) {
    await checklistRow(page, number).locator(".monaco-tl-twistie").click();
  }
  await page.mouse.move(0, 0);
  await take(page, "checklist");
}

/** A report as it will be printed beside its text, with the note of a wrong total. */
async function previewBeside(page: Page): Promise<void> {
  await openFile(page, name);
  await goToLine(page, 56);
  await squiggles(page).first().waitFor();
  await page.keyboard.press("Control+b");
  const preview = await openPreview(page);
  await preview.locator("tr", { hasText: "一、本年新收政府信息公开申请数量" }).getByRole("note").focus();
  await page.mouse.move(0, 0);
  await take(page, "preview");
}

/** A published page that lost a figure, imported: the report, and beside it what has to be looked at. */
async function importView(): Promise<void> {
  const workspace = makeWorkspace(examples);
  const other = await startWebHost({ extensionDevelopmentPath: projectFolder, folder: workspace.folder });
  try {
    const page = await openPage(browser, other.url, { viewport: { width: 1320, height: 700 }, deviceScaleFactor: 1.5 });
    await takeFromMenu(page, "published.html", "导入为年报");
    await lineWith(page, "核对：原文共有").waitFor();
    await goToLine(page, 75);
    await squiggles(page).first().waitFor();
    // The words of headings are bold once the colours are there.
    await page.locator(".editor-instance .view-line .mtkb").first().waitFor();
    await page.mouse.move(0, 0);
    await take(page, "import");
  } finally {
    await other.dispose();
    workspace.dispose();
  }
}

/** Draws the edge of the side bar to the right, so that long names are seen whole. */
async function widenSideBar(page: Page, by: number): Promise<void> {
  const { x = 0, width = 0, y = 0 } = (await page.locator(".part.sidebar").boundingBox()) ?? {};
  await page.mouse.move(x + width, y + 300);
  await page.mouse.down();
  await page.mouse.move(x + width + by, y + 300, { steps: 4 });
  await page.mouse.up();
}

async function take(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: join(images, `${picture}.png`), animations: "disabled" });
  console.log(`docs/images/${picture}.png`);
}
