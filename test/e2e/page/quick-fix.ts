import type { Locator, Page } from "playwright-core";
import { comesUp } from "./editor.ts";

/**
 * Opens the menu of quick fixes from the lightbulb at the cursor's line and resolves with their titles.
 * The menu comes up only where there is a choice: a single preferred fix is applied at once.
 */
export async function openLightbulb(page: Page): Promise<string[]> {
  // A line that comes above the table takes the lightbulb away; it is there again when the cursor has moved.
  while (!(await comesUp(lightbulb(page))))
    for (const key of ["ArrowLeft", "ArrowRight"]) await page.keyboard.press(key);
  await lightbulb(page).click();
  return menuTitles(page);
}

/** Opens the menu of quick fixes at the cursor by the keyboard and resolves with their titles. */
export async function openQuickFixes(page: Page): Promise<string[]> {
  await page.keyboard.press("Control+.");
  return menuTitles(page);
}

/** Takes the entry with this title in the open menu of quick fixes. */
export async function takeQuickFix(page: Page, title: string): Promise<void> {
  const entry = entries(page).filter({ hasText: title }).first();
  // The menu comes up under an invisible cover that the first movement of the mouse takes away.
  await entry.hover({ force: true });
  await entry.click();
  await entry.waitFor({ state: "hidden" });
}

// In the text where there is room for it, else in the margin.
const lightbulb = (page: Page): Locator =>
  page.locator('.editor-instance :is(.lightBulbWidget, .margin [class*="gutter-lightbulb"]):visible').first();

const entries = (page: Page): Locator => page.locator(".action-widget .monaco-list-row.action");

async function menuTitles(page: Page): Promise<string[]> {
  await entries(page).first().waitFor();
  const titles = await entries(page).allInnerTexts();
  return titles.map((title) => title.trim());
}
