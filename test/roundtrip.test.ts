import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locate } from "../server/draft/locate.ts";
import { completeReportSchema, type Report } from "../server/draft/report.ts";
import { toReport } from "../server/draft/to-report.ts";
import { forms } from "../server/form/index.ts";
import { type TextOf, writeMarkdown } from "../server/write/markdown.ts";
import { layouts, tableForms, withTables } from "./support/layouts.ts";
import { outlineOf } from "./support/outline.ts";
import { agency, anyCells, randomFrom, yearOf } from "./support/reports.ts";

const prose = fc
  .array(
    fc.constantFrom(
      "全年工作平稳有序。",
      "### （一）主动公开情况",
      "**公开渠道**：网站、公告栏；“两微一端”。",
      "1. 更新不及时\n2. 解读形式单一",
      "| 渠道 | 条数 |\n| --- | --- |\n| 网站 | 12 |",
      "> 引用一段 <b>文字</b>\n> 第二行 | 竖线",
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((paragraphs) => paragraphs.join("\n\n"));

const contents = fc.record({ seed: fc.noShrink(fc.nat()), overview: prose, problems: prose, others: prose });

describe.each(forms)("form $id", (form) => {
  const roundTrip = (rewrite: (text: string, textOf: TextOf) => string) =>
    fc.assert(
      fc.property(contents, ({ seed, ...sections }) => {
        const cells = anyCells(form, randomFrom(seed));
        const report = {
          schema: "nianbao/report/1",
          form: form.id,
          agency,
          year: yearOf(form),
          cells,
          sections,
        } as const;
        const text = rewrite(writeMarkdown(form, report), (id) => String(cells[id]));
        expect(readReport(text)).toEqual(report);
        expect(completeReportSchema(form).parse(report)).toEqual(report);
      }),
      { numRuns: 10 },
    );

  test.each(Object.entries(layouts))("%s", (_, rewrite) => roundTrip(rewrite));

  test.each(Object.entries(tableForms))("%s", (_, write) => {
    roundTrip((text, textOf) => withTables(text, form, textOf, write));
  });
});

function readReport(text: string): Report | undefined {
  const draft = locate(text, outlineOf(text), undefined);
  return draft === undefined ? undefined : toReport(draft);
}
