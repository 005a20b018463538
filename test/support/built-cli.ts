import { spawn } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const root = join(import.meta.dirname, "../..");
const bundle = join(root, "dist/cli.js");

/** Builds the command line if the bundle is missing or older than its sources. */
export async function buildCli(): Promise<void> {
  const built = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = globSync("server/**/*.ts", { cwd: root }).map((path) => statSync(join(root, path)).mtimeMs);
  if (sources.every((changed) => changed < built)) return;
  await build({
    entryPoints: [join(root, "server/hosts/cli.ts")],
    outfile: bundle,
    bundle: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    legalComments: "none",
    logLevel: "warning",
    banner: { js: "#!/usr/bin/env node" },
  });
}

/** What a run of the built command line came to. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a run is fed and read. */
export interface CliSetting {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  /** Stops reading after the first piece of output, as `head` does. */
  readonly stopsReading?: boolean;
}

/** Runs the built command line as a process of its own. */
export function runCli(argv: readonly string[], { cwd, input, stopsReading }: CliSetting): Promise<CliRun> {
  const child = spawn(process.execPath, [bundle, ...argv], { cwd });
  const texts = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    texts.out += piece;
    if (stopsReading === true) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    texts.err += piece;
  });
  child.stdin.end(input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, ...texts }));
  });
}
