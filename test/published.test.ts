import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyze, defaultSettings } from "../server/analysis.ts";
import { importText } from "../server/import/import-report.ts";
import { isClean, tellAccount } from "../server/import/tell-account.ts";
import { accepted, cellsIn } from "./support/imports.ts";
import type { notChecked } from "./support/not-checked.ts";

// Five published reports, where somebody keeps them beside the project, imported and checked: every finding a reviewer
// wrote down is held against what is found, one by one. The examples carry the same faults in texts of our own.

const published = join(import.meta.dirname, "../../shared/reports");

interface Report {
  readonly file: string;
  /** How many findings the reviewer wrote down. */
  readonly written: number;
  /** How many numbers stand in it, and how many of them in cells; all others stay in words. */
  readonly numbers: number;
  readonly placed: number;
  readonly findings: readonly Expected[];
  readonly unseen: readonly Unseen[];
}

/** A finding there has to be. */
interface Expected {
  /** The reviewer's number; none where the reviewer did not write it down, with the reason. */
  readonly nth: number | string;
  readonly rule: string;
  /** What it stands on, in part. */
  readonly at: string;
  /** How many other places it names, twenty at most, where that is told. */
  readonly others?: number;
}

/** What the reviewer wrote down and is not found, and why not: a kind of `notChecked`, or a sentence. */
type Unseen = readonly [nth: number, why: keyof typeof notChecked | { readonly because: string }];

const torn = "heads that Word broke over two lines come with a blank, as in the last report, where the reviewer has it";
const onOneLine = { because: "the import puts a title that was broken over two lines on one" };
const trimmed = { because: "the import leaves out blanks at the ends of cells and lines" };

const reports: readonly Report[] = [
  {
    file: "sample-000.txt",
    written: 18,
    numbers: 247,
    placed: 200,
    findings: [
      { nth: 5, rule: "missing-period", at: "一、总体情况" },
      { nth: 1, rule: "missing-title", at: "一、总体情况" },
      { nth: 14, rule: "half-width-punctuation", at: "(", others: 20 },
      { nth: 16, rule: "wrong-term", at: "8—30万元" },
      { nth: 17, rule: "wrong-term", at: "2023-2025年" },
      { nth: 2, rule: "wrong-term", at: "办公室厅" },
      { nth: torn, rule: "extraction-debris", at: " ", others: 1 },
      { nth: 4, rule: "mislabelled-column", at: "结果", others: 10 },
      { nth: 15, rule: "nested-title-marks", at: "<政府" },
      { nth: 3, rule: "malformed-document-number", at: "[2020\\] 109号" },
      { nth: 12, rule: "wrong-term", at: "信息公开处理费" },
    ],
    unseen: [
      [6, "meaning"],
      [7, "normative"],
      [8, "meaning"],
      [9, "meaning"],
      [10, "meaning"],
      [11, "meaning"],
      [13, "meaning"],
      [18, "harmless"],
    ],
  },
  {
    file: "sample-001.txt",
    written: 17,
    numbers: 259,
    placed: 200,
    findings: [
      { nth: 11, rule: "malformed-title", at: "2023年度" },
      { nth: 12, rule: "half-width-punctuation", at: ",", others: 20 },
      { nth: 15, rule: "wrong-term", at: "应公开、尽公开" },
      { nth: 6, rule: "wrong-term", at: "公开主动公开" },
      { nth: 5, rule: "prose-parts-mismatch", at: "51条" },
      { nth: 16, rule: "wrong-term", at: "依申请公开件1件" },
      { nth: torn, rule: "extraction-debris", at: " ", others: 1 },
      { nth: 1, rule: "sum-mismatch", at: "0" },
      { nth: 2, rule: "sum-mismatch", at: "0" },
      { nth: 3, rule: "sum-mismatch", at: "0" },
      { nth: 4, rule: "mislabelled-column", at: "结果", others: 10 },
      { nth: 14, rule: "wrong-term", at: "有针对性的开展" },
    ],
    unseen: [
      [7, "facts"],
      [8, "meaning"],
      [9, { because: "the sentence says 等内容: it does not claim to name all parts" }],
      [10, "allowed"],
      [13, "harmless"],
      [17, "outside"],
    ],
  },
  {
    file: "sample-002.txt",
    written: 24,
    numbers: 247,
    placed: 197,
    findings: [
      { nth: 13, rule: "extraction-debris", at: "\\[bookmark" },
      { nth: 21, rule: "wrong-term", at: "1月1日到2023年12月31日" },
      { nth: 10, rule: "misnumbered-heading", at: "1、 总体情况", others: 2 },
      { nth: 11, rule: "misnumbered-heading", at: "(1) 主动公开情况", others: 4 },
      { nth: 20, rule: "wrong-term", at: "均已全部" },
      { nth: 23, rule: "wrong-term", at: "依申请信息公开11件" },
      { nth: 7, rule: "prose-table-mismatch", at: "11件" },
      { nth: 8, rule: "prose-table-mismatch", at: "100%" },
      { nth: 15, rule: "missing-aspect", at: "(5) 监督保障情况" },
      { nth: 9, rule: "stock-shortfall", at: "2" },
      { nth: 3, rule: "sum-mismatch", at: "1" },
      { nth: 5, rule: "missing-results", at: "（一）予以公开" },
      { nth: 1, rule: "blank-cell", at: " " },
      { nth: 6, rule: "balance-mismatch", at: " " },
      { nth: 6, rule: "balance-mismatch", at: "0" },
      { nth: 6, rule: "balance-mismatch", at: "0" },
      { nth: 4, rule: "sum-mismatch", at: "35" },
      { nth: 2, rule: "blank-cell", at: " " },
      { nth: 2, rule: "blank-cell", at: " " },
      { nth: 14, rule: "extraction-debris", at: "媒体" },
      { nth: 22, rule: "nested-title-marks", at: "<政府" },
      { nth: 12, rule: "malformed-document-number", at: "[2020\\] 109号" },
      { nth: 17, rule: "wrong-term", at: "信息公开处理费" },
    ],
    unseen: [
      [16, "meaning"],
      [18, "facts"],
      [19, { because: "a report need not repeat in words that there was no case" }],
      [24, onOneLine],
    ],
  },
  {
    file: "sample-003.txt",
    written: 23,
    numbers: 228,
    placed: 200,
    findings: [
      { nth: 1, rule: "malformed-title", at: "2023政府" },
      { nth: 12, rule: "missing-period", at: "2023政府" },
      { nth: 2, rule: "misnumbered-heading", at: "（一）总体情况", others: 4 },
      { nth: 11, rule: "missing-aspect", at: "（一）总体情况" },
      { nth: 17, rule: "extraction-debris", at: "\\[bookmark" },
      { nth: 20, rule: "wrong-term", at: "2条规范性文件" },
      { nth: 21, rule: "extraction-debris", at: " ", others: 0 },
      { nth: 9, rule: "malformed-document-number", at: "{2021}90号" },
      { nth: 3, rule: "mislabelled-section", at: "（二）主动公开政府信息的情况" },
      { nth: 5, rule: "mislabelled-row", at: "规范性文件" },
      { nth: 6, rule: "stock-shortfall", at: "0" },
      { nth: 19, rule: "half-width-punctuation", at: ":", others: 0 },
      { nth: 7, rule: "mislabelled-row", at: "行业事业性收费" },
      { nth: 18, rule: "item-numbering", at: "1、属于国家秘密", others: 18 },
      { nth: 8, rule: "mislabelled-row", at: "1、信访举报投诉诉求类申请" },
      { nth: 10, rule: "missing-fee-statement", at: "（六）其他需要报告的事项" },
    ],
    unseen: [
      [4, "meaning"],
      [13, "quoted"],
      [14, "normative"],
      [15, "meaning"],
      [16, "facts"],
      [22, "quoted"],
      [23, trimmed],
    ],
  },
  {
    file: "sample-004.txt",
    written: 17,
    numbers: 239,
    placed: 200,
    findings: [
      { nth: 15, rule: "extraction-debris", at: " ", others: 20 },
      { nth: 2, rule: "wrong-basis", at: "中华人民共和国政府信息公开年度报告格式" },
      { nth: 1, rule: "wrong-basis", at: "国办公开函" },
      { nth: 3, rule: "mislabelled-section", at: "二、主动公开商务和科技局信息情况" },
      { nth: 4, rule: "mislabelled-section", at: "三、收到和处理信息公开申请情况" },
      { nth: 16, rule: "half-width-punctuation", at: "(", others: 19 },
      { nth: 8, rule: "mislabelled-row", at: "一、本年新收", others: 1 },
      { nth: 8, rule: "mislabelled-row", at: "8. 属于行", others: 1 },
      { nth: 8, rule: "mislabelled-row", at: "5. 要求行", others: 1 },
      { nth: 5, rule: "mislabelled-section", at: "四、信息公开行政复议、行政诉讼情况" },
      { nth: 6, rule: "wrong-term", at: "均以整改到位" },
      { nth: 10, rule: "leftover-instruction", at: "以及其他有关文件" },
    ],
    unseen: [
      [7, "meaning"],
      [9, "meaning"],
      [11, "meaning"],
      [12, "meaning"],
      [13, "allowed"],
      [14, "allowed"],
      [17, { because: "a heading over one sentence is no fault" }],
    ],
  },
];

describe.skipIf(!existsSync(published))("published reports", () => {
  describe.each(reports)("$file", ({ file, written, numbers, placed, findings, unseen }) => {
    const imported = existsSync(published) ? importText(readFileSync(join(published, file), "utf8")) : "";

    test("every number is in its cell or in the words it stood in", () => {
      const { account, markdown } = accepted(imported);
      const { found, placed: filled, kept, unplaced } = account;
      expect({ found, filled, kept, unplaced }).toEqual({
        found: numbers,
        filled: placed,
        kept: numbers - placed,
        unplaced: [],
      });
      expect(account.balanced).toBe(true);
      expect(Object.keys(cellsIn(markdown))).toHaveLength(200);
      expect(isClean(accepted(imported)), tellAccount(accepted(imported)).join("\n")).toBe(true);
    });

    test("what is found is what the reviewer found, and nothing else", () => {
      const { markdown } = accepted(imported);
      const analysis = analyze(markdown, defaultSettings);
      if (analysis.status !== "checked") throw new Error(analysis.status);
      const seen = analysis.findings.map(({ rule, at, related = [] }) => ({
        rule,
        at: markdown.slice(at.start, at.end),
        others: related.length,
      }));
      expect(seen).toEqual(
        findings.map(({ rule, at, others }) => ({
          rule,
          at: expect.toSatisfy((text: string) => text.includes(at), `holds ${at}`),
          others: others ?? expect.any(Number),
        })),
      );
    });

    test("every finding of the reviewer is found, or there is a reason why not", () => {
      const told = [...findings.map(({ nth }) => nth), ...unseen.map(([nth]) => nth)];
      const numbered = [...new Set(told.filter((nth) => typeof nth === "number"))].toSorted((a, b) => a - b);
      expect(numbered).toEqual(Array.from({ length: written }, (_, at) => at + 1));
    });
  });
});
