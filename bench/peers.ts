import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Command, node } from "./processes.ts";

const packages = join(import.meta.dirname, "peers", "node_modules");

/** How to install the tools the benchmark compares with. */
export const howToInstall = "npm ci --ignore-scripts --prefix bench/peers";

/** The native program of rumdl, without its starter in JavaScript; undefined where it is not installed. */
function rumdlProgram(): string | undefined {
  const scope = join(packages, "@rumdl");
  if (!existsSync(scope)) return undefined;
  const programs = readdirSync(scope).flatMap((name) => [join(scope, name, "rumdl"), join(scope, name, "rumdl.exe")]);
  return programs.find((path) => existsSync(path));
}

const rumdl = rumdlProgram();

function script(...path: readonly string[]): string | undefined {
  const file = join(packages, ...path);
  return existsSync(file) ? file : undefined;
}

/** Checks files or folders; undefined for what is not installed. */
export const linters = {
  rumdl: (path: string): Command | undefined =>
    rumdl === undefined ? undefined : { file: rumdl, words: ["check", "--no-config", "--no-cache", "--quiet", path] },
  "rumdl, one thread": (path: string): Command | undefined =>
    rumdl === undefined
      ? undefined
      : {
          file: rumdl,
          words: ["check", "--no-config", "--no-cache", "--quiet", path],
          env: { RAYON_NUM_THREADS: "1" },
        },
  "autocorrect --lint": (path: string): Command | undefined => {
    const file = script("autocorrect-node", "cli.js");
    return file === undefined ? undefined : node(file, "--lint", "--quiet", path);
  },
  "markdownlint-cli2": (path: string): Command | undefined => {
    const file = script("markdownlint-cli2", "markdownlint-cli2-bin.mjs");
    return file === undefined ? undefined : node(file, `${path}/**/*.md`);
  },
} as const;

/** Language servers over stdio; undefined for what is not installed. */
export const servers = {
  rumdl: rumdl === undefined ? undefined : ({ file: rumdl, words: ["server", "--no-config"] } satisfies Command),
  json: jsonServer(),
};

function jsonServer(): Command | undefined {
  const file = script("vscode-langservers-extracted", "bin", "vscode-json-language-server");
  return file === undefined ? undefined : node(file, "--stdio");
}

/** Whether anything to compare with is there. */
export const hasPeers = rumdl !== undefined;
