import type { Locator, Page } from "playwright-core";

/** Opens the Problems panel by its counter in the status bar, unless it is open. */
export async function showProblems(page: Page): Promise<void> {
  const panel = page.locator(".markers-panel");
  if (!(await panel.isVisible())) await page.locator('.statusbar [id="status.problems"]').click();
  await panel.waitFor();
}

/** Leaves those problems in the open Problems panel that hold a text, or whose file does: the rest may be out of view. */
export async function filterProblems(page: Page, text: string): Promise<void> {
  await page.locator(".viewpane-filter input:visible").fill(text);
}

/** The rows of the open Problems panel that hold a text: a file's name or a problem. */
export const problemRow = (page: Page, text: string): Locator =>
  page.locator(".markers-panel .monaco-list-row", { hasText: text });

/** The texts of all rows in view in the open Problems panel, files and problems. */
export async function problems(page: Page): Promise<string[]> {
  const rows = page.locator(".markers-panel .monaco-list-row");
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

/** All that the status bar says. */
export async function statusText(page: Page): Promise<string> {
  const items = await page.locator(".statusbar .statusbar-item:visible").allInnerTexts();
  return items.map((text) => text.trim()).join("  ");
}

/** The rows in view in the checklist, each as a screen reader reads it. */
export async function checklistRows(page: Page): Promise<string[]> {
  const rows = page.locator('[id="workbench.view.extension.nianbao"] .monaco-list-row');
  await rows.nth(5).waitFor();
  return rows.evaluateAll((all) => all.map((row) => row.getAttribute("aria-label") ?? ""));
}

/** The row of the checklist that holds a text. */
export const checklistRow = (page: Page, text: string): Locator =>
  page.locator('[id="workbench.view.extension.nianbao"] .monaco-list-row', { hasText: text });

/** The notification that holds a text. */
export const notification = (page: Page, text: string): Locator =>
  page.locator(".notification-list-item", { hasText: text });
