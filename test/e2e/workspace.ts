import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings } from "../../server/analysis.ts";
import { exportText } from "../../server/export.ts";
import { pdf, pdfParagraphs } from "../support/pdf.ts";
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
  for (const [name, content] of Object.entries(foreign(clean))) writeFileSync(join(folder, name), content);
  return { folder, wrongTotal, dispose: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The clean report in other formats: a page with a figure lost from a row, a Word document, and the first line of a PDF. */
function foreign(clean: string): Readonly<Record<string, string | Uint8Array>> {
  const [page, word] = (["html", "docx"] as const).map((format) => {
    const exported = exportText(clean, defaultSettings, format);
    if (exported.status !== "exported") throw new Error(`The clean report is ${exported.status}.`);
    return exported.content;
  });
  const title = clean.split("\n", 1)[0]?.slice(2) ?? "";
  return {
    "published.html": String(page).replace(/(四、结转下年度继续办理<\/th>)<td>\d+<\/td>/u, "$1"),
    "dropped.docx": word ?? "",
    "printed.pdf": pdf([pdfParagraphs([title], 780).content]),
    "empty.md": "",
  };
}
