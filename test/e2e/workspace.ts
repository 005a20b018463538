import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type FaultyReport, unfinished, withMisspeltRow, withWrongTotal } from "./reports.ts";

/** A folder of reports that a test may change. */
export interface Workspace {
  readonly folder: string;
  readonly wrongTotal: FaultyReport;
  dispose(): void;
}

/**
 * Copies the examples into a folder of their own and adds reports with one fault each, made from the clean one, and a
 * file that is no report. The folder has settings of its own where some are given.
 */
export function makeWorkspace(examples: string, settings?: Readonly<Record<string, unknown>>): Workspace {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-reports-"));
  cpSync(examples, folder, { recursive: true });
  const first = readdirSync(folder).find((name) => /^01-.*\.md$/.test(name));
  if (first === undefined) throw new Error(`No clean example (01-….md) in ${examples}`);
  const clean = readFileSync(join(folder, first), "utf8");
  const wrongTotal = withWrongTotal(clean);
  for (const [text, names] of [
    [clean, ["clean.md", "typed.md", "keyed.md", "pasted.md", "chosen.md", "copied.md"]],
    [wrongTotal.text, ["wrong-total.md", "mended.md", "previewed.md", "unopened.md"]],
    [withMisspeltRow(clean).text, ["misspelt-row.md"]],
    [unfinished(clean), ["draft.md"]],
    ["# 会议记录\n\n- 星期一开会\n", ["notes.md"]],
  ] as const) {
    for (const name of names) writeFileSync(join(folder, name), text);
  }
  if (settings !== undefined) {
    mkdirSync(join(folder, ".vscode"));
    writeFileSync(join(folder, ".vscode", "settings.json"), JSON.stringify(settings));
  }
  return { folder, wrongTotal, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}
