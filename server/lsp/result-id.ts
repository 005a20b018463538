import type { Analysis } from "../analysis.ts";

/** Numbers begin anew when the server is started again, so the start has a part in the names. */
const started = Date.now().toString(36);

const names = new WeakMap<Analysis, string>();
let count = 0;

/** Names what diagnostics were made from: one analysis, which is that of one text and of one set of settings. */
export function resultIdOf(analysis: Analysis | undefined): string {
  if (analysis === undefined) return "off";
  const name = names.get(analysis) ?? `${started}-${count++}`;
  names.set(analysis, name);
  return name;
}
