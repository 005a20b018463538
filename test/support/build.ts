import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Builds the bundles once before the suites, so that what is tested as built is what the sources say. */
export default function setup(): void {
  const root = join(import.meta.dirname, "../..");
  execFileSync(process.execPath, ["esbuild.mjs"], { cwd: root, stdio: "inherit" });
}
