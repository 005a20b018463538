import type { Locator, Page } from "playwright-core";
import { pick } from "./quick-input.ts";

/**
 * Opens a file of the folder by a double click in the explorer, and resolves when its text is shown. When a file above
 * comes or goes between the two clicks the row has moved on, and one clicks again.
 */
export async function openFile(page: Page, name: string): Promise<void> {
  const text = editorOf(page, name).locator(".view-line").first();
  for (let isShown = false; !isShown; ) {
    await page.locator(".explorer-folders-view").getByRole("treeitem", { name, exact: true }).dblclick();
    isShown = await comesUp(text);
  }
}

/** Whether something comes up in the time a person would wait for it. */
export function comesUp(awaited: Locator): Promise<boolean> {
  return awaited.waitFor({ timeout: 8000 }).then(
    () => true,
    () => false,
  );
}

/** The editor that shows a file. */
export const editorOf = (page: Page, name: string): Locator =>
  page.locator(`.editor-instance .monaco-editor[data-uri$="/${encodeURIComponent(name)}"]`);

/** Takes an entry of the menu a file has in the explorer. */
export async function takeFromMenu(page: Page, name: string, entry: string): Promise<void> {
  await page.locator(".explorer-folders-view").getByRole("treeitem", { name, exact: true }).click({ button: "right" });
  const item = page.locator(".monaco-menu .action-item", { hasText: entry }).first();
  // A menu that has just opened lets no button go for a tenth of a second.
  await item.click({ delay: 200 });
  await item.waitFor({ state: "hidden" });
}

/** Drops a file from outside into an editor, as with Shift held: into its text. */
export async function dropFile(page: Page, editor: Locator, name: string, bytes: Uint8Array): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([Uint8Array.from(content)], file));
      return transfer;
    },
    [name, [...bytes]] as const,
  );
  const { x = 0, y = 0 } = (await editor.locator(".view-lines").boundingBox()) ?? {};
  for (const type of ["dragenter", "dragover", "drop"]) {
    await editor.locator(".view-lines").dispatchEvent(type, {
      dataTransfer: dropped,
      shiftKey: true,
      clientX: x + 5,
      clientY: y + 5,
    });
  }
}

/** The first line in view that holds a text. */
export const lineWith = (page: Page, text: string): Locator =>
  page.locator(".editor-instance .view-line", { hasText: text }).first();

/** The lines in view, blank for blank: a locator's text takes a row of blanks for one. */
export async function linesInView(page: Page): Promise<readonly string[]> {
  const lines = await page.locator(".editor-instance .view-line").allTextContents();
  return lines.map((line) => line.replaceAll("\u00a0", " "));
}

/** The squiggles drawn in the part of the editor that is in view. */
export const squiggles = (page: Page): Locator =>
  page.locator(".editor-instance").locator(".squiggly-error, .squiggly-warning, .squiggly-info");

/** Scrolls to a line, counted from one. */
export async function goToLine(page: Page, line: number): Promise<void> {
  await page.locator(".editor-instance .view-lines").first().click();
  await page.keyboard.press("Control+g");
  await pick(page, `:${line}`, String(line));
}

/** Puts the cursor into the first cell of a row, behind its bar; lines count from one. */
export async function goIntoRow(page: Page, line: number): Promise<void> {
  await goToLine(page, line);
  for (const _ of "| ") await moveBy(page, "ArrowRight");
}

/** Presses a key that moves the cursor, and resolves when the cursor is drawn elsewhere: the status bar lags behind. */
export async function moveBy(page: Page, key: string): Promise<void> {
  // What was typed before may still be on its way to the screen.
  await nextFrames(page);
  const cursor = ".editor-instance .monaco-editor.focused .cursors-layer .cursor";
  const before = await page.locator(cursor).first().getAttribute("style");
  await page.keyboard.press(key);
  await page.waitForFunction(
    ([selector, old]) => {
      const place = (style: string | null | undefined) => style?.match(/(?:top|left): [^;]+/gu)?.join();
      return place(document.querySelector(selector)?.getAttribute("style")) !== place(old);
    },
    [cursor, before] as const,
  );
}

/**
 * Presses Tab with the cursor in a table, and resolves when it has led to a figure. Until the extension has heard where
 * the cursor is the key is the editor's own, and indents: nobody is as fast as a test, which takes it back.
 */
export async function tabInTable(page: Page): Promise<void> {
  for (let attempts = 5; attempts > 0; attempts--) {
    const before = await lineAtCursor(page);
    await moveBy(page, "Tab");
    const after = await lineAtCursor(page);
    if (after.length === before.length || after.replace(/\s/gu, "") !== before.replace(/\s/gu, "")) return;
    await moveBy(page, "Control+z");
  }
  throw new Error("Tab leads nowhere");
}

/** The text of the line with the cursor, as it is drawn. */
async function lineAtCursor(page: Page): Promise<string> {
  return page.evaluate(() => {
    const editor = document.querySelector(".editor-instance .monaco-editor.focused");
    const topOf = (element: Element | null | undefined) => element?.getBoundingClientRect().top ?? Number.NaN;
    const top = topOf(editor?.querySelector(".cursors-layer .cursor"));
    const lines = [...(editor?.querySelectorAll(".view-line") ?? [])];
    return lines.find((line) => Math.abs(topOf(line) - top) < 4)?.textContent ?? "";
  });
}

/** Resolves when what has happened is drawn. */
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))));
}

/** Puts the cursor into a squiggle or a text in view with a click. */
export async function putCursor(page: Page, target: Locator | string): Promise<void> {
  const { x, y } = await middleOf(page, target);
  await page.mouse.click(x, y);
}

/**
 * Holds the mouse over a squiggle or a text in view until the hover box says what is expected.
 * Its parts come from several providers, one after the other: the first text in it need not be all of it.
 */
export async function hoverAt(page: Page, target: Locator | string, expected: string): Promise<string> {
  const shown = page.locator(".monaco-hover:not(.hidden) .monaco-hover-content");
  const answer = shown.filter({ hasText: expected }).first();
  for (let attempts = 5; ; attempts--) {
    const { x, y } = await middleOf(page, target);
    // A box that is still up from before must not be taken for the answer.
    await page.mouse.move(0, 0);
    await shown.first().waitFor({ state: "hidden" });
    await page.mouse.move(x, y, { steps: 4 });
    // The line above a table comes late and moves it from under the mouse: then it is put there again.
    if (await comesUp(answer)) return (await shown.first().textContent()) ?? "";
    if (attempts === 1) throw new Error(`No hover box with ${expected}`);
  }
}

/** The middle of what may still be scrolling into place: read until it is the same in two frames. */
async function middleOf(page: Page, target: Locator | string): Promise<{ x: number; y: number }> {
  const read = () => (typeof target === "string" ? boxOf(page, target) : target.first().boundingBox());
  const deadline = Date.now() + 10_000;
  for (let before = await read(); Date.now() < deadline; ) {
    await nextFrames(page);
    const box = await read();
    if (box && box.x === before?.x && box.y === before.y)
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    before = box;
  }
  throw new Error(`Not in view: ${target}`);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a text is on the screen: a line of the editor is split into tokens, and its blanks do not break. */
async function boxOf(page: Page, text: string): Promise<Box | null> {
  const line = lineWith(page, text);
  await line.waitFor();
  return line.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const places: { node: Node; offset: number }[] = [];
    let whole = "";
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const part = node.nodeValue ?? "";
      for (let offset = 0; offset < part.length; offset++) places.push({ node, offset });
      whole += part.replaceAll("\u00a0", " ");
    }
    const at = whole.indexOf(wanted);
    const [first, last] = [places[at], places[at + wanted.length - 1]];
    if (first === undefined || last === undefined) return null;
    const range = document.createRange();
    range.setStart(first.node, first.offset);
    range.setEnd(last.node, last.offset + 1);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x, y, width, height };
  }, text);
}
