import type { Locator, Page } from "playwright-core";
import { moveBy, tabInTable } from "./editor.ts";

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
  /** Goes down an open list to an entry, and takes it. */
  async function take(rows: Locator, title: string): Promise<void> {
    await rows.first().waitFor();
    const titles = await rows.allInnerTexts();
    const at = titles.findIndex((each) => each.replaceAll("\u00a0", " ").includes(title));
    if (at < 0) throw new Error(`No ${title} among ${titles.join("; ")}`);
    await press("ArrowDown", at);
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
    const came = rows.first().waitFor({ timeout: 8000 });
    await came.catch(() => press("Control+."));
    await take(rows, title);
  }
  return { count: () => struck, press, type, walk, run, complete, act };
}
