import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { goals } from "../test/support/goals.ts";
import { measureBatch } from "./batch.ts";
import { root } from "./documents.ts";
import { measureEditing } from "./editing.ts";
import { measureHostile } from "./hostile.ts";
import type { Outcome } from "./measure.ts";
import { advice, pageOf, printed } from "./page.ts";
import { measurePatterns } from "./patterns.ts";
import { measureSizes } from "./sizes.ts";
import { measureStarting } from "./starting.ts";
import { measureWorkspace } from "./workspace.ts";

/**
 * Measures the built bundles against the goals of speed, and other tools beside them. With the name of a part only that
 * part is measured; without one all are, and the page is written.
 */
const parts: Readonly<Record<string, () => readonly Outcome[] | Promise<readonly Outcome[]>>> = {
  patterns: measurePatterns,
  start: measureStarting,
  editing: measureEditing,
  files: measureBatch,
  workspace: measureWorkspace,
  hostile: measureHostile,
  sizes: measureSizes,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. The parts: ${Object.keys(parts).join(", ")}.`);
  process.exit(2);
}

const start = performance.now();
const outcomes: Outcome[] = [];
for (const [name, measure] of Object.entries(parts))
  if (wanted.length === 0 || wanted.includes(name)) outcomes.push(...(await measure()));
console.log(`${printed(outcomes)}\n${advice()}`);

if (wanted.length === 0) {
  const missing = goals.filter(({ id }) => !outcomes.some(({ goal }) => goal === id));
  if (missing.length > 0) throw new Error(`Not measured: ${missing.map(({ what }) => what).join(", ")}`);
  const minutes = Math.max(1, Math.round((performance.now() - start) / 60_000));
  writeFileSync(join(root, "docs", "performance.md"), pageOf(outcomes, minutes));
}
