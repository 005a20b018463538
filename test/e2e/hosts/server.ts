import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launchBrowser, openPage } from "./browser.ts";
import { freePort, projectFolder, serve } from "./process.ts";

/** The VS Code server, being served. */
export interface ServerHost {
  /** The page with the folder opened; with a suite, the page that runs it in the Node extension host. */
  pageUrl(suite?: string): string;
  dispose(): Promise<void>;
}

/** What the VS Code server is started with. */
export interface ServerHostOptions {
  /** The packaged extension. */
  readonly vsix: string;
  /** The folder to open. */
  readonly folder: string;
}

/** Installs the packaged extension into an empty VS Code server and serves it. */
export async function startServerHost({ vsix, folder }: ServerHostOptions): Promise<ServerHost> {
  const data = mkdtempSync(join(tmpdir(), "nianbao-server-"));
  const remove = () => rmSync(data, { recursive: true, force: true });
  const folders = [
    `--user-data-dir=${join(data, "user")}`,
    `--server-data-dir=${join(data, "server")}`,
    `--extensions-dir=${join(data, "extensions")}`,
    "--accept-server-license-terms",
  ];
  try {
    install(vsix, folders);
    const driver = layDriver(join(data, "driver"));
    const port = await freePort();
    const authority = `127.0.0.1:${port}`;
    const served = await serve({
      url: `http://${authority}/`,
      args: [serverMain, "--host=127.0.0.1", `--port=${port}`, ...folders, ...switches],
    });
    const pageUrl = (suite?: string): string => {
      const query = new URLSearchParams({ folder: pathToFileURL(folder).pathname });
      if (suite !== undefined)
        query.set("payload", JSON.stringify(payload(`vscode-remote://${authority}`, driver, suite)));
      return `http://${authority}/?${query}`;
    };
    const dispose = async () => {
      await served.stop();
      remove();
    };
    return { pageUrl, dispose };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Runs a bundled suite in the host and resolves with its exit code: 0 where its `run()` resolved. */
export async function runSuite(host: ServerHost, suite: string, log: (line: string) => void): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, "about:blank");
    const { promise: exit, resolve } = Promise.withResolvers<number>();
    await page.exposeFunction("codeAutomationLog", (_type: string, args: unknown[]) => log(args.join(" ")));
    await page.exposeFunction("codeAutomationExit", (code: number) => resolve(code));
    await page.goto(host.pageUrl(suite));
    return await withDeadline(exit, 600_000);
  } finally {
    await browser.close();
  }
}

const serverMain = join(projectFolder, "test/e2e/server/node_modules/code-server/lib/vscode/out/server-main.js");

const switches = [
  "--without-connection-token",
  "--telemetry-level=off",
  "--disable-workspace-trust",
  // Without it the built workbench ignores the payload that names the suite.
  "--enable-smoke-test-driver",
];

const payload = (remote: string, driver: string, suite: string): [string, string][] => [
  ["extensionDevelopmentPath", remote + pathToFileURL(driver).pathname],
  ["extensionTestsPath", remote + pathToFileURL(suite).pathname],
  ["skipWelcome", "true"],
];

// A suite runs only where some extension is under development: an empty one, so that Nianbao is the one installed.
function layDriver(folder: string): string {
  mkdirSync(folder);
  const manifest = { name: "driver", publisher: "nianbao-e2e", version: "0.0.0", engines: { vscode: "*" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}

function install(vsix: string, folders: readonly string[]): void {
  if (!existsSync(serverMain)) throw new Error("The VS Code server is not installed: npm ci --prefix test/e2e/server");
  const done = spawnSync(process.execPath, [serverMain, ...folders, "--install-extension", vsix], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${vsix} could not be installed:\n${done.stdout}${done.stderr}`);
}

async function withDeadline<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The suite did not end within ${milliseconds / 1000} s.`)), milliseconds);
  });
  return Promise.race([promise, tooLong]).finally(() => clearTimeout(timer));
}
