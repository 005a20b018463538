import type { Locator, Page } from "playwright-core";
import { comesUp, linesInView, moveBy, tabInTable } from "./editor.ts";

/** The keyboard as the only means of input, with a count of the keys that were struck. */
export interface CountedKeyboard {
  /** Keys struck so far: each key of a chord, and one a character, whatever an input method would need for it. */
  readonly count: () => number;
  readonly press: (chord: string, times?: number) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Goes through a table, key by key. */
  readonly walk: (...chords: readonly string[]) => Promise<void>;
  /** Runs a command by as much of its title as tells it from the others. */
  readonly run: (typed: string, title: string) => Promise<void>;
  /** Takes a suggestion for the line at the cursor. */
  readonly complete: (label: string) => Promise<void>;
  /** Takes an action for the place at the cursor. */
  readonly act: (title: string) => Promise<void>;
}

/** Looks at the page between keys, as a person does, and never reaches for the mouse. */
export function countedKeyboard(page: Page): CountedKeyboard {
  let struck = 0;
  async function press(chord: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      struck += chord.split("+").length;
      await page.keyboard.press(chord);
    }
  }
  async function walk(...chords: readonly string[]): Promise<void> {
    for (const chord of chords) {
      struck += chord.split("+").length;
      // A digit in place of a selected one leaves the cursor where it is.
      if (/^\d$/u.test(chord)) await page.keyboard.press(chord);
      else if (chord === "Tab") await tabInTable(page);
      else await moveBy(page, chord);
    }
  }
  async function type(text: string): Promise<void> {
    struck += text.length;
    await page.keyboard.type(text);
  }
  async function run(typed: string, title: string): Promise<void> {
    await press("F1");
    const box = page.locator(".quick-input-widget:visible");
    await box.locator("input.input").waitFor();
    await type(typed);
    await box.locator(".monaco-list-row.focused", { hasText: title }).waitFor();
    await press("Enter");
  }
  /** Goes down an open list until the entry has the focus, and takes it. */
  async function take(rows: Locator, title: string): Promise<void> {
    // A list may open with what the editor knows itself, and be drawn anew when the extension has answered.
    await comesUp(rows.filter({ hasText: title }).first());
    const focused = rows.and(page.locator(".focused"));
    const passed: string[] = [];
    for (;;) {
      await focused.first().waitFor();
      const [entry = ""] = await focused.allInnerTexts();
      if (entry.replaceAll("\u00a0", " ").includes(title)) break;
      if (passed.push(entry) > MOST_ENTRIES) throw new Error(notAmong(title, passed, await linesInView(page)));
      await press("ArrowDown");
    }
    await press("Enter");
    await rows.first().waitFor({ state: "hidden" });
  }
  async function complete(label: string): Promise<void> {
    await press("Control+Space");
    await take(page.locator(".suggest-widget.visible .monaco-list-row"), label);
  }
  async function act(title: string): Promise<void> {
    const rows = page.locator(".action-widget .monaco-list-row.action");
    await press("Control+.");
    // A menu that was asked for while the last figure was still on its way does not come: then it is asked for again.
    if (!(await comesUp(rows.first()))) await press("Control+.");
    await take(rows, title);
  }
  return { count: () => struck, press, type, walk, run, complete, act };
}

/** No list here is as long: whoever passes as many has been round it. */
const MOST_ENTRIES = 40;

/** What a list held instead, and in which text: all there is to tell by where no picture is kept. */
function notAmong(title: string, entries: readonly string[], lines: readonly string[]): string {
  const brief = (texts: readonly string[]) => texts.map((text) => text.slice(0, 12)).join(" | ");
  return `No ${title} among these:\n${brief(entries)}\nin this text:\n${brief(lines)}`;
}
