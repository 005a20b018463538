import { type Imported, importDocx, importHtml, importPdf, importText } from "../../server/import/import-report.ts";
import { tellAccount } from "../../server/import/tell-account.ts";
import { readPdf } from "../../server/pdf.ts";
import { smallDocx, smallPdf } from "./small-files.ts";

/** How a fence becomes a file that is imported. */
const importers: Readonly<Record<string, (lines: readonly string[]) => Promise<Imported | string>>> = {
  text: async (lines) => importText(lines.join("\n")),
  html: async (lines) => importHtml(lines.join("\n")),
  docx: async (lines) => importDocx(smallDocx(lines)),
  pdf: async (lines) => {
    const pages = await readPdf(smallPdf(lines));
    return typeof pages === "string" ? pages : importPdf(pages);
  },
};

/** What became of a file of a fixture. */
export interface PrintedImport {
  readonly heading: string;
  readonly imported: Imported | string;
}

/**
 * Prints a fixture anew: prose stays, and behind a fence with a file stand a fence `markdown` with what it becomes and a
 * fence `account` with what is told about its numbers, or why it is not imported.
 */
export async function printImport(fixture: string): Promise<{ text: string; imports: readonly PrintedImport[] }> {
  const out: string[] = [];
  const imports: PrintedImport[] = [];
  const lines = fixture.split("\n");
  let heading = "";
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const name = /^````(\w+)$/u.exec(line)?.[1];
    if (name === undefined) {
      if (line.startsWith("## ")) heading = line.slice(3);
      out.push(line);
      continue;
    }
    const end = lines.indexOf("````", at);
    const body = lines.slice(at + 1, end);
    at = end;
    const importer = importers[name];
    if (importer === undefined) {
      // Printed anew behind its file, together with the blank line before it.
      out.pop();
      continue;
    }
    const imported = await importer(body);
    imports.push({ heading, imported });
    out.push(line, ...body, "````");
    if (typeof imported !== "string") out.push("", "````markdown", ...imported.markdown.trimEnd().split("\n"), "````");
    out.push("", "````account", ...(typeof imported === "string" ? [imported] : tellAccount(imported)), "````");
  }
  return { text: out.join("\n"), imports };
}
