import type { Page } from "playwright-core";

/** Runs a command as a person does: by its title in the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await pick(page, `>${title}`, title);
}

/** Types into the box at the top of the window and takes the first entry that holds a text, once there is one. */
export async function pick(page: Page, typed: string, entry: string): Promise<void> {
  const box = page.locator(".quick-input-widget");
  await box.locator("input.input").first().fill(typed);
  const row = box.locator(".monaco-list-row", { hasText: entry }).first();
  await row.click();
  await row.waitFor({ state: "hidden" });
}

/** Answers the question that a command asks at the top of the window. */
export async function answer(page: Page, question: string, text: string): Promise<void> {
  const box = page.locator(".quick-input-widget", { hasText: question });
  await box.locator("input.input").fill(text);
  await page.keyboard.press("Enter");
  await box.waitFor({ state: "hidden" });
}
