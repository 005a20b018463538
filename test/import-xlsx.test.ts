import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { importXlsx } from "../server/import/import-report.ts";
import { tellAccount } from "../server/import/tell-account.ts";
import { accepted, cellsIn } from "./support/imports.ts";
import { xlsx } from "./support/xlsx.ts";

const title = "云岭县水务局2023年政府信息公开工作年度报告";
const text = (ref: string, words: string) => `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;

/** 表二 from its third block on: a row `行政许可` in row 5, and the fee in row 8. */
function sheet(licences: string, fees: string, more = "") {
  const row = (nth: number, cells: string) => `<row r="${nth}">${cells}</row>`;
  return {
    name: "Sheet1",
    rows: [
      row(1, text("A1", title)),
      row(2, text("A2", "二、主动公开政府信息情况")),
      row(3, text("A3", "第二十条第（五）项")),
      row(4, text("A4", "信息内容") + text("B4", "本年处理决定数量")),
      row(5, text("A5", "行政许可") + licences),
      row(6, text("A6", "第二十条第（八）项")),
      row(7, text("A7", "信息内容") + text("B7", "本年收费金额（单位：万元）")),
      row(8, text("A8", "行政事业性收费") + fees),
      more,
    ].join(""),
    merges: ["A1:D1", "A3:D3", "B4:D4", "B5:D5", "B7:D7", "B8:D8"],
  };
}

function figuresOf(bytes: Uint8Array): readonly (string | undefined)[] {
  const found = cellsIn(accepted(importXlsx(bytes)).markdown);
  return [found["disclosure.licences.decisions"], found["disclosure.fees.amount"]];
}

describe("workbooks", () => {
  test("title, headings and notes are text, the tables are tables", () => {
    const note = `<row r="9">${text("A9", "注：数据截至12月31日。")}</row>`;
    const { markdown, account } = accepted(
      importXlsx(xlsx([sheet('<c r="B5"><v>17</v></c>', '<c r="B8"><v>2836.25</v></c>', note)])),
    );
    expect(markdown.split("\n")).toEqual([
      `# ${title}`,
      "",
      "## 二、主动公开政府信息情况",
      "",
      "| 第二十条第（五）项 |  |  |  |",
      "| --- | ---: | ---: | ---: |",
      "| 信息内容 | 本年处理决定数量 |  |  |",
      "| 行政许可 | 17 |  |  |",
      "| 第二十条第（八）项 |  |  |  |",
      "| 信息内容 | 本年收费金额（单位：万元） |  |  |",
      "| 行政事业性收费 | 2836.25 |  |  |",
      "",
      "注：数据截至12月31日。",
      "",
    ]);
    expect(account).toMatchObject({ balanced: true, unplaced: [], placed: 2 });
  });

  test("shared texts are found, without how they are read aloud, and a result stands for its formula", () => {
    const strings = ["<t>行政许可</t>", "<r><t>1</t></r><r><t>7</t></r><rPh><t>shíqī</t></rPh>"];
    const shared = '<c r="B5" t="s"><v>1</v></c>';
    expect(figuresOf(xlsx([sheet(shared, '<c r="B8"><f>SUM(B1:B2)</f><v>3</v></c>')], { strings }))).toEqual([
      "17",
      "3",
    ]);
  });

  test.each([
    ["4068.2080000000001", "General", "4068.208"],
    ["9.2E-2", "General", "0.092"],
    ["2836.3", "0.00", "2836.30"],
    ["2836.345", "#,##0.00_ ", "2836.345"],
    ["1E+5", "General", "100000"],
    ["0", "0.00;[Red]-0.00", "0.00"],
    ["-3", "General", "-3"],
    ["0.33", "0%", "33%"],
    ["45291", "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "2023年12月31日"],
    ["123456789012345", "General", "123456789012345"],
  ])("%s in the format %s is %s", (stored, format, shown) => {
    const cell = (ref: string) => `<c r="${ref}" s="1"><v>${stored}</v></c>`;
    expect(figuresOf(xlsx([sheet(cell("B5"), cell("B8"))], { formats: [format] }))).toEqual([shown, shown]);
  });

  test("formulas without a result, hidden sheets and pictures are told", () => {
    const shown = sheet('<c r="B5"><f>SUM(B1:B2)</f></c>', '<c r="B8"><v>1</v></c>');
    const bytes = xlsx([shown, { ...shown, name: "底稿", isHidden: true }]);
    const imported = accepted(importXlsx(bytes));
    expect(tellAccount(imported).join("\n")).toMatch(/1 个隐藏的工作表[\s\S]*1 个公式没有结果/u);
    expect(cellsIn(imported.markdown)["disclosure.licences.decisions"]).toBe("");
  });

  test("files that are no workbooks, too large or hostile are refused", () => {
    const good = sheet('<c r="B5"><v>17</v></c>', '<c r="B8"><v>1</v></c>');
    const far = { ...good, rows: `${good.rows}<row r="9"><c r="XFD9"><v>1</v></c></row>` };
    const long = {
      ...good,
      rows: `${good.rows}${Array.from({ length: 600 }, (_, at) => `<row r="${at + 9}"><c r="A${at + 9}"><v>1</v></c></row>`).join("")}`,
    };
    const refused: Readonly<Record<string, readonly [Uint8Array, RegExp]>> = {
      empty: [new Uint8Array(), /不是 \.xlsx[\s\S]*旧版的 \.xls /u],
      truncated: [xlsx([good]).slice(0, 300), /不完整/u],
      "a column far away": [xlsx([far]), /工作表太大/u],
      "too many rows": [xlsx([long]), /工作表太大/u],
      "a bomb": [xlsx([good], { files: { "xl/sharedStrings.xml": "0".repeat(19_000_000) } }), /大得不正常/u],
      macros: [xlsx([good], { files: { "xl/vbaProject.bin": "" } }), /有宏[\s\S]*\.xlsx/u],
      entities: [
        xlsx([good], { files: { "xl/styles.xml": '<!DOCTYPE a [<!ENTITY b "c">]><styleSheet/>' } }),
        /不正常的声明/u,
      ],
      "another archive": [xlsx([good], { files: { "xl/workbook.xml": "<a>" } }), /已损坏/u],
      "no report": [xlsx([{ name: "Sheet1", rows: `<row r="1">${text("A1", "通知")}</row>` }]), /没有认出/u],
    };
    for (const [name, [bytes, reason]] of Object.entries(refused)) expect(importXlsx(bytes), name).toMatch(reason);
  });

  test("any bytes are read or refused, and never fail", () => {
    const good = xlsx([sheet('<c r="B5"><v>17</v></c>', '<c r="B8"><v>1</v></c>')]);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, end) => {
        importXlsx(good.with(at, byte).slice(0, at % 2 === 0 ? end : undefined));
      }),
      { numRuns: 300 },
    );
  });
});
