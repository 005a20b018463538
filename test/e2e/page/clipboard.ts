import type { Page } from "playwright-core";

/** Puts on the clipboard what a spreadsheet does when a table is copied: text with tabs and, where given, HTML. */
export async function copyOutside(page: Page, text: string, html?: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(
    async ([plain, rich]) => {
      const blob = (type: string, content: string) => ({ [type]: new Blob([content], { type }) });
      const parts = { ...blob("text/plain", plain), ...(rich === undefined ? {} : blob("text/html", rich)) };
      await navigator.clipboard.write([new ClipboardItem(parts)]);
    },
    [text, html] as const,
  );
}

/** What is on the clipboard, by its type. The page has to have the focus. */
export async function clipboardOf(page: Page, type: "text/plain" | "text/html"): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  return page.evaluate(async (wanted) => {
    const [item] = await navigator.clipboard.read();
    return item?.types.includes(wanted) ? (await item.getType(wanted)).text() : "";
  }, type);
}
