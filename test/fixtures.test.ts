import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { printDiff, reprint } from "./support/fixture.ts";

const root = import.meta.dirname;
const printers = { diff: printDiff };

for (const folder of ["rules", "reports"]) {
  describe(folder, () => {
    for (const name of readdirSync(join(root, folder)).filter((file) => file.endsWith(".md"))) {
      test(name, async () => {
        const path = join(root, folder, name);
        const only = folder === "rules" ? name.replace(/\.md$/u, "") : undefined;
        await expect(reprint(readFileSync(path, "utf8"), printers, only)).toMatchFileSnapshot(path);
      });
    }
  });
}
