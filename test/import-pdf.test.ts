import { describe, expect, test } from "vitest";
import { forms, headingOf, slotsOf, tableSections } from "../server/form/index.ts";
import { type Imported, importPdf } from "../server/import/import-report.ts";
import { readPdf } from "../server/pdf.ts";
import { writeTitle } from "../server/write/markdown.ts";
import { cellsIn } from "./support/imports.ts";
import { pdf, pdfParagraphs, pdfTable, pdfText } from "./support/pdf.ts";
import { agency, consistentCells, randomFrom, yearOf } from "./support/reports.ts";

async function imported(bytes: Uint8Array): Promise<Imported | string> {
  const pages = await readPdf(bytes);
  return typeof pages === "string" ? pages : importPdf(pages);
}

describe.each(forms)("form $id", (form) => {
  test("every figure of a PDF file comes to its cell, and a paragraph that was broken is whole", async () => {
    const cells = consistentCells(form, randomFrom(5));
    const title = writeTitle(form, { agency, year: yearOf(form) }).slice(2);
    const long = "全年通过网站公开政府信息128条，".repeat(9);
    const first = pdfParagraphs([title, "一、总体情况", long, "全年平稳。"], 780);
    const pages = tableSections(form).map(({ section, table }, nth) => {
      const head = pdfParagraphs([headingOf(section)], 780);
      return (
        head.content + pdfTable(table, (id) => String(cells[id]), head.y).content + pdfText(`— ${nth + 2} —`, 280, 30)
      );
    });
    const found = await imported(pdf([first.content + pdfText("— 1 —", 280, 30), ...pages]));
    if (typeof found === "string") throw new Error(found);
    expect(cellsIn(found.markdown)).toEqual(Object.fromEntries(slotsOf(form).map(({ id }) => [id, String(cells[id])])));
    expect(found.account).toMatchObject({ balanced: true, unplaced: [] });
    expect(found.markdown).toContain(`\n\n${long}\n\n全年平稳。\n\n`);
    expect(found.markdown).not.toContain("—");
  });
});

test("lines are told apart by their height, their number and their place, and go on from page to page", async () => {
  const title = "云岭县水务局2023年政府信息公开工作年度报告";
  const set = (text: string, x: number, y: number, size: number) => pdfText(text, x, y).replace("/F 10", `/F ${size}`);
  const first = [
    set("草稿", 280, 780, 10),
    // A title of two lines in the middle of the page.
    set(title.slice(0, 20), 97.5, 750, 20),
    set(title.slice(20), 267.5, 720, 20),
    set("一、总体情况", 80, 690, 10),
    set("全".repeat(46), 80, 670, 10),
    set("年".repeat(48), 60, 650, 10),
    set("— 1 —", 280, 80, 10),
  ];
  const second = [set("平稳有序。", 60, 780, 10), set("又是一段。", 80, 764, 10), set("— 2 —", 280, 80, 10)];
  const found = await imported(pdf([first.join(""), second.join("")]));
  if (typeof found === "string") throw new Error(found);
  const paragraph = `${"全".repeat(46)}${"年".repeat(48)}平稳有序。`;
  expect(found.markdown).toBe(`草稿\n\n# ${title}\n\n## 一、总体情况\n\n${paragraph}\n\n又是一段。\n`);
});

test("files that are no PDF, damaged or without text are refused", async () => {
  const good = pdf([pdfText("年报", 60, 700)]);
  expect(await imported(new Uint8Array())).toMatch(/已损坏/u);
  expect(await imported(new TextEncoder().encode("年报"))).toMatch(/已损坏/u);
  expect(await imported(good.slice(0, 200))).toMatch(/已损坏|没有文字/u);
  expect(await imported(pdf(["0 0 100 100 re S"]))).toMatch(/没有文字/u);
  expect(await imported(good)).toMatch(/没有认出/u);
  const brotli = new TextEncoder().encode("<< /Filter /BrotliDecode >>");
  expect(await imported(Uint8Array.from([...good, ...brotli]))).toMatch(/压缩方法/u);
});
