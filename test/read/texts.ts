import fc from "fast-check";

/** A short report in the form that people write: three tables, headings, prose with figures. */
export const report = `# 青石县水务局2024年政府信息公开工作年度报告

本报告由**青石县水务局**编制，统计期限自2024年1月1日至12月31日；电子版见[县政府网站](http://www.example.gov.cn/a_b)。

## 一、总体情况

### （一）主动公开情况

全年公开信息 36 条，其中：
工作动态 30 条；\\*水质公告&nbsp;6 条。<!-- nianbao-allow prose-parts-mismatch: 公告另计 -->

1. 完善制度

   修订了《公开指南》。
2. 加强培训

> 引文
继续

## 二、主动公开政府信息情况

| 第二十条第（一）项 |  |  |  |
| --- | ---: | ---: | ---: |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | **0** |
| 行政规范性文件 | 1 | 0 | 5 | <!-- nianbao-allow stock-shortfall: 见说明 -->

<table>
  <tr><td rowspan="2">行政许可</td><td>12&nbsp;</td></tr>

  <tr><td></td></tr>
</table>

二级标题
---

    缩进代码
`;

const pieces = [
  ..."*_~`[]()<>!&\\|#-=:\n \t.",
  ...[
    "**",
    "~~",
    "``",
    "```\n",
    "](u)",
    '](u "t")',
    "![",
    "<b>",
    "</b>",
    "<br>",
    "&amp;",
    "&nbsp;",
    "&#x4e00;",
    "\\|",
    "\\*",
  ],
  ...[
    "\n\n",
    "\r\n",
    "\r",
    "  \n",
    "\\\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "## ",
    " ##",
    "\n===\n",
    "\n---\n",
    "| - | - |",
    "|-|\n",
  ],
  ...[
    "http://a.cn/x",
    "www.b.cn",
    "a@b.cn",
    "[^1]",
    "[^1]: ",
    "[a]: u\n",
    "[a]",
    "- [ ] ",
    "中",
    "报告",
    "，",
    "（一）",
    "　",
    "😀",
    "0",
    "x",
  ],
];

const html = [
  ...[
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
    "<th colspan=2>",
    '<td rowspan="3">',
    "<td colspan=99999>",
    "<p>",
  ],
  ...[
    "<!--",
    "-->",
    "<!-- c -->",
    "<div>\n",
    "<pre>",
    "<script>",
    "</script>",
    "&nGt;",
    "---\ntitle: 't'\n---\n",
    "\uFEFF",
    "\0",
  ],
];

/** Markdown of many small pieces, without HTML blocks. */
export const anyMarkdown = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(""));

/** The same with tables and comments of HTML, front matter and odd characters. */
export const anyText = fc.array(fc.constantFrom(...pieces, ...html), { maxLength: 40 }).map((parts) => parts.join(""));

/** The report after a few insertions and deletions, with any line ending. */
export const anyEdit = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(report.length), fc.nat(12), fc.constantFrom("", ...pieces, ...html)), { maxLength: 6 }),
    fc.constantFrom("\n", "\r\n", "\r"),
  )
  .map(([edits, ending]) => {
    let text = report;
    for (const [at, length, inserted] of edits) text = text.slice(0, at) + inserted + text.slice(at + length);
    return text.replaceAll("\n", ending);
  });
