import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { analyze, defaultSettings } from "../server/analysis.ts";
import { aboveTitle, leftOut } from "../server/draft/content.ts";
import type { Draft } from "../server/draft/draft.ts";
import { completeReportSchema, reportSchema } from "../server/draft/report.ts";
import { toReport } from "../server/draft/to-report.ts";
import { exportText } from "../server/export.ts";
import type { Form } from "../server/form/form.ts";
import { forms, slotsOf, tableSections } from "../server/form/index.ts";
import { exportDraft } from "../server/write/export.ts";
import { formatOf, formats } from "../server/write/formats.ts";
import { type TextOf, writeMarkdown, writeTable } from "../server/write/markdown.ts";
import { unfinished } from "../server/write/unfinished.ts";
import { withTables } from "./support/layouts.ts";
import {
  all,
  type Element,
  htmlMatrix,
  type Matrix,
  parseMarkup,
  sheetMatrix,
  textIn,
  unpack,
  wordMatrix,
} from "./support/office.ts";
import { agency, anyCells, type Cells, consistentCells, randomFrom, reportText, yearOf } from "./support/reports.ts";
import { spoilt, spoiltText } from "./support/slips.ts";

const draftOf = (text: string): Draft => {
  const analysis = analyze(text, defaultSettings);
  if (analysis.status !== "checked") throw new Error(`No report: ${analysis.status}`);
  return analysis.draft;
};
const texts = { "01": readFileSync(join(import.meta.dirname, "../examples", exampleNamed("01")), "utf8") };
const [newest = raise(), ...older] = forms;

const written = (draft: Draft, format: "docx" | "xlsx", mark?: string) => {
  const bytes = exportDraft(draft, format, mark);
  if (typeof bytes === "string") throw new Error("No file of parts");
  return unpack(bytes);
};
const page = (draft: Draft, mark?: string) => String(exportDraft(draft, "html", mark));
const wordBody = (draft: Draft, mark?: string) =>
  parseMarkup(written(draft, "docx", mark)["word/document.xml"] ?? "", true);

/** The canonical grid: a merged cell as its text in the first place and blanks in the rest. */
function canonical(form: Form, cells: Cells): readonly Matrix[] {
  const textOf: TextOf = (id) => String(cells[id]);
  return tableSections(form).map(({ table }) =>
    writeTable(table, textOf)
      .filter((line) => !line.includes("---"))
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

describe.each(forms)("any report by form $id", (form) => {
  const holds = (check: (draft: Draft, cells: Cells) => void) =>
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const cells = anyCells(form, randomFrom(seed));
        check(draftOf(reportText(form, cells)), cells);
      }),
      { numRuns: 12 },
    );

  test("is its values as JSON", () =>
    holds((draft, cells) => {
      const json = JSON.parse(String(exportDraft(draft, "json")));
      expect(json).toEqual(toReport(draft));
      expect(completeReportSchema(form).parse(json).cells).toEqual(cells);
    }));

  test("is itself as Markdown", () => holds((draft) => expect(exportDraft(draft, "md")).toBe(draft.text)));

  test("has the official grid as HTML, and reads back the same", () =>
    holds((draft, cells) => {
      const html = page(draft);
      expect(all(parseMarkup(html, false), "table").map(htmlMatrix)).toEqual(canonical(form, cells));
      const tables = html.match(/<table class="official[\s\S]*?<\/table>/gu) ?? [];
      const blank = writeMarkdown(form, { agency, year: yearOf(form) });
      const again = withTables(
        blank,
        form,
        () => "",
        () => tables.shift() ?? "",
      );
      expect(toReport(draftOf(again)).cells).toEqual(cells);
    }));

  test("has the official grid in Word", () =>
    holds((draft, cells) => {
      expect(all(wordBody(draft), "w:tbl").map(wordMatrix)).toEqual(canonical(form, cells));
    }));

  test("has the official grid as a workbook, numbers as numbers", () =>
    holds((draft, cells) => {
      const files = written(draft, "xlsx");
      const sheets = Object.keys(files).filter((path) => path.startsWith("xl/worksheets/"));
      const parsed = sheets.map((path) => parseMarkup(files[path] ?? "", true));
      expect(parsed.map(sheetMatrix)).toEqual(canonical(form, cells));
      expect(parsed.flatMap((sheet) => all(sheet, "v").map(textIn))).toEqual(Object.values(cells).map(String));
    }));

  test("says that it is a draft while there are blanks", () => {
    const draft = draftOf(writeMarkdown(form, { agency, year: yearOf(form) }));
    const mark = unfinished(draft, 2);
    expect(mark).toBe(`草稿：有 2 处错误没有改正，有 ${slotsOf(form).length} 格没有填`);
    expect(page(draft, mark)).toContain(`<p class="draft">${mark}</p>`);
    expect(all(wordBody(draft, mark), "w:t").map(textIn)[0]).toBe(mark);
    expect(written(draft, "xlsx", mark)["docProps/core.xml"]).toContain(`<dc:description>${mark}</dc:description>`);
    expect(reportSchema(form).safeParse(JSON.parse(String(exportDraft(draft, "json")))).success).toBe(true);
  });
});

describe("a faultless report", () => {
  const draft = draftOf(texts["01"]);

  test("is no draft", () => {
    expect(page(draft)).not.toContain("草稿");
    for (const format of ["docx", "xlsx"] as const) {
      expect(Object.values(written(draft, format)).join("")).not.toContain("草稿");
    }
  });

  test.each(formats)("gives the same bytes again as .%s", (format) => {
    expect(exportDraft(draft, format)).toEqual(exportDraft(draftOf(texts["01"]), format));
  });

  test("keeps every heading and paragraph, in order", () => {
    const said = texts["01"]
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("|"))
      .map((line) => line.replace(/^#+ /u, ""));
    const main = all(parseMarkup(page(draft), false), "main")[0] ?? raise();
    const blocks = main.children.filter((child): child is Element => typeof child !== "string");
    expect(blocks.filter(({ name }) => name !== "table").map(textIn)).toEqual(said);
    const [body = raise()] = all(wordBody(draft), "w:body");
    const paragraphs = body.children.filter((child): child is Element => typeof child !== "string");
    const printed = paragraphs
      .filter(({ name }) => name === "w:p")
      .map((each) => all(each, "w:t").map(textIn).join(""));
    expect(printed).toEqual(said);
  });

  test("is a page by itself: semantic tables, no script, nothing from elsewhere", () => {
    const html = page(draft);
    expect(html).not.toMatch(/<script|\son\w+=|src=|href=|url\(|@import/iu);
    const root = parseMarkup(html, false);
    for (const table of all(root, "table")) {
      expect(all(table, "caption")).toHaveLength(1);
      expect(all(table, "thead")).toHaveLength(1);
      expect(all(table, "th").filter(({ attributes }) => attributes.scope === undefined)).toEqual([]);
    }
    expect(all(root, "h2")).toHaveLength(newest.sections.length);
  });

  test("is set in Word with all four names of the font on every run, on the prescribed page", () => {
    const root = wordBody(draft);
    const runs = all(root, "w:r");
    expect(runs.length).toBeGreaterThan(slotsOf(newest).length);
    for (const run of runs) {
      const { attributes } = all(run, "w:rFonts")[0] ?? raise();
      expect(Object.keys(attributes)).toEqual(["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"]);
      expect(new Set(Object.values(attributes)).size).toBe(1);
    }
    const fontsOf = (style: string) =>
      all(root, "w:p")
        .filter((each) => all(each, "w:pStyle")[0]?.attributes["w:val"] === style)
        .map((each) => all(each, "w:r").map((run) => all(run, "w:rFonts")[0]?.attributes["w:eastAsia"]));
    expect(new Set(fontsOf("Title").flat())).toEqual(new Set(["方正小标宋简体"]));
    expect(new Set(fontsOf("Heading1").flat())).toEqual(new Set(["黑体"]));
    expect(new Set(fontsOf("Heading2").flat())).toEqual(new Set(["楷体_GB2312"]));
    expect(all(root, "w:pgSz")[0]?.attributes).toEqual({ "w:w": "11906", "w:h": "16838" });
    expect(all(root, "w:pgMar")[0]?.attributes).toMatchObject({ "w:top": "2098", "w:left": "1587" });
  });

  test.each(["docx", "xlsx"] as const)(
    "is a package of well-formed parts as .%s, each named with its type",
    (format) => {
      const files = written(draft, format);
      for (const text of Object.values(files)) expect(all(parseMarkup(text, true), "parsererror")).toEqual([]);
      const types = all(parseMarkup(files["[Content_Types].xml"] ?? "", true), "Override");
      const named = types.map(({ attributes }) => attributes.PartName);
      const parts = Object.keys(files).filter((path) => path.endsWith(".xml") && !path.startsWith("["));
      expect(named.toSorted()).toEqual(parts.map((path) => `/${path}`).toSorted());
    },
  );
});

describe("whatever slips into a report", () => {
  const holds = (check: (draft: Draft) => void) =>
    fc.assert(
      fc.property(spoilt, (report) => {
        const analysis = analyze(spoiltText(report), defaultSettings);
        if (analysis.status === "checked") check(analysis.draft);
      }),
      { numRuns: 60, interruptAfterTimeLimit: 40_000 },
    );
  const squeezed = (text: string) => text.replaceAll(/\s+/gu, "");

  test("every part is well-formed, and every paragraph and figure is there", () =>
    holds((draft) => {
      const body = parseMarkup(page(draft), false);
      const word = wordBody(draft);
      for (const xml of Object.values(written(draft, "xlsx"))) parseMarkup(xml, true);
      const shown = [squeezed(textIn(body)), squeezed(textIn(word))];
      const outside = new Set(aboveTitle(draft));
      const said = draft.outline.blocks.flatMap((block) =>
        block.kind === "paragraph" && !outside.has(block) ? [block.text] : [],
      );
      const figures = [...draft.cells.values()].map(({ numeral, box }) =>
        "digits" in numeral ? numeral.digits : box.text,
      );
      const official = new Set<unknown>(draft.sections.map(({ heading }) => heading.text));
      for (const text of [...said.filter((one) => !official.has(one)), ...figures]) {
        const missing = shown.filter((all) => !all.includes(squeezed(text)));
        expect(missing.map(() => text)).toEqual([]);
      }
    }));

  test("the Markdown written anew says the same", () =>
    holds((draft) => {
      const again = analyze(String(exportDraft(draft, "md")), defaultSettings);
      // Rows that an open table above the title had hidden may come to light.
      const known = Object.entries(toReport(draft).cells).filter(([, figure]) => figure !== null);
      expect(again.status === "checked" && toReport(again.draft).cells).toMatchObject(Object.fromEntries(known));
    }));
});

describe("prose", () => {
  const [above, below] = texts["01"].split("## 六、");
  const withProse = (prose: string) => draftOf(`${above}## 六、${below?.split("\n")[0]}\n\n${prose}\n`);
  const shown = (prose: string) => {
    const [, body = ""] = page(withProse(prose)).split("<h2>六、");
    return body.replace(/^.*<\/h2>\n/u, "").replace(/\n<\/main>[\s\S]*$/u, "");
  };

  test.each([
    ["**公开渠道**：网站、`专栏`", "<p>公开渠道：网站、专栏</p>"],
    ["1. 更新不及时\n2. **解读**单一", "<p>1.更新不及时</p>\n<p>2.解读单一</p>"],
    ["- 网站\n- 公告栏", "<p>网站</p>\n<p>公告栏</p>"],
    ["一行写不下，\n接着写", "<p>一行写不下，接着写</p>"],
    ["first\nsecond", "<p>first second</p>"],
    ["第一行  \n第二行\\\n第三行<br>第四行", "<p>第一行<br>\n第二行<br>\n第三行<br>\n第四行</p>"],
    ["### 1. 信息处理费", "<h4>1. 信息处理费</h4>"],
    ["<!-- 给审核人看的话 -->\n\n无", "<p>无</p>"],
    ["\\<script>alert(1)\\</script>&amp;“”", "<p>&lt;script&gt;alert(1)&lt;/script&gt;&amp;“”</p>"],
    [
      "| 渠道 | 条数 |\n| --- | --- |\n| 网站 | 1<br>2 |",
      "<table>\n<tbody>\n<tr><td>渠道</td><td>条数</td></tr>\n<tr><td>网站</td><td>1 2</td></tr>\n</tbody>\n</table>",
    ],
    ["无\n\n青石市商务局\n\n2024年1月20日", '<p>无</p>\n<p class="closing">青石市商务局<br>\n2024年1月20日</p>'],
    [
      "没有收取。\n青石市商务局\n2024年1月20日",
      '<p>没有收取。</p>\n<p class="closing">青石市商务局<br>\n2024年1月20日</p>',
    ],
  ])("%j", (prose, html) => {
    expect(shown(prose)).toBe(html);
    expect(String(exportDraft(withProse(prose), "md"))).toContain(`\n\n${prose}\n`);
  });

  test("the closing date begins two characters behind the name, and the name stands two from the edge", () => {
    const closing = all(wordBody(withProse("无\n\n青石市商务局\n\n2024年1月20日")), "w:p").slice(-2);
    expect(closing.map((each) => all(each, "w:ind")[0]?.attributes["w:rightChars"])).toEqual(["450", "200"]);
  });
});

describe("hostile input", () => {
  const [cell = raise()] = slotsOf(newest).filter(({ kind }) => kind === "count");
  const withFigure = (figure: string) => {
    const cells = { ...consistentCells(newest, randomFrom(3)), [cell.id]: figure };
    return draftOf(reportText(newest, cells).replace(agency, "“<b>云岭</b>\\<&amp;县水务局"));
  };
  const partsOf = (draft: Draft) => [written(draft, "docx"), written(draft, "xlsx")].flatMap(Object.values);
  const sheetOf = (draft: Draft) => parseMarkup(written(draft, "xlsx")["xl/worksheets/sheet1.xml"] ?? "", true);

  test("money keeps the decimals it was written with", () => {
    const sheet = sheetOf(draftOf(texts["01"].replace("| 0.012 |", "| 2836.250 |")));
    const holder = all(sheet, "c").find((each) => textIn(each) === "2836.25");
    expect(holder?.attributes).toEqual({ r: "B14", s: "7" });
    const draft = draftOf(texts["01"].replace("| 0.012 |", "| 2836.250 |"));
    expect(page(draft)).toContain('<td colspan="3">2836.250</td>');
  });

  test.each(["=1+1", "+1+1", "-1-1", "@SUM(A1)", "12345678901234567890"])(
    "%s in a cell is a text in Excel",
    (figure) => {
      const sheet = sheetOf(withFigure(figure));
      const holder = all(sheet, "c").find((each) => textIn(each) === figure);
      expect(holder?.attributes).toMatchObject({ t: "inlineStr", s: "3" });
      expect(all(sheet, "f")).toEqual([]);
    },
  );

  test.each(["</td><script>alert(1)</script>", "\u0000\u0008\uFFFE0", "]]>&lt;", "\uD800"])(
    "%j breaks nothing",
    (figure) => {
      const draft = withFigure(figure);
      expect(page(draft)).not.toContain("<script");
      for (const xml of partsOf(draft))
        expect(Array.from(String(xml)).filter((each) => each < " " && each !== "\n")).toEqual([]);
      for (const xml of partsOf(draft)) parseMarkup(xml, true);
    },
  );

  test("figures with no place in the tables are named", () => {
    const [row = ""] = texts["01"].match(/^\| 行政强制 .*$/mu) ?? [];
    const draft = draftOf(texts["01"].replace(row, `${row}\n${row}\n| 行政奖励 | 3 |  |  |`));
    expect(leftOut(draft)).toEqual(["第41行“行政强制”", "第42行“行政奖励”"]);
  });
});

describe("a text", () => {
  test("is checked as a final report, whatever the mode", () => {
    const draft = texts["01"].replace("| 现行有效件数 |", "| 现行有效数量 |").replace("| 46 |", "|  |");
    const exported = exportText(draft, { ...defaultSettings, mode: "draft" }, "html");
    const notes = exported.status === "exported" ? exported.notes : [];
    expect(notes).toEqual(["草稿：有 1 处错误没有改正，有 1 格没有填"]);
  });

  test("what stands above the title is the page the report was put on: it is left out, and that is told", () => {
    const text = `索引号：530000/2024-00017\n\n${texts["01"]}`;
    for (const format of ["docx", "html"] as const) {
      const [bare, whole] = [texts["01"] ?? "", text].map((one) => exportText(one, defaultSettings, format));
      if (bare?.status !== "exported" || whole?.status !== "exported") throw new Error(format);
      expect(whole.content).toEqual(bare.content);
      expect([bare.notes, whole.notes]).toEqual([[], ["标题上方的 1 段没有写入，不是年报的内容"]]);
    }
    expect(exportText(text, defaultSettings, "md")).toMatchObject({
      notes: [],
      content: expect.stringContaining("00017"),
    });
  });

  test("that is no report, or too much for one, is not exported", () => {
    expect(exportText("# 通知\n", defaultSettings, "docx")).toEqual({ status: "not-a-report" });
    const deep = exportText(`${texts["01"]}\n${"> ".repeat(500)}引用\n`, defaultSettings, "docx");
    expect(deep).toMatchObject({ status: "too-complex", reason: expect.stringMatching(/\p{Script=Han}/u) });
  });
});

describe("drafts and old forms", () => {
  test.each(readdirSync(join(import.meta.dirname, "../examples")))("%s is exported in every format", (name) => {
    const draft = draftOf(readFileSync(join(import.meta.dirname, "../examples", name), "utf8"));
    for (const format of formats) expect(exportDraft(draft, format).length).toBeGreaterThan(1000);
    const again = draftOf(String(exportDraft(draft, "md")));
    expect(toReport(again)).toEqual(toReport(draft));
  });

  test.each([
    ["title in front matter", (text: string) => text.replace(/^# (.*)\n/u, "---\ntitle: $1\nlevel: 县级部门\n---\n")],
    ["level in front matter", (text: string) => `---\nlevel: 县级部门\n---\n\n${text}`],
    ["a comment above the title", (text: string) => `<!-- 初稿 -->\n\n${text}`],
    ["no title", (text: string) => text.replace(/^# .*\n\n/u, "")],
  ])("Markdown keeps what stands above: %s", (_, change) => {
    const text = change(texts["01"]);
    const again = String(exportDraft(draftOf(text), "md"));
    expect(again.replaceAll(/\n+/gu, "\n")).toBe(text.replaceAll(/\n+/gu, "\n"));
  });

  test("a long title is broken before the name all reports have", () => {
    const [title = raise()] = all(wordBody(draftOf(texts["01"])), "w:p");
    expect(all(title, "w:t").map(textIn)).toEqual(["青石市商务局2023年", newest.title]);
    expect(older.every(({ title: name }) => name === newest.title)).toBe(true);
  });
});

test("the format is told by the ending", () => {
  expect(["年报.docx", "年报.HTML", "a.b.json", "年报.pdf", "docx", "年报"].map(formatOf)).toEqual([
    "docx",
    "html",
    "json",
    undefined,
    undefined,
    undefined,
  ]);
});

function exampleNamed(number: string): string {
  return readdirSync(join(import.meta.dirname, "../examples")).find((name) => name.startsWith(number)) ?? "";
}

function raise(): never {
  throw new Error("There is none.");
}
