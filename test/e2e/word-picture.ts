import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultSettings } from "../../server/analysis.ts";
import { exportText } from "../../server/export.ts";
import { launchBrowser, openPage } from "./hosts/browser.ts";
import { projectFolder } from "./hosts/process.ts";

// Retakes the picture of the Word file in the README: LibreOffice prints the clean example, the browser lays its pages
// side by side. On Debian: libreoffice-writer-nogui, poppler-utils, fonts-noto-cjk and fonts-arphic-gkai00mp.

const programs = { office: "soffice", pictures: "pdftoppm" };

/** Free fonts for those of official papers. */
const instead = {
  仿宋_GB2312: "Noto Serif CJK SC",
  宋体: "Noto Serif CJK SC",
  方正小标宋简体: "Noto Serif CJK SC",
  黑体: "Noto Sans CJK SC",
  楷体_GB2312: "AR PL KaitiM GB",
};

const examples = join(projectFolder, "examples");
const clean = readdirSync(examples).find((each) => /^01-.*\.md$/.test(each)) ?? "";
const exported = exportText(readFileSync(join(examples, clean), "utf8"), defaultSettings, "docx");
if (exported.status !== "exported") throw new Error(`${clean}: ${exported.status}`);

const folder = mkdtempSync(join(tmpdir(), "nianbao-word-"));
try {
  writeFileSync(join(folder, "report.docx"), exported.content);
  await takePicture(printPages(folder));
} finally {
  rmSync(folder, { recursive: true });
}

/** The pages of `report.docx` as pictures, in base64. */
function printPages(cwd: string): readonly string[] {
  writeFileSync(join(cwd, "fonts.conf"), fontSettings());
  const env = { ...process.env, HOME: cwd, FONTCONFIG_FILE: join(cwd, "fonts.conf") };
  execFileSync(programs.office, ["--headless", "--convert-to", "pdf", "report.docx"], { cwd, env, stdio: "ignore" });
  execFileSync(programs.pictures, ["-r", "110", "-png", "report.pdf", "page"], { cwd });
  const pages = readdirSync(cwd).filter((name) => /^page-.*\.png$/.test(name));
  return pages.toSorted().map((name) => readFileSync(join(cwd, name), "base64"));
}

function fontSettings(): string {
  const matches = Object.entries(instead).map(
    ([name, font]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${font}</string></edit></match>`,
  );
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>${matches.join("")}</fontconfig>`;
}

/** The first page, and those with the three tables. */
async function takePicture([first = "", , second = "", third = ""]: readonly string[]): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, "about:blank", { viewport: { width: 1800, height: 900 } });
    const sheets = [first, second, third].map((data) => `<img src="data:image/png;base64,${data}">`);
    await page.setContent(
      `<style>body{margin:0;display:flex;gap:16px;padding:16px;background:#888;width:max-content}img{width:570px}</style>${sheets.join("")}`,
    );
    await page.waitForLoadState("load");
    await page.locator("body").screenshot({ path: join(projectFolder, "docs", "images", "word.png") });
    console.log("docs/images/word.png");
  } finally {
    await browser.close();
  }
}
