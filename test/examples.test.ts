import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Analysis, analyze, defaultSettings } from "../server/analysis.ts";
import type { Form } from "../server/form/form.ts";
import { type CellId, forms, slotsOf } from "../server/form/index.ts";
import type { Span } from "../server/read/outline.ts";
import type { Finding, Severity } from "../server/rules/rule.ts";
import { writeMarkdown } from "../server/write/markdown.ts";
import { applyEdits } from "./support/fixture.ts";
import { notChecked } from "./support/not-checked.ts";
import { agency, reportText, yearOf } from "./support/reports.ts";

// Five examples carry the faults of five published reports. What a reviewer finds in each is written down here:
// the findings there have to be, the faults no rule looks for yet, and what is right although it looks wrong.

interface Example {
  readonly file: string;
  /** Every finding there has to be, in the order of the text. */
  readonly faults: readonly Fault[];
  /** Faults that stand in the text and that no rule looks for yet. */
  readonly unseen: readonly Unseen[];
  /** What must not be reported, and why not. */
  readonly right: readonly Right[];
}

interface Fault {
  readonly what: string;
  readonly rule: string;
  readonly severity: Severity;
  /** The text the finding stands on. */
  readonly at: string;
  readonly cells?: readonly CellId[];
  readonly expected?: string;
  /** How many other places the finding gathers. */
  readonly others?: number;
  /** Words the message has to name, and words it must not. */
  readonly names?: readonly string[];
  readonly omits?: readonly string[];
}

interface Unseen {
  readonly what: string;
  readonly text: string;
  /** Why no rule looks for it. */
  readonly kind: keyof typeof notChecked;
}

/** There is no finding that fits all that is told: of one of these rules, on this text, on such a cell, saying this. */
interface Right {
  readonly why: string;
  readonly rules?: readonly string[];
  readonly text?: string;
  /** How the cells' ids begin. */
  readonly cells?: string;
  readonly saying?: string;
}

const cutHeads: Fault = {
  what: "eleven heads of 表四 are cut; one finding gathers them",
  rule: "mislabelled-column",
  severity: "error",
  at: "结果",
  others: 10,
};

const wrongBrackets: Fault = {
  what: "half-width brackets and a blank in the number of the fee notice",
  rule: "malformed-document-number",
  severity: "error",
  at: "[2020] 109号",
  expected: "〔2020〕109号",
};

/** A wording put right in its place. */
function term(severity: Severity, at: string, expected: string): Fault {
  return { what: `${at} for ${expected}`, rule: "wrong-term", severity, at, expected };
}

const innerTitle: Fault = {
  what: "a title within a title between < and >",
  rule: "nested-title-marks",
  severity: "info",
  at: "<政府信息公开信息处理费管理办法>",
  expected: "〈〉",
};

/** Slips of one kind all over the document. */
function everywhere(rule: string, at: string, others: number, what: string): Fault {
  return { what, rule, severity: "hint", at, others };
}

const structure = [
  "missing-section",
  "mislabelled-section",
  "misplaced-section",
  "duplicate-section",
  "misnumbered-heading",
  "empty-section",
];

const examples: readonly Example[] = [
  {
    file: "02-缺标题-半角标点.md",
    faults: [
      {
        what: "no period is stated",
        rule: "missing-period",
        severity: "warning",
        at: "一、总体情况",
      },
      { what: "there is no title", rule: "missing-title", severity: "error", at: "一、总体情况" },
      everywhere("half-width-punctuation", "(", 20, "half-width marks throughout, labels included"),
      term("hint", "8—30万元", "8万元—30万元"),
      term("hint", "2023-2025年", "2023—2025年"),
      term("warning", "办公室厅", "办公厅"),
      everywhere("extraction-debris", " ", 1, "blanks within heads of 表三"),
      cutHeads,
      innerTitle,
      wrongBrackets,
      term("warning", "信息公开处理费", "信息处理费"),
    ],
    unseen: [
      {
        what: "two periods for one subsidy: the whole year",
        text: "2023年1月1日—12月31日开展的便民商业网点改造补助",
        kind: "meaning",
      },
      {
        what: "two periods for one subsidy: winter",
        text: "补助的申报时间为2023年11月1日—2024年1月31日",
        kind: "meaning",
      },
      { what: "a rule was made, 表二 has none", text: "制定了《望澜市招商扶持办法(试行)》", kind: "normative" },
      { what: "《规定》 and 《条例》 never introduced", text: "按照《条例》《规定》列明的公开范围", kind: "meaning" },
      { what: "short name never introduced", text: "望澜市商工局", kind: "meaning" },
      { what: "full stop behind sub-headings, here only", text: "### (一)主动公开情况。\n", kind: "harmless" },
    ],
    right: [
      { why: "three items follow, 1. to 3.", text: "主动公开政府信息3条" },
      { why: "no application came in, and 表三 is 0", text: "未收到政府信息公开申请" },
      { why: "every sum and balance of 表三 holds", cells: "requests." },
      { why: "no case was brought, and 表四 is 0", text: "没有因政府信息公开被申请行政复议、提起行政诉讼" },
      { why: "every sum of 表四 holds", cells: "litigation." },
      { why: "all five aspects are there; a department owes no 考核 and 社会评议", rules: ["missing-aspect"] },
      { why: "the six headings are the official ones", rules: structure },
      {
        why: "half-width brackets and blanks change no word of a label",
        rules: ["mislabelled-row", "item-numbering", "missing-row", "missing-column", "unknown-row"],
      },
      { why: "the fee is spoken of, if by a wrong name", rules: ["missing-fee-statement"] },
    ],
  },
  {
    file: "03-总计不符.md",
    faults: [
      {
        what: "a title with a doubled 度, broken over two lines",
        rule: "malformed-title",
        severity: "warning",
        at: "柳汀区商务局2023年度政府信息公开",
        expected: "柳汀区商务局2023年政府信息公开工作年度报告",
      },
      everywhere("half-width-punctuation", ",", 20, "half-width marks throughout"),
      {
        what: "the five aspects of 一 are listed as the parts of the report",
        rule: "prose-parts-mismatch",
        severity: "hint",
        at: "部分",
      },
      term("hint", "应公开、尽公开", "应公开尽公开"),
      term("warning", "公开主动公开", "主动公开"),
      {
        what: "51 in all, the parts add up to 49",
        rule: "prose-parts-mismatch",
        severity: "warning",
        at: "51条",
        expected: "49",
        others: 11,
      },
      term("hint", "依申请公开件1件", "政府信息公开申请1件"),
      everywhere("extraction-debris", " ", 1, "blanks within heads of 表三"),
      {
        what: "row 一: 1 + 0 + 0 + 0 + 0 + 0 is 1, the total 0",
        rule: "sum-mismatch",
        severity: "error",
        at: "0",
        cells: ["requests.received.total"],
        expected: "1",
      },
      {
        what: "row （一）予以公开: 1, the total 0",
        rule: "sum-mismatch",
        severity: "error",
        at: "0",
        cells: ["requests.granted.total"],
        expected: "1",
      },
      {
        what: "row （七）总计: 1, the total 0",
        rule: "sum-mismatch",
        severity: "error",
        at: "0",
        cells: ["requests.closed.total"],
        expected: "1",
      },
      cutHeads,
      term("hint", "有针对性的开展", "有针对性地开展"),
    ],
    unseen: [
      { what: "two annual reports in one year", text: "信息公开年报2条", kind: "facts" },
      { what: "plans where 改进情况 is due", text: "### (二)2024年工作重点", kind: "meaning" },
      {
        what: "依申请公开 without a heading of its own",
        text: "### (一)稳步推进主动公开及依申请公开",
        kind: "allowed",
      },
      { what: "blank behind an address", text: "(http://www.liuting.example/ )", kind: "harmless" },
      { what: "data of the web site above the title", text: "| 索 引 号: |", kind: "outside" },
    ],
    right: [
      {
        why: "一 + 二 = （七） + 四 holds in every column, before the totals are put right and after",
        rules: ["balance-mismatch"],
      },
      { why: "prose and 表三 agree on one application", rules: ["prose-table-mismatch"] },
      { why: "the centre of the district, no doubled character", text: "柳汀区区行政中心" },
      { why: "made out before January 31", text: "2024-01-17" },
      { why: "the data of the web site are no table of the report", text: "公开方式:" },
      { why: "the full term for the fee", text: "政府信息公开信息处理费" },
      { why: "two aspects under one heading are both there", rules: ["missing-aspect"] },
      { why: "the six headings are the official ones", rules: structure },
    ],
  },
  {
    file: "04-办理结果漏填.md",
    faults: [
      {
        what: "a title broken over two lines",
        rule: "malformed-title",
        severity: "info",
        at: "望澜市人民政府2023年政府信息公开工作",
        expected: "望澜市人民政府2023年政府信息公开工作年度报告",
      },
      {
        what: "a bookmark of the word processor in the title",
        rule: "extraction-debris",
        severity: "warning",
        at: "[bookmark: _GoBack]",
      },
      term("hint", "1月1日到2023年12月31日", "1月1日至2023年12月31日"),
      {
        what: "1、 2、 and 5、 for 一、 二、 and 五、",
        rule: "misnumbered-heading",
        severity: "error",
        at: "1、 总体情况",
        others: 2,
      },
      {
        what: "(1) to (5) for （一） to （五）",
        rule: "misnumbered-heading",
        severity: "error",
        at: "(1) 主动公开情况。",
        others: 4,
      },
      term("hint", "均已全部", "均已"),
      term("hint", "依申请信息公开11件", "政府信息公开申请11件"),
      {
        what: "11 in the prose, 34 in 表三, 35 with what was carried over",
        rule: "prose-table-mismatch",
        severity: "error",
        at: "11件",
        cells: ["requests.received.total"],
        names: ["34", "35"],
      },
      {
        what: "everything answered, but no result is booked",
        rule: "prose-table-mismatch",
        severity: "error",
        at: "100%",
        cells: ["requests.closed.total"],
        names: ["35"],
      },
      {
        what: "a government reports 考核, but neither 社会评议 nor 责任追究",
        rule: "missing-aspect",
        severity: "warning",
        at: "(5) 监督保障情况。",
        names: ["社会评议", "责任追究"],
        omits: ["工作考核"],
      },
      {
        what: "issued 4, repealed 1: at least 3 are in force, not 2",
        rule: "stock-shortfall",
        severity: "error",
        at: "2",
        cells: ["disclosure.normativeDocuments.inForce"],
        expected: "≥ 3",
      },
      {
        what: "row 二: six times 0, the total 1",
        rule: "sum-mismatch",
        severity: "error",
        at: "1",
        cells: ["requests.carriedIn.total"],
        expected: "0",
      },
      {
        what: "35 applications were due, and no result is filled in",
        rule: "missing-results",
        severity: "error",
        at: "（一）予以公开",
        cells: ["requests.closed.total"],
        names: ["35"],
      },
      {
        what: "row （七）: 自然人 is blank, 9 by the balance",
        rule: "blank-cell",
        severity: "error",
        at: "  ",
        cells: ["requests.closed.natural"],
        expected: "9",
      },
      {
        what: "自然人: 9 + 0 ≠ 0 + 0",
        rule: "balance-mismatch",
        severity: "error",
        at: "  ",
        cells: ["requests.closed.natural"],
      },
      {
        what: "商业企业: 1 + 0 ≠ 0 + 0",
        rule: "balance-mismatch",
        severity: "error",
        at: "0",
        cells: ["requests.closed.business"],
      },
      {
        what: "其他: 24 + 0 ≠ 0 + 0",
        rule: "balance-mismatch",
        severity: "error",
        at: "0",
        cells: ["requests.closed.other"],
      },
      {
        what: "row （七）: nothing adds up to 35",
        rule: "sum-mismatch",
        severity: "error",
        at: "35",
        cells: ["requests.closed.total"],
        expected: "0",
      },
      {
        what: "row 四: 自然人 is blank",
        rule: "blank-cell",
        severity: "error",
        at: "  ",
        cells: ["requests.carriedOut.natural"],
      },
      {
        what: "row 四: 商业企业 is blank",
        rule: "blank-cell",
        severity: "error",
        at: "  ",
        cells: ["requests.carriedOut.business"],
      },
      { what: "a paragraph torn within a word", rule: "extraction-debris", severity: "hint", at: "行动" },
      innerTitle,
      wrongBrackets,
      term("warning", "信息公开处理费", "信息处理费"),
    ],
    unseen: [
      { what: "本机关 in the report of a whole city", text: "2023年本机关没有产生", kind: "meaning" },
      { what: "24 of 34 applicants are 其他", text: "| 9 | 1 | 0 | 0 | 0 | 24 | 34 |", kind: "facts" },
    ],
    right: [
      {
        why: "row 一 adds up: 9 + 1 + 24 = 34",
        rules: ["sum-mismatch", "balance-mismatch"],
        cells: "requests.received.",
      },
      {
        why: "the total column balances: 34 + 1 = 35 + 0",
        rules: ["balance-mismatch"],
        cells: "requests.closed.total",
      },
      { why: "money may have decimals", cells: "disclosure.fees." },
      { why: "规章 are 0", cells: "disclosure.regulations." },
      { why: "9 documents of every kind against 4 行政规范性文件: another scope", text: "公布政策性文件9件" },
      { why: "explanations are no documents", text: "政策解读11条" },
      {
        why: "six parts are named; 政府信息公开行政复议、行政诉讼情况 is one of them",
        text: "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分",
      },
      { why: "three problems, three measures", text: "2024年，我市将从三个方面加以改进" },
      { why: "heads broken within their cell are whole", rules: ["mislabelled-column"] },
      {
        why: "the numbers aside, the six headings are the official ones",
        rules: ["mislabelled-section", "missing-section"],
      },
    ],
  },
  {
    file: "05-行名有误.md",
    faults: [
      {
        what: "the title lacks 年",
        rule: "malformed-title",
        severity: "error",
        at: "槐川县商务局2023政府信息公开工作年度报告",
        expected: "槐川县商务局2023年政府信息公开工作年度报告",
      },
      {
        what: "no period is stated",
        rule: "missing-period",
        severity: "warning",
        at: "槐川县商务局2023政府信息公开工作年度报告",
      },
      {
        what: "（一） to （六） for 一、 to 六、; （二） is put right with its title",
        rule: "misnumbered-heading",
        severity: "error",
        at: "（一）总体情况",
        others: 4,
      },
      {
        what: "neither 依申请公开 nor 监督保障 is reported on, 政府信息管理 only in part",
        rule: "missing-aspect",
        severity: "warning",
        at: "（一）总体情况",
        names: ["依申请公开情况", "监督保障情况"],
        omits: ["主动公开情况", "平台建设情况"],
      },
      {
        what: "a bookmark of the word processor",
        rule: "extraction-debris",
        severity: "warning",
        at: "[bookmark: _GoBack]",
      },
      everywhere("extraction-debris", " ", 1, "blanks before 《"),
      term("hint", "2条规范性文件", "2件规范性文件"),
      {
        what: "curly brackets in a document number",
        rule: "malformed-document-number",
        severity: "error",
        at: "{2021}17号",
        expected: "〔2021〕17号",
      },
      {
        what: "的 in the title of section 二",
        rule: "mislabelled-section",
        severity: "error",
        at: "（二）主动公开政府信息的情况",
        expected: "二、主动公开政府信息情况",
      },
      {
        what: "规范性文件 for 行政规范性文件",
        rule: "mislabelled-row",
        severity: "error",
        at: "规范性文件",
        expected: "行政规范性文件",
      },
      {
        what: "issued 2, repealed 0: at least 2 are in force, not 0",
        rule: "stock-shortfall",
        severity: "error",
        at: "0",
        cells: ["disclosure.normativeDocuments.inForce"],
        expected: "≥ 2",
      },
      everywhere("half-width-punctuation", ":", 0, "a half-width colon in a head"),
      {
        what: "行业 for 行政",
        rule: "mislabelled-row",
        severity: "error",
        at: "行业事业性收费",
        expected: "行政事业性收费",
      },
      {
        what: "1、 for 1. in nineteen labels; one finding gathers them",
        rule: "item-numbering",
        severity: "info",
        at: "1、属于国家秘密",
        expected: "1.",
        others: 18,
      },
      {
        what: "诉求 too much in the label",
        rule: "mislabelled-row",
        severity: "error",
        at: "1、信访举报投诉诉求类申请",
        expected: "1.信访举报投诉类申请",
      },
      {
        what: "nothing on the 信息处理费 in section 六",
        rule: "missing-fee-statement",
        severity: "error",
        at: "（六）其他需要报告的事项",
      },
    ],
    unseen: [
      {
        what: "（一） to （四） run on in one paragraph, on the level of the sections",
        text: "的需要。 （一）健全机构，明确分工。",
        kind: "meaning",
      },
      { what: "消费券", text: "政府消费卷", kind: "quoted" },
      {
        what: "an internal rule is no 行政规范性文件",
        text: "《槐川县商务局办公用品采购管理制度》",
        kind: "normative",
      },
      {
        what: "a title without 《》",
        text: "、槐川县商务局关于印发《槐川县外商投诉受理办法》的通知。",
        kind: "meaning",
      },
      { what: "a document of 2021 among the news of 2023", text: "新内容通知5条：", kind: "facts" },
      { what: "、 between some titles, none between others", text: "公告》《", kind: "harmless" },
      { what: "a document number inside 《》", text: "（槐府规{2021}17号）》", kind: "quoted" },
      { what: "blanks at the end of lines", text: " \n\n## ", kind: "harmless" },
    ],
    right: [
      { why: "表三 is 0 throughout, and every sum and balance holds", cells: "requests." },
      { why: "five titles follow", text: "新内容通知5条" },
      { why: "规章 are 0", cells: "disclosure.regulations." },
      { why: "a department owes no 考核", saying: "考核" },
      { why: "a department owes no 社会评议", saying: "评议" },
      { why: "2021 stands in a document number", rules: ["wrong-year"] },
      {
        why: "a label recognised by another wording is not missing",
        rules: ["missing-row", "unknown-row", "missing-section"],
      },
    ],
  },
  {
    file: "06-标题走样-行名断开.md",
    faults: [
      everywhere("extraction-debris", " ", 20, "blanks in dates, heads and labels"),
      {
        what: "the format's name lacks 工作",
        rule: "wrong-basis",
        severity: "error",
        at: "中华人民共和国政府信息公开年度报告格式",
        expected: "中华人民共和国政府信息公开工作年度报告格式",
      },
      {
        what: "国办公开函 for 国办公开办函",
        rule: "wrong-basis",
        severity: "error",
        at: "国办公开函",
        expected: "国办公开办函",
      },
      {
        what: "the agency's name for 政府 in the title of section 二",
        rule: "mislabelled-section",
        severity: "error",
        at: "二、主动公开商务和科技局信息情况",
        expected: "二、主动公开政府信息情况",
      },
      {
        what: "政府 is lacking in the title of section 三",
        rule: "mislabelled-section",
        severity: "error",
        at: "三、收到和处理信息公开申请情况",
        expected: "三、收到和处理政府信息公开申请情况",
      },
      everywhere("half-width-punctuation", "(", 19, "half-width brackets and commas in labels"),
      {
        what: "数量 stands in a row of its own",
        rule: "mislabelled-row",
        severity: "error",
        at: "一、本年新收政府信息公开申请",
        expected: "一、本年新收政府信息公开申请数量",
        others: 1,
      },
      {
        what: "政查询 事项 stands in a row of its own",
        rule: "mislabelled-row",
        severity: "error",
        at: "8. 属于行",
        expected: "8.属于行政查询事项",
        others: 1,
      },
      {
        what: "具已获取信息 stands in a row of its own",
        rule: "mislabelled-row",
        severity: "error",
        at: "5. 要求行 政机关 确认或 重新出",
        expected: "5.要求行政机关确认或重新出具已获取信息",
        others: 1,
      },
      {
        what: "政府 is lacking in the title of section 四",
        rule: "mislabelled-section",
        severity: "error",
        at: "四、信息公开行政复议、行政诉讼情况",
        expected: "四、政府信息公开行政复议、行政诉讼情况",
      },
      term("warning", "均以整改到位", "均已整改到位"),
      {
        what: "words of the template left in",
        rule: "leftover-instruction",
        severity: "warning",
        at: "以及其他有关文件专门要求通过政府信息公开工作年度报告予以报告的事项",
      },
    ],
    unseen: [
      { what: "stray 、", text: "融入、商务服务和科技创新", kind: "meaning" },
      { what: "problems are still there, and all put right", text: "还存在一些问题", kind: "meaning" },
      { what: "，for 、; a notice without a number", text: "规范申请登记，答复工作", kind: "meaning" },
      { what: "wrong term: 未收到政府信息公开申请", text: "未接到企业和群众主动要求公开政府信息", kind: "meaning" },
      {
        what: "主要 is lacking in the list of parts",
        text: "存在的问题及改进情况，其他需要报告的事项",
        kind: "allowed",
      },
      { what: "《政府信息公开条例》 after its full name", text: "对照《政府信息公开条例》", kind: "allowed" },
    ],
    right: [
      { why: "表三 is 0 throughout, torn rows or not", cells: "requests." },
      { why: "a number of items without parts", text: "公开信息50条" },
      { why: "the fee is spoken of", rules: ["missing-fee-statement"] },
      { why: "all five aspects are there; a department owes no 考核 and 社会评议", rules: ["missing-aspect"] },
      { why: "（一） and （二） may stand under 六", text: "（二）其他事项" },
      {
        why: "the torn-off ends belong to the rows above",
        rules: ["unknown-row", "shifted-row", "blank-cell", "missing-row"],
      },
      {
        why: "blanks and half-width brackets change no word of a label",
        rules: ["mislabelled-column", "item-numbering"],
      },
    ],
  },
];

const clean = "01-无误.md";
const folder = join(import.meta.dirname, "../examples");
const textOf = (file: string) => readFileSync(join(folder, file), "utf8");

test("every example is looked at", () => {
  expect(readdirSync(folder).toSorted()).toEqual([clean, ...examples.map(({ file }) => file)]);
});

describe("what is right gives no finding", () => {
  test(clean, () => {
    expect(findingsIn(textOf(clean))).toEqual([]);
  });

  for (const form of forms) {
    test(`the form of ${form.id} filled with zeros`, () => {
      expect(findingsIn(reportText(form, zeros(form)))).toEqual([]);
    });

    test(`the form of ${form.id} filled with zeros, not a word written`, () => {
      const text = writeMarkdown(form, { agency, year: yearOf(form), cells: zeros(form) });
      expect(findingsIn(text)).toEqual([]);
    });
  }

  test("no Markdown file of the packages is taken for a report", () => {
    const packages = join(import.meta.dirname, "../node_modules");
    const files = readdirSync(packages, { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.(?:md|markdown)$/iu.test(path),
    );
    expect(files.length).toBeGreaterThan(100);
    const taken = files.filter(
      (path) => analyze(readFileSync(join(packages, path), "utf8"), defaultSettings).status !== "not-a-report",
    );
    expect(taken).toEqual([]);
  });
});

test("every kind of fault that is not checked has a witness, and none is left over", () => {
  const witnessed = examples.flatMap(({ unseen }) => unseen.map(({ kind }) => kind));
  expect([...new Set(witnessed)].toSorted()).toEqual(Object.keys(notChecked).toSorted());
});

for (const { file, faults, unseen, right } of examples) {
  describe(file, () => {
    const text = textOf(file);
    const analysis = analyze(text, defaultSettings);
    const findings = analysis.status === "checked" ? analysis.findings : [];

    test("gives exactly the findings of its known faults", () => {
      expect(findings.map((finding) => seen(finding, text))).toEqual(faults.map(wanted));
    });

    for (const { what, text: fault } of unseen) {
      test(`carries what no rule looks for yet: ${what}`, () => {
        expect(text).toContain(fault);
      });
    }

    for (const one of right) {
      test(`is right: ${one.why}`, () => {
        expect(text).toContain(one.text ?? "");
        expect(findings.filter((finding) => doubts(finding, one, text))).toEqual([]);
      });
    }

    test("is free of errors after one offered fix after another", () => {
      const { steps, left } = mend(text);
      expect(left, steps.join("\n")).toEqual([]);
    });
  });
}

/** A finding as it is compared with a fault. */
function seen({ rule, severity, at, cells = [], expected, related = [], message }: Finding, text: string) {
  return { rule, severity, at: text.slice(at.start, at.end), cells, expected, related: related.length, message };
}

/** What a finding has to look like; what the fault does not tell may be anything. */
function wanted({ rule, severity, at, cells = [], expected, others, names = [], omits = [] }: Fault): unknown {
  const told = (message: string) =>
    names.every((word) => message.includes(word)) && !omits.some((word) => message.includes(word));
  return expect.objectContaining({
    rule,
    severity,
    at,
    cells,
    ...(expected === undefined ? {} : { expected }),
    ...(others === undefined ? {} : { related: others }),
    message: expect.toSatisfy(told, `names ${names.join("、")} and not ${omits.join("、")}`),
  });
}

function doubts({ rule, at, cells = [], message }: Finding, right: Right, text: string): boolean {
  return (
    (right.rules?.includes(rule) ?? true) &&
    (right.cells === undefined || cells.some((id) => id.startsWith(right.cells ?? ""))) &&
    (right.text === undefined || touches(at, right.text, text)) &&
    message.includes(right.saying ?? "")
  );
}

/** Whether a span lies on one of the places where some words stand. */
function touches({ start, end }: Span, words: string, text: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (start < at + words.length && at < end) return true;
  }
  return false;
}

interface Mended {
  readonly steps: readonly string[];
  /** Errors that no fix is offered for, that outlive their fix, or that are left after too many steps. */
  readonly left: readonly string[];
}

/** Takes the first fix of the first error that has one, again and again. */
function mend(source: string): Mended {
  const steps: string[] = [];
  let text = source;
  for (let count = 0; count < 60; count += 1) {
    const errors = errorsIn(text);
    const error = errors.find(({ fixes = [] }) => fixes.length > 0);
    const [fix] = error?.fixes ?? [];
    if (error === undefined || fix === undefined) return { steps, left: errors.map(shown) };
    steps.push(`${shown(error)} → ${fix.title}`);
    text = applyEdits(text, fix.edits);
    if (errorsIn(text).some((other) => shown(other) === shown(error)))
      return { steps, left: [`after its fix: ${shown(error)}`] };
  }
  return { steps, left: [`after ${steps.length} steps: ${errorsIn(text).map(shown).join("; ")}`] };
}

function findingsIn(text: string): readonly Finding[] {
  const analysis: Analysis = analyze(text, defaultSettings);
  expect(analysis.status).toBe("checked");
  return analysis.status === "checked" ? analysis.findings : [];
}

function errorsIn(text: string): readonly Finding[] {
  return findingsIn(text).filter(({ severity }) => severity === "error");
}

function shown({ rule, message }: Finding): string {
  return `${rule}: ${message}`;
}

function zeros(form: Form) {
  return Object.fromEntries(slotsOf(form).map(({ id }) => [id, "0"]));
}
