import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runTests } from "@vscode/test-electron";
import { projectFolder } from "./hosts/process.ts";
import { bundleSuite } from "./hosts/suite.ts";
import { makeWorkspace } from "./workspace.ts";

// Runs the suite in a VS Code on the desktop: the one NIANBAO_VSCODE names, or one that is downloaded.

const installed = process.env.NIANBAO_VSCODE;
const workspace = makeWorkspace(join(projectFolder, "examples"));
const data = mkdtempSync(join(tmpdir(), "nianbao-desktop-"));
try {
  if (installed && !existsSync(installed)) throw new Error(`NIANBAO_VSCODE names no file: ${installed}`);
  await runTests({
    ...(installed ? { vscodeExecutablePath: installed } : { cachePath: join(projectFolder, ".cache", "desktop") }),
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: await bundleSuite(),
    // Folders of its own: the settings and the extensions of whoever runs it stay out of it.
    launchArgs: [
      workspace.folder,
      `--user-data-dir=${join(data, "user")}`,
      `--extensions-dir=${join(data, "extensions")}`,
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (!installed) console.error("Where VS Code cannot be downloaded, name the executable of one in NIANBAO_VSCODE.");
  if (process.platform === "linux" && !process.env.DISPLAY) console.error("Without a display, run it by xvfb-run.");
  process.exitCode = 1;
} finally {
  workspace.dispose();
  rmSync(data, { recursive: true, force: true });
}
