import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";
import { root } from "./documents.ts";
import { type Outcome, progress } from "./measure.ts";

/** The package as it would be made now, and the bundle browsers load. */
export async function measureSizes(): Promise<readonly Outcome[]> {
  progress("sizes");
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const packed = files.reduce((sum, file) => sum + deflateRawSync(readFileSync(join(root, file))).length, 0);
  const bundle = statSync(join(root, "dist", "server.browser.js")).size;
  const kilo = (bytes: number) => bytes / 1000;
  return [
    {
      goal: "size",
      measured: `${Math.round(kilo(packed))} KB; ${Math.round(kilo(bundle))} KB`,
      first: kilo(packed) <= 1500 && kilo(bundle) <= 600,
      later: kilo(packed) <= 800 && kilo(bundle) <= 400,
      peers: "",
    },
  ];
}
