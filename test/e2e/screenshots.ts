import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser, openPage } from "./hosts/browser.ts";
import { projectFolder } from "./hosts/process.ts";
import { startWebHost } from "./hosts/web.ts";
import { hoverAt, openFile, putCursor, squiggles } from "./page/editor.ts";
import { problemRow, showProblems } from "./page/panels.ts";
import { openQuickFixes } from "./page/quick-fix.ts";

// Retakes the pictures of the README from the running VS Code. They want a Chinese font: fonts-noto-cjk on Debian.

const examples = join(projectFolder, "examples");
const images = join(projectFolder, "docs", "images");
const name = readdirSync(examples).find((each) => /^03-.*\.md$/.test(each)) ?? "";
mkdirSync(images, { recursive: true });

const host = await startWebHost({ extensionDevelopmentPath: projectFolder, folder: examples });
const browser = await launchBrowser();
try {
  const page = await openPage(browser, host.url, { viewport: { width: 1320, height: 880 }, deviceScaleFactor: 1.5 });
  await openFile(page, name);
  await overview(page);
  await quickFixMenu(page);
  await labelHover(page);
} finally {
  await browser.close();
  await host.dispose();
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

async function take(page: Page, picture: string): Promise<void> {
  await page.screenshot({ path: join(images, `${picture}.png`), animations: "disabled" });
  console.log(`docs/images/${picture}.png`);
}
