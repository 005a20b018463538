import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHtmlTable } from "../server/read/html.ts";
import { linesOf } from "../server/read/lines.ts";
import { readMarkdown } from "../server/read/markdown.ts";
import type { Grid, Outline, Prose } from "../server/read/outline.ts";
import { spanIn } from "../server/read/outline.ts";
import { anyEdit, anyMarkdown, anyText, report } from "./read/texts.ts";
import { viewOfTree } from "./read/tree.ts";
import { offsetsOf, prosesOf, sliceOf, spansOf, view, written } from "./read/view.ts";
import { outlineOf } from "./support/outline.ts";

function gridOf(source: string): Grid {
  const grid = outlineOf(source).blocks.find((block) => block.kind === "grid");
  if (grid === undefined) throw new Error("no table was read");
  return grid;
}

function boxesOf(source: string): readonly (readonly [text: string, span: string, inner: string])[] {
  return gridOf(source).rows.flatMap(({ boxes }) =>
    boxes.map(({ text, span, inner }) => [text, sliceOf(source, span), sliceOf(source, inner)] as const),
  );
}

describe("headings and paragraphs", () => {
  test.each([
    ["# 一 #\n## 二\n", ["# 一", "## 二"]],
    ["一\n===\n\n二\n三\n---\n", ["# 一", "## 二\n三"]],
    ["#\n\n####### 七\n\n#五\n", ["# ", "####### 七", "#五"]],
    ["- ## 一\n- 二\n\n  三\n  1. 四\n", ["## 一", "二", "三", "四"]],
    ["> 一\n> 二\n三\n\n> > 四\n", ["一\n二\n三", "四"]],
    ["一  \n二\\\n三<br>四\n", ["一\n二\n三\n四"]],
    ["**一** _二_ ~~三~~ `四*` <b>五</b> <!-- 六 -->\n", ["一 二 三 四* 五"]],
    [
      '[一](u "t") ![二](u) [三][r] <http://a.cn> http://b.cn/c 五[^1]\n\n[r]: u\n\n[^1]: 四\n',
      ["一 二 三 http://a.cn http://b.cn/c 五", "四"],
    ],
    ["\\*一\\* &lt;二&#x4e09;&nbsp;四\n", ["*一* <二三\u00a0四"]],
    ["```\n# 一\n```\n\n    二\n\n~~~\n<!-- 三 -->\n", []],
    ["　　全年公开３条\n", ["　　全年公开３条"]],
    ["[r]: u\n一\n---\n", ["## 一"]],
    ["", []],
  ])("%j", (source, expected) => {
    expect(view(outlineOf(source))).toEqual(expected);
  });

  test("a heading covers its text and, as a whole, its marks", () => {
    const source = "前\n\n ##  **二**、情况 ##  \n\n三\n==\n";
    const headings = outlineOf(source).blocks.filter((block) => block.kind === "heading");
    expect(headings.map(({ span }) => sliceOf(source, span))).toEqual(["二**、情况", "三"]);
    expect(headings.map(({ whole }) => sliceOf(source, whole))).toEqual(["##  **二**、情况 ##", "三\n=="]);
  });

  test("an empty heading stands where its marks stand", () => {
    expect(outlineOf("一\n\n##\n").blocks.at(1)).toMatchObject({ text: "", span: { start: 3, end: 5 }, runs: [] });
  });

  test("a part of a text is found among its marks", () => {
    const source = "公开**1**&lt;\\*2 条，\n> 3";
    const [paragraph] = prosesOf(outlineOf(source));
    if (paragraph === undefined) throw new Error("no paragraph was read");
    expect(paragraph.text).toBe("公开1<*2 条，");
    expect(sliceOf(source, spanIn(paragraph, 1, 3))).toBe("开**1");
    expect(sliceOf(source, spanIn(paragraph, 4, 6))).toBe("*2");
  });

  test("all texts of a report are found where they stand", () => {
    const outline = outlineOf(report);
    expect(view(outline)).toMatchInlineSnapshot(`
      [
        "# 青石县水务局2024年政府信息公开工作年度报告",
        "本报告由青石县水务局编制，统计期限自2024年1月1日至12月31日；电子版见县政府网站。",
        "## 一、总体情况",
        "### （一）主动公开情况",
        "全年公开信息 36 条，其中：
      工作动态 30 条；*水质公告 6 条。",
        "完善制度",
        "修订了《公开指南》。",
        "加强培训",
        "引文
      继续",
        "## 二、主动公开政府信息情况",
        "| 第二十条第（一）项 |  |  |  |",
        "| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |",
        "| 规章 | 0 | 0 | 0 |",
        "| 行政规范性文件 | 1 | 0 | 5 |",
        "| 行政许可 | 12  |",
        "| (行政许可) |  |",
        "## 二级标题",
      ]
    `);
    expect(written(report, outline)).toMatchInlineSnapshot(`
      [
        "青石县水务局2024年政府信息公开工作年度报告",
        "本报告由**青石县水务局**编制，统计期限自2024年1月1日至12月31日；电子版见[县政府网站](http://www.example.gov.cn/a_b)。",
        "一、总体情况",
        "（一）主动公开情况",
        "全年公开信息 36 条，其中：
      工作动态 30 条；\\*水质公告&nbsp;6 条。",
        "完善制度",
        "修订了《公开指南》。",
        "加强培训",
        "引文
      继续",
        "二、主动公开政府信息情况",
        "第二十条第（一）项",
        "  ",
        "  ",
        "  ",
        "信息内容",
        "本年制发件数",
        "本年废止件数",
        "现行有效件数",
        "规章",
        "0",
        "0",
        "0",
        "行政规范性文件",
        "1",
        "0",
        "5",
        "行政许可",
        "12&nbsp;",
        "行政许可",
        ">",
        "二级标题",
        "<!-- nianbao-allow prose-parts-mismatch: 公告另计 -->",
        "<!-- nianbao-allow stock-shortfall: 见说明 -->",
      ]
    `);
  });
});

describe("pipe tables", () => {
  test("cells as written, with what they show and what stands between the bars", () => {
    expect(boxesOf("| **一** | 二\\|三 |\n|:-:|-|\n| `a\\|b` | <br>四<br>五 |\n")).toEqual([
      ["一", "一", " **一** "],
      ["二|三", "二\\|三", " 二\\|三 "],
      ["a|b", "a\\|b", " `a\\|b` "],
      ["四五", "四<br>五", " <br>四<br>五 "],
    ]);
  });

  test("a break keeps figures apart", () => {
    expect(boxesOf("| 1<br>2 |\n|-|\n").map(([text]) => text)).toEqual(["1 2"]);
  });

  test("blank cells can be pointed at", () => {
    const blanks = boxesOf("| 一 |  || &nbsp; | 　 |\n|-|-|-|-|-|\n||\n| <!-- 二 --> |\n|\n").slice(1);
    expect(blanks).toEqual([
      ["", "  ", "  "],
      ["", "|", ""],
      ["", "&nbsp;", " &nbsp; "],
      ["", " 　 ", " 　 "],
      ["", "|", ""],
      ["", "<!-- 二 -->", " <!-- 二 --> "],
      ["", "|", ""],
    ]);
  });

  test("rows keep their number of cells", () => {
    expect(view(outlineOf("| 一 | 二 |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |\n无竖线\n"))).toEqual([
      "| 一 | 二 |",
      "| 1 |",
      "| 1 | 2 | 3 |",
      "| 无竖线 |",
    ]);
  });

  test("bars at the ends, indentation and padding do not matter", () => {
    expect(boxesOf("  一|  二  \n  -|-\n  1|\n")).toEqual([
      ["一", "一", "一"],
      ["二", "二", "  二  "],
      ["1", "1", "1"],
    ]);
  });

  test("a comment behind the last bar is no cell, one inside a cell is no text", () => {
    const source = "| 一 | 二 |\n|-|-|\n| 1 | 2 | <!-- c -->\n| 1 | 2 <!-- d --> |\n| 1 | <!-- e --> |\n";
    const outline = outlineOf(source);
    expect(view(outline)).toEqual(["| 一 | 二 |", "| 1 | 2 |", "| 1 | 2 |", "| 1 |  |"]);
    expect(outline.comments.map(({ text }) => text)).toEqual(["c", "d", "e"]);
  });

  test("rows, delimiter and table have their lines", () => {
    const source = "前\n\n| 一 |  \n| :- |\r\n| 1 |\n\n后";
    const grid = gridOf(source);
    expect(grid).toMatchObject({ markup: "pipes" });
    expect(sliceOf(source, grid.span)).toBe("| 一 |  \n| :- |\r\n| 1 |");
    expect(grid.delimiter && sliceOf(source, grid.delimiter)).toBe("| :- |");
    expect(grid.rows.map(({ span }) => sliceOf(source, span).trim())).toEqual(["| 一 |", "| 1 |"]);
  });
});

describe("HTML tables", () => {
  const merged = `<table>
<thead><tr><th colspan="2" rowspan=2>项目</th><th>数</th></tr><tr><th>甲<br>乙</th></tr></thead>

<tbody><tr><td rowspan="0">三<td><p>商业</p>
<p>企业</p><td> 1&nbsp;</tr>

    <tr><td><!-- 无 --></td><TD>&#x32; <b>人</b></td></tbody>
</table>`;

  test("merged cells are repeated", () => {
    expect(view(outlineOf(`前\n\n${merged}\n\n# 后`))).toEqual([
      "前",
      "| 项目 | (项目) | 数 |",
      "| (项目) | (项目) | 甲乙 |",
      "| 三 | 商业企业 | 1\u00a0 |",
      "| (三) |  | 2 人 |",
      "# 后",
    ]);
  });

  test("cells stand where they are written", () => {
    const source = "<table><tr><td> <b>一</b>二 </td><td></td><td>&lt;\n</table>";
    expect(boxesOf(source)).toEqual([
      ["一二", "一</b>二", " <b>一</b>二 "],
      ["", ">", ""],
      ["<", "&lt;", "&lt;\n"],
    ]);
    expect(gridOf(source)).toMatchObject({ markup: "html", span: { start: 0, end: source.length } });
  });

  test.each([
    ["without end tags, without rows", "<table><td>1<td>2<tr><th>3", ["| 1 | 2 |", "| 3 |"]],
    ["two in one block", "<table><tr><td>1</table>\n<table><tr><td>2</table>", ["| 1 |", "| 2 |"]],
    [
      "the second begins where the first, cut by a blank line, ends",
      "<table>\n\n<tr><td>1</table><table><td>2\n\n</table>\n",
      ["| 1 |", "| 2 |"],
    ],
    ["one in another", "<table><tr><td><table><tr><td>1</table></table>\n\n2", ["| 1 |", "2"]],
    [
      "Markdown inside is not read twice",
      "<table><tr><td>\n\n# 一\n\n| a |\n|-|\n\n</table>\n\n二",
      ["| # 一| a | |-| |", "二"],
    ],
    [
      "an open one ends with its block",
      "<table><tr><td>1\n\n# 一\n\n<table><tr><td>2</table>\n",
      ["| 1 |", "# 一", "| 2 |"],
    ],
    [
      "in comments and code there are none",
      "<!-- <table><td>1</table> -->\n\n<pre><table><td>1</table></pre>\n\n`<table>`",
      ["<table>"],
    ],
    ["empty ones are none", "<table></table>\n\n<table><tr></tr></table>", []],
    [
      "spans stop at the widest table",
      "<table><tr><td colspan=100000 rowspan=100000>1<tr></table>",
      [`| 1 ${"| (1) ".repeat(63)}|`, `${"| (1) ".repeat(64)}|`],
    ],
  ])("%s", (_name, source, expected) => {
    expect(view(outlineOf(source))).toEqual(expected);
  });

  test("a table is read from the middle of any text", () => {
    const source = `<p>前</p>${merged}<p>后</p>`;
    expect(readHtmlTable(source, 8, 8 + merged.length)?.rows).toHaveLength(4);
    expect(readHtmlTable("<p>一</p>", 0, 8)).toBeUndefined();
  });
});

describe("comments", () => {
  test.each([
    ["<!-- 一 -->\n\n二 <!-- 三 -->\n", ["一", "三"]],
    ["<!-- 一\n\n二\n-->\n三<!--四\n五-->", ["一\n\n二", "四\n五"]],
    ["<div><!-- 一 --><!----></div>\n\n<!-->\n", ["一", "", ""]],
    ["`<!-- 一 -->`\n\n    <!-- 二 -->\n\n```\n<!-- 三 -->\n```\n\n\\<!-- 四 -->\n", []],
    ["<table><tr><td><!-- 一 -->\n\n二 <!-- 三 -->\n\n</table>\n", ["一", "三"]],
    ["- <!-- 一 -->\n- 二 <!-- 三 -->\n\n> <!-- 四 -->\n", ["一", "三", "四"]],
    ["一 <!-- 二\n\n<!-- 三\n", []],
  ])("%j", (source, expected) => {
    const { comments } = outlineOf(source);
    expect(comments.map(({ text }) => text)).toEqual(expected);
    for (const { span } of comments) expect(sliceOf(source, span)).toMatch(/^<!--[\s\S]*>$/u);
  });
});

describe("front matter", () => {
  test.each([
    ["---\ntitle: 某局 报告 # 注\n---\n# 一\n", "某局 报告", ["# 一"]],
    ['---\nlang: zh\ntitle:   "某局: 报告"\n---\n一\n', "某局: 报告", ["一"]],
    ["---\r\ntitle: '某局'\r\n---\r\n一", "某局", ["一"]],
    ["\uFEFF---\ntitle: 某局\n---", "某局", []],
    ["---\nsub:\n  title: 某局\ntitle:\n---\n一", undefined, ["一"]],
    ["---\ntitle: 某局\n\n一", undefined, ["title: 某局", "一"]],
    ["一\n\n---\ntitle: 某局\n---\n", undefined, ["一", "## title: 某局"]],
  ])("%j", (source, title, expected) => {
    const outline = outlineOf(source);
    expect(outline.title?.text).toBe(title);
    if (outline.title !== undefined) expect(sliceOf(source, outline.title.span)).toBe(title);
    expect(view(outline)).toEqual(expected);
  });

  test("the level of the agency stands beside the title, in any order", () => {
    const outline = outlineOf("---\nlevel: 县级政府 # 县级市\ntitle: 某局\n---\n一\n");
    expect([outline.title?.text, outline.level?.text]).toEqual(["某局", "县级政府"]);
    expect(outlineOf("---\nlevel:\nsub:\n  level: 乡镇\n---\n一\n").level).toBeUndefined();
  });
});

describe("line endings", () => {
  const endings = ["\n", "\r\n", "\r"];
  const changed = endings.flatMap((ending) => ["", "\uFEFF"].map((mark) => [ending, mark] as const));

  test.each(changed)("%j after %j changes no text and shifts the places", (ending, mark) => {
    const source = `---\ntitle: 某局\n---\n\n${report}`;
    const other = mark + source.replaceAll("\n", ending);
    const shift = (offset: number): number =>
      offset + mark.length + (source.slice(0, offset).split("\n").length - 1) * (ending.length - 1);
    expect(prosesOf(outlineOf(other)).map(({ text }) => text)).toEqual(
      prosesOf(outlineOf(source)).map(({ text }) => text),
    );
    expect(spansOf(outlineOf(other))).toEqual(
      spansOf(outlineOf(source)).map(({ start, end }) => ({ start: shift(start), end: shift(end) })),
    );
  });
});

/** Front matter, breaks in cells and images, and a bar in an address: there the reader goes its own way. */
const differs = /^---[ \t]*[\r\n]|!\[|<br|(?:http|www)\S*\\\|/u;

describe("lines", () => {
  const bits = fc.constantFrom("", "\n", "\r", "\r\n", "字", "ab", "\n\n", "\r\r");
  const some = (most: number) => fc.array(bits, { maxLength: most }).map((parts) => parts.join(""));

  test("are found anew and after any edit alike", () => {
    fc.assert(
      fc.property(some(12), fc.array(fc.tuple(fc.nat(), fc.nat(5), some(3)), { maxLength: 6 }), (first, edits) => {
        let text = first;
        for (const [place, length, put] of edits) {
          const at = place % (text.length + 1);
          text = text.slice(0, at) + put + text.slice(at + length);
          const starts = Array.from(text.matchAll(/\r\n?|\n/gu), ({ index, 0: end }) => index + end.length);
          expect(linesOf(text)).toEqual({ starts: [0, ...starts], length: text.length });
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe("any text", () => {
  test("texts are those of remark", () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        fc.pre(!differs.test(source));
        expect(view(outlineOf(source))).toEqual(viewOfTree(source));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["of many pieces", anyText, 300],
    ["of an edited report", anyEdit, 60],
  ])("%s is read with everything at its place", (_name, texts, numRuns) => {
    fc.assert(
      fc.property(texts, (source) => {
        const outline = outlineOf(source);
        expectOrder(outline);
        const spans = spansOf(outline);
        expect(spans.filter(({ start, end }) => !(0 <= start && start <= end && end <= source.length))).toEqual([]);
        for (const prose of prosesOf(outline)) expectCharacters(source, prose);
      }),
      { numRuns },
    );
  });
});

/** Blocks follow one another, rows lie in their table, boxes in their row; repetitions lie where the cell is. */
function expectOrder({ blocks }: Outline): void {
  const starts = blocks.map(({ span }) => span.start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  for (const block of blocks) {
    if (block.kind !== "grid") continue;
    for (const { span, boxes } of block.rows) {
      expect(block.span.start <= span.start && span.end <= block.span.end).toBe(true);
      const own = boxes.filter(({ merged }) => merged !== true).flatMap((box) => [box.span, box.inner]);
      expect(own.every((inside) => span.start <= inside.start && inside.end <= span.end)).toBe(true);
    }
  }
}

/** No text has an empty span, and each of its characters is found inside it. */
function expectCharacters(source: string, prose: Prose): void {
  const { start, end } = prose.span;
  expect(start).toBeLessThan(end);
  const offsets = offsetsOf(prose);
  expect(offsets).toHaveLength(prose.text.length);
  expect(offsets.filter((offset) => offset < start || end <= offset)).toEqual([]);
  expect(offsets.filter((offset, index) => !stands(source, offset, prose.text.charAt(index)))).toEqual([]);
}

/** A character stands for itself, or at a reference, a line ending or a tag it was read from. */
function stands(source: string, offset: number, character: string): boolean {
  const found = source.charAt(offset);
  if (found === character || found === "&") return true;
  if (character === "\n") return found === "\r" || found === "<";
  return character === " " ? /[\s<]/u.test(found) : source.charAt(offset - 1) === "&";
}

describe("guard", () => {
  const prose = "全面落实《条例》，全年公开政府信息123条，其中政务动态45条；办结依申请公开6件。";
  const size = 512 * 1024;

  test.each([
    ["a report", report],
    ["a report with much prose", report + `${prose.repeat(40)}\n\n`.repeat(30)],
    ["as much prose as is read", `${prose}\n\n`.repeat(size / (prose.length + 2))],
    ["a long paragraph on many lines", `${prose}\n`.repeat(1000)],
    ["a table that is bold all over", `| 一 | 二 |\n|-|-|\n${"| **甲** | **1** |\n".repeat(490)}`],
    ["a table of the largest size", `${"|一".repeat(64)}|\n${"|-".repeat(64)}|\n${`${"|1".repeat(64)}|\n`.repeat(60)}`],
    ["nested lists", "- 一\n  - 二\n    1. 三\n".repeat(60)],
    ["rules and separators", `${"* ".repeat(100)}\n\n${"-".repeat(300)}\n\n${"_".repeat(300)}\n`],
    ["nothing", ""],
  ])("lets %s pass", (_name, source) => {
    expect(readMarkdown(source)).toBeTypeOf("object");
  });

  test.each([
    ["a text that is too long", "一\n".repeat(size / 2 + 1), "524290"],
    ["a line that is too long", `一\n${"二".repeat(20_001)}`, "第 2 行"],
    ["nested quotes", `${"> ".repeat(41)}一`, "第 1 行"],
    ["nested lists", `${"- ".repeat(41)}一`, "第 1 行"],
    [
      "lists nested by indentation",
      Array.from({ length: 42 }, (_, depth) => `${"  ".repeat(depth)}- 一`).join("\n"),
      "第 41 行",
    ],
    ["nested footnotes", "[^a]: ".repeat(41), "第 1 行"],
    ["a table with too many rows", `| 一 |\n| - |\n${"| 1 |\n".repeat(501)}`, "第 503 行"],
    ["a table with too many columns", `${"|一".repeat(65)}|\n${"|-".repeat(65)}|\n`, "第 2 行"],
    ["an HTML table with too many rows", `<table>${"<tr><td>1\n".repeat(501)}</table>`, "第 501 行"],
    ["an HTML table with too many columns", `<table><tr>${"<td>1".repeat(65)}</table>`, "第 1 行"],
    ["too many HTML tables", "<table>\n\n".repeat(201), "第 401 行"],
  ])("refuses %s", (_name, source, place) => {
    expect(readMarkdown(source)).toContain(place);
    expect(readMarkdown(source)).toContain("未检查");
  });

  test.each(
    [
      "*_",
      "a**b",
      "*a ",
      "a*",
      "[",
      "]",
      "![",
      "[a](b)",
      "[*",
      "a <!-- ",
      "a <?",
      "a <![CDATA[",
      "~~a",
      "\\```",
      "www.a_",
    ].concat([
      "http://a.b/&a;",
      "> a\nb\n",
      "a\n=\n",
      "- a\n\nb\n\n",
      ">\n\n\n",
      "- a\n  - b\n",
      "- - - - - a\n",
      "[a\n",
    ]),
  )("refuses a text of nothing but %j, and reads what it lets pass", (unit) => {
    expect(readMarkdown(unit.repeat(20_000 / unit.length))).toBeTypeOf("string");
    const short = [250, 500, 1000, 2000].map((length) => unit.repeat(length / unit.length));
    for (const source of short) expect(() => readMarkdown(source)).not.toThrow();
  });

  test("refuses hardly any Markdown that others wrote", () => {
    const modules = join(import.meta.dirname, "../node_modules");
    const texts = readdirSync(modules, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .flatMap(({ name }) => readdirSync(join(modules, name)).map((file) => join(modules, name, file)))
      .filter((path) => path.endsWith(".md"))
      .map((path) => readFileSync(path, "utf8"));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => text.length <= size && typeof readMarkdown(text) === "string")).toEqual([]);
  });
});
