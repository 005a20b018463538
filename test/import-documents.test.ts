import * as fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { forms, slotsOf } from "../server/form/index.ts";
import { importDocx, importHtml } from "../server/import/import-report.ts";
import { docx, docxOf, wordParagraph } from "./support/docx.ts";
import { accepted, cellsIn } from "./support/imports.ts";
import { withTables } from "./support/layouts.ts";
import { anyCells, type Cells, htmlTable, randomFrom, reportText } from "./support/reports.ts";

/** A page as a content management system publishes it. */
function page(text: string): string {
  const body = text
    .split("\n\n")
    .map((part) =>
      part.startsWith("<table") ? part : `<p class="MsoNormal">${part.replace(/^#+ /u, "&nbsp;&nbsp;")}</p>`,
    )
    .join("\n");
  return `<!DOCTYPE html><html><head><title>第1页</title><style>p { margin: 2px }</style></head>
<body><nav><a href="/">首页 99</a></nav><script>var views = 12345;</script>
<div class="TRS_Editor">${body}</div><footer>ICP备 2023000001号</footer></body></html>`;
}

describe.each(forms)("form $id", (form) => {
  const whole = (cells: Cells) => Object.fromEntries(slotsOf(form).map(({ id }) => [id, String(cells[id] ?? "")]));

  test("every figure of a page comes to its cell, and nothing of the page around it", () => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const cells = anyCells(form, randomFrom(seed));
        const text = withTables(reportText(form, cells), form, (id) => String(cells[id]), htmlTable);
        const { markdown, account } = accepted(importHtml(page(text)));
        expect(cellsIn(markdown)).toEqual(whole(cells));
        expect(account).toMatchObject({ balanced: true, unplaced: [] });
        expect(markdown).toBe(reportText(form, cells));
      }),
      { numRuns: 10 },
    );
  });

  const hurts: Readonly<Record<string, (html: string, figure: string) => string>> = {
    "a lost cell": (html, figure) => html.replace(`<td>${figure}</td>`, ""),
    "a doubled cell": (html, figure) => html.replace(`<td>${figure}</td>`, (cell) => cell + cell),
    "a blank cell": (html, figure) => html.replace(`<td>${figure}</td>`, "<td>&nbsp;</td>"),
    "no spans": (html) => html.replaceAll(/ (?:col|row)span="\d+"/gu, ""),
    "no column spans": (html) => html.replaceAll(/ colspan="\d+"/gu, ""),
    "no row spans": (html) => html.replaceAll(/ rowspan="\d+"/gu, ""),
    "a lost row end": (html, figure) => html.replace(new RegExp(`(<td>${figure}</td>[^\\n]*)</tr>\\n<tr>`, "u"), "$1"),
    "a lost head": (html) => html.replace("<td>科研机构</td>", ""),
    "a doubled head": (html) => html.replace("<td>科研机构</td>", "<td>科研机构</td><td>科研机构</td>"),
    "a lost label": (html, figure) => html.replace(new RegExp(`<td[^>]*>[^<]*</td>(?=<td>${figure})`, "u"), ""),
  };

  test.each(Object.entries(hurts))("%s of a page never puts a figure in a wrong place", (_name, hurt) => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat(slotsOf(form).length - 1)), (nth) => {
        // Every figure is another, so that one in a wrong place is seen.
        const cells = Object.fromEntries(slotsOf(form).map(({ id }, at) => [id, `${1000 + at}`]));
        const text = withTables(reportText(form, cells), form, (id) => String(cells[id]), htmlTable);
        const html = hurt(page(text), `${1000 + nth}`);
        const { markdown, account } = accepted(importHtml(html));
        expect(account.faults).toEqual([]);
        const wrong = Object.entries(cellsIn(markdown)).filter(([id, found]) => found !== "" && found !== cells[id]);
        expect(wrong, html).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test("every figure of a Word document comes to its cell", () => {
    fc.assert(
      fc.property(fc.noShrink(fc.nat()), (seed) => {
        const cells = anyCells(form, randomFrom(seed));
        const bytes = docxOf(reportText(form, cells), form, (id) => String(cells[id]));
        const { markdown, account } = accepted(importDocx(bytes));
        expect(cellsIn(markdown)).toEqual(whole(cells));
        expect(account).toMatchObject({ balanced: true, unplaced: [] });
        expect(markdown).toBe(reportText(form, cells));
      }),
      { numRuns: 10 },
    );
  });
});

describe("Word documents", () => {
  const title = "云岭县水务局2023年政府信息公开工作年度报告";
  const list = (id: number, levels: string) =>
    `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
  const level = (at: number, format: string, text: string, more = "") =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
  const item = (text: string, id: number, at = 0) =>
    wordParagraph(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const markdownOf = (bytes: Uint8Array) => accepted(importDocx(bytes)).markdown;

  test("numbers that Word writes by itself are there", () => {
    const numbering =
      list(1, level(0, "chineseCountingThousand", "%1、") + level(1, "chineseCounting", "（%2）")) +
      list(2, level(0, "decimal", "%1."));
    const body = [
      wordParagraph(title),
      item("总体情况", 1),
      item("主动公开情况", 1, 1),
      item("公报4条", 2),
      item("公告8条", 2),
      item("依申请公开情况", 1, 1),
      item("主动公开政府信息情况", 1),
    ];
    expect(markdownOf(docx({ body: body.join(""), numbering })).split("\n\n")).toEqual([
      `# ${title}`,
      "## 一、总体情况",
      "### （一）主动公开情况",
      "1.公报4条",
      "2.公告8条",
      "### （二）依申请公开情况",
      "## 二、主动公开政府信息情况\n",
    ]);
  });

  test("numbers and levels come from styles, too, and lists begin where they are told to", () => {
    const numbering = `${list(1, level(0, "chineseCounting", "%1、", '<w:suff w:val="space"/>'))}<w:num w:numId="9"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const styles =
      '<w:style w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:name w:val="节"/><w:basedOn w:val="a"/></w:style>';
    const body = [
      wordParagraph(title),
      wordParagraph("总体情况", '<w:pStyle w:val="b"/>'),
      item("存在的主要问题及改进情况", 9),
      item("其他需要报告的事项", 9),
    ];
    expect(
      markdownOf(docx({ body: body.join(""), numbering, styles }))
        .split("\n\n")
        .slice(1),
    ).toEqual(["## 一、 总体情况", "## 五、 存在的主要问题及改进情况", "## 六、 其他需要报告的事项\n"]);
  });

  test("what was deleted, moved away or said twice is left out, what was put in is there", () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const odd = `<w:p>${run("公开")}<w:del><w:r><w:delText>11</w:delText></w:r></w:del><w:ins>${run("12")}</w:ins><w:moveFrom>${run("13")}</w:moveFrom><mc:AlternateContent><mc:Choice>${run("条")}</mc:Choice><mc:Fallback>${run("条")}</mc:Fallback></mc:AlternateContent><w:r><w:noBreakHyphen/><w:t>完</w:t></w:r></w:p>`;
    expect(markdownOf(docx({ body: wordParagraph(title) + odd }))).toBe(`# ${title}\n\n公开12条-完\n`);
  });

  test("pictures and footnotes are told, and nothing they name is looked at", () => {
    const picture =
      '<w:p><w:r><w:drawing><a:blip r:link="rId1"/></w:drawing></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>';
    const rels =
      '<Relationships><Relationship Id="rId1" TargetMode="External" Target="http://example.invalid/1.png"/></Relationships>';
    const { notes } = accepted(
      importDocx(docx({ body: wordParagraph(title) + picture, files: { "word/_rels/document.xml.rels": rels } })),
    );
    expect(notes.join("\n")).toMatch(/表二、表三、表四[\s\S]*1 幅图片[\s\S]*1 处脚注/u);
  });

  test("what is set in a frame, tables in it included, is read as if there were none", () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`;
    const row = (...texts: readonly string[]) =>
      `<w:tr>${texts.map((text) => cell(wordParagraph(text))).join("")}</w:tr>`;
    const frame = (content: string) => `<w:tbl><w:tr>${cell(content)}</w:tr></w:tbl>`;
    const table = `<w:tbl>${row("信息内容", "本年处理决定数量")}${row("行政许可", "17")}</w:tbl>`;
    const texts = [title, "一、总体情况", "全年公开信息40条。".repeat(30), "二、主动公开政府信息情况"];
    const before = texts.map((text) => wordParagraph(text)).join("");
    const plain = docx({ body: before + table + wordParagraph("六、其他需要报告的事项") });
    const nested = docx({ body: frame(before + table + wordParagraph("六、其他需要报告的事项")) });
    const apart = docx({ body: frame(before) + table + frame(wordParagraph("六、其他需要报告的事项") + table) });
    expect(markdownOf(nested)).toBe(markdownOf(plain));
    expect(markdownOf(apart)).toContain("## 六、其他需要报告的事项");
    expect(cellsIn(markdownOf(plain))).toMatchObject({ "disclosure.licences.decisions": "17" });
  });

  test("files that are no documents, damaged or hostile are refused", () => {
    const good = docx({ body: wordParagraph(title) });
    const packed = (files: Readonly<Record<string, string>>) => docx({ body: wordParagraph(title), files });
    const document = (xml: string) => packed({ "word/document.xml": xml });
    const deep = `${"<w:p>".repeat(300)}${"</w:p>".repeat(300)}`;
    const zeros = (size: number) => "0".repeat(size);
    const refused: Readonly<Record<string, readonly [Uint8Array, RegExp]>> = {
      empty: [new Uint8Array(), /不是 \.docx/u],
      "an old or encrypted document": [Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /加了密码/u],
      text: [new TextEncoder().encode(title), /不是 \.docx/u],
      truncated: [good.slice(0, good.length - 30), /不完整/u],
      "truncated within": [Uint8Array.from([...good.slice(0, 90), ...good.slice(-22)]), /已损坏|不是 Word|不正常/u],
      "with bytes changed": [
        good.map((byte, at) => (at > 100 && at < 260 ? byte ^ 0x5a : byte)),
        /已损坏|不是 Word|不正常/u,
      ],
      "another archive": [zipSync({ "a.txt": new Uint8Array(3) }), /不是 Word/u],
      "a bomb": [document(zeros(19_000_000)), /大得不正常/u],
      "a larger bomb": [document(zeros(40_000_000)), /大得不正常/u],
      "too many entries": [
        packed(Object.fromEntries(Array.from({ length: 2100 }, (_, nth) => [`x${nth}`, ""]))),
        /大得不正常/u,
      ],
      "a path that leads out": [packed({ "../../etc/cron.d/x": "" }), /不正常的路径/u],
      "a path of Windows": [packed({ "C:\\x": "" }), /不正常的路径/u],
      macros: [packed({ "word/vbaProject.bin": "" }), /有宏/u],
      entities: [document('<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'), /不正常的声明/u],
      "nested too deep": [document(`<w:document>${deep}</w:document>`), /已损坏/u],
      "not nested": [document("<w:document><w:p></w:document>"), /已损坏/u],
      "cut off": [document("<w:document><w:p><w:r><w:t>一、总"), /已损坏/u],
    };
    for (const [name, [bytes, reason]] of Object.entries(refused)) expect(importDocx(bytes), name).toMatch(reason);
  });

  test("any bytes are read or refused, and never fail", () => {
    const good = docx({ body: wordParagraph(title), styles: "" });
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.nat(255), fc.nat(good.length), (at, byte, end) => {
        importDocx(good.with(at, byte).slice(0, at % 2 === 0 ? end : undefined));
      }),
      { numRuns: 300 },
    );
  });
});
