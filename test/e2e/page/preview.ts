import type { FrameLocator, Locator, Page } from "playwright-core";

/** Opens VS Code's preview of the Markdown in the editor beside it, by its key, and resolves when it shows a table. */
export async function openPreview(page: Page): Promise<FrameLocator> {
  await page.keyboard.press("Control+k");
  await page.keyboard.press("v");
  const shown = page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  await shown.locator("table").first().waitFor();
  return shown;
}

/** Closes the preview, so that the text has the whole width again. */
export async function closePreview(page: Page): Promise<void> {
  const tab = page.getByRole("tab", { name: /^Preview /u });
  await tab.click({ button: "middle" });
  await tab.waitFor({ state: "detached" });
}

/** Whether the first of some elements is in the part of the preview that is in view. */
export function isInView(element: Locator): Promise<boolean> {
  return element.first().evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top < innerHeight && bottom > 0;
  });
}
