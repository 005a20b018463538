import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { projectFolder } from "./process.ts";

/** Bundles the suite as an extension host loads it, and resolves with the file. */
export async function bundleSuite(): Promise<string> {
  const outfile = join(projectFolder, ".cache", "e2e", "suite.cjs");
  await build({
    entryPoints: [fileURLToPath(import.meta.resolve("../suite/index.ts"))],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    external: ["vscode"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  return outfile;
}
