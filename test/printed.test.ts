import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { defaultSettings } from "../server/analysis.ts";
import { exportText } from "../server/export.ts";
import { importPdf } from "../server/import/import-report.ts";
import { isClean } from "../server/import/tell-account.ts";
import { readPdf } from "../server/pdf.ts";
import { accepted } from "./support/imports.ts";

// The clean example as a Word file, printed by LibreOffice, where it is installed, and read back from the PDF file.

const programs = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, "soffice"));
const office = programs.find((program) => existsSync(program));

test.skipIf(office === undefined)(
  "what LibreOffice prints of a report says what the report says, word for word",
  async () => {
    const report = readFileSync(join(import.meta.dirname, "../examples/01-无误.md"), "utf8");
    const exported = exportText(report, defaultSettings, "docx");
    if (exported.status !== "exported") throw new Error(exported.status);
    const folder = mkdtempSync(join(tmpdir(), "nianbao-printed-"));
    try {
      writeFileSync(join(folder, "report.docx"), exported.content);
      const env = { ...process.env, HOME: folder };
      execFileSync(office ?? "", ["--headless", "--convert-to", "pdf", "report.docx"], {
        cwd: folder,
        env,
        stdio: "ignore",
      });
      const pages = await readPdf(readFileSync(join(folder, "report.pdf")));
      if (typeof pages === "string") throw new Error(pages);
      const imported = accepted(importPdf(pages));
      expect(imported.markdown).toBe(report);
      expect(isClean(imported)).toBe(true);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
