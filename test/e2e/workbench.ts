import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchBrowser, openPage } from "./hosts/browser.ts";
import { projectFolder } from "./hosts/process.ts";
import { startWebHost, type WebHost } from "./hosts/web.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Opens VS Code for the Web with a folder for the tests of one file, and takes both away behind them. `opened` is given
 * the one page of all of them; a test that fails leaves a picture of it in `test-results/`.
 */
export function useWorkbench(workspace: Workspace, opened: (page: Page) => void, look?: BrowserContextOptions): void {
  let host: WebHost | undefined;
  let browser: Browser | undefined;
  let page: Page | undefined;

  beforeAll(async () => {
    host = await startWebHost({ extensionDevelopmentPath: projectFolder, folder: workspace.folder });
    browser = await launchBrowser();
    page = await openPage(browser, host.url, look);
    opened(page);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") {
      await page?.screenshot({ path: join(projectFolder, "test-results", `${task.name}.png`) });
    }
    // A box that a failed test leaves open would take the keys of the next one.
    for (const _ of "12") await page?.keyboard.press("Escape");
  });
  afterAll(async () => {
    await browser?.close();
    await host?.dispose();
    workspace.dispose();
  });
}
