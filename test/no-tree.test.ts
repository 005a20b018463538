import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as noTree from "../server/read/no-tree.ts";

test("what the bundles put in the place of the makers of trees has every name that is asked of them", () => {
  const code = readFileSync(new URL("lib/index.js", import.meta.resolve("remark-gfm")), "utf8");
  const [, names = ""] = /^import \{([^}]*)\} from 'mdast-util-gfm'$/mu.exec(code) ?? [];
  expect(names.split(",").map((name) => name.trim())).toEqual(Object.keys(noTree));
});
