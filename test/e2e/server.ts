import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createVSIX } from "@vscode/vsce";
import { projectFolder } from "./hosts/process.ts";
import { runSuite, startServerHost } from "./hosts/server.ts";
import { bundleSuite } from "./hosts/suite.ts";
import { makeWorkspace } from "./workspace.ts";

// Runs the suite in the VS Code server, against the packaged extension: `node test/e2e/server.ts [file.vsix]`.

const [given] = process.argv.slice(2);
installServer(join(projectFolder, "test/e2e/server"));
const vsix = given ?? (await packageExtension());
const suite = await bundleSuite();
const workspace = makeWorkspace(join(projectFolder, "examples"));
try {
  const host = await startServerHost({ vsix, folder: workspace.folder });
  try {
    process.exitCode = await runAndReport(host);
  } finally {
    await host.dispose();
  }
} finally {
  workspace.dispose();
}

/** Prints what the suite says; what the workbench says beside it matters only where the suite did not end. */
async function runAndReport(host: Parameters<typeof runSuite>[0]): Promise<number> {
  const noise: string[] = [];
  let isSummed = false;
  try {
    return await runSuite(host, suite, (line) => {
      isSummed ||= /^\d+ passed, \d+ failed$/.test(line);
      if (/^(ok|FAIL) |^\d+ passed, /.test(line)) console.log(line);
      else noise.push(line);
    });
  } finally {
    if (!isSummed) console.error(noise.join("\n"));
  }
}

async function packageExtension(): Promise<string> {
  const packagePath = join(projectFolder, ".cache", "e2e", "nianbao.vsix");
  mkdirSync(dirname(packagePath), { recursive: true });
  await createVSIX({ cwd: projectFolder, packagePath, dependencies: false });
  return packagePath;
}

/** Installs the server by its own lockfile, unless that very version is there. */
function installServer(folder: string): void {
  const wanted = versionIn(join(folder, "package-lock.json"));
  if (versionIn(join(folder, "node_modules", ".package-lock.json")) === wanted) return;
  console.log(
    `Installing the VS Code server (code-server ${wanted}); its native modules take some minutes to compile.`,
  );
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm, "ci"]] : ["npm", ["ci"]];
  const done = spawnSync(command, args, {
    cwd: folder,
    stdio: "inherit",
    // Its install scripts insist on the version of Node that it runs with, and believe what an outer npm says of itself.
    env: {
      ...process.env,
      npm_config_user_agent: undefined,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    },
    shell: !npm && process.platform === "win32",
  });
  if (done.status !== 0)
    throw new Error("The VS Code server could not be installed: it needs make, g++ and libkrb5-dev.");
}

function versionIn(lockfile: string): string | undefined {
  if (!existsSync(lockfile)) return undefined;
  const lock: { packages: Record<string, { version?: string }> } = JSON.parse(readFileSync(lockfile, "utf8"));
  return lock.packages["node_modules/code-server"]?.version;
}
