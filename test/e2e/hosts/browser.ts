import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { projectFolder } from "./process.ts";

/** Starts a browser without a window: the one `NIANBAO_BROWSER` names, an installed one, or the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const { path, env = {} } = await findBrowser();
  return chromium.launch({ executablePath: path, args: flags, env: { ...process.env, ...env } });
}

/** Opens a page as a Chinese user sees it. */
export async function openPage(browser: Browser, url: string, look: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ locale: "zh-CN", viewport: { width: 1440, height: 900 }, ...look });
  // A busy machine is slow, not broken.
  page.setDefaultTimeout(60_000);
  await page.goto(url);
  return page;
}

interface Executable {
  readonly path: string;
  readonly env?: Readonly<Record<string, string>>;
}

// `NIANBAO_BROWSER` is a path, or `npm` for the package even where a browser is installed.
async function findBrowser(): Promise<Executable> {
  const wanted = process.env.NIANBAO_BROWSER;
  if (wanted && wanted !== "npm") {
    if (existsSync(wanted)) return { path: wanted };
    throw new Error(`NIANBAO_BROWSER names no file: ${wanted}`);
  }
  const installed = wanted === "npm" ? undefined : installedBrowsers().find((path) => existsSync(path));
  return installed ? { path: installed } : packagedBrowser();
}

// Nothing the browser does on its own account reaches for the network: it may be closed.
const flags = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  // In place of Playwright's own list, in which a page within a page loses its service worker: the previews need theirs.
  "--disable-features=AutofillServerCommunication,MediaRouter,OptimizationHints,Translate",
  "--lang=zh-CN",
  // A container's shared memory is often too small for a page like the workbench.
  "--disable-dev-shm-usage",
  // The sandbox refuses to run for root and in many containers, and the pages are our own.
  "--no-sandbox",
];

function installedBrowsers(): string[] {
  if (process.platform === "darwin") {
    const names = ["Google Chrome", "Microsoft Edge", "Chromium"];
    return names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === "win32") {
    const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    const names = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"];
    return roots.flatMap((root) => (root ? names.map((name) => join(root, name)) : []));
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
  return names.map((name) => join("/usr/bin", name));
}

/**
 * The Chromium of the npm package, unpacked into the cache, with the libraries and fonts that come with it.
 * The package unpacks into the temporary folder and takes whatever lies there for complete; a folder that gets its name
 * when it is whole survives an interrupted run and two runs at once.
 */
async function packagedBrowser(): Promise<Executable> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No browser found: install Chrome, Edge or Chromium, or name one in NIANBAO_BROWSER.");
  }
  const archives = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..", "bin");
  const folder = join(projectFolder, ".cache", `chromium-${statSync(join(archives, "chromium.br")).size}`);
  if (!existsSync(folder)) await unpack(archives, folder);
  const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") };
  return { path: join(folder, "chromium"), env: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), ...fonts } };
}

async function unpack(archives: string, folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}-`);
  const before = process.env.TMPDIR;
  process.env.TMPDIR = partial;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    for (const name of ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"]) {
      await inflate(join(archives, name));
    }
    if (!existsSync(folder)) renameSync(partial, folder);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(partial, { recursive: true, force: true });
  }
}
