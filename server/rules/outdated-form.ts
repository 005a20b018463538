import { isYearCertain } from "../draft/period.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "outdated-form",
  severity: "error",
  certainty: "definite",
  title: "表格与报告年度应用的格式不符",
  why: "2019、2020 年度报告用 2019 年的格式，2021 年度起用 2021 年修订的格式。两种格式的表不同，用错了表，数就没有地方填，也无法汇总。表内的数仍按现有的表检查。",
  source: "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
  *check(draft) {
    const { form, due, tables, year } = draft;
    const [first] = tables;
    const box = first?.grids[0]?.rows.flatMap(({ boxes }) => boxes).find(({ text }) => text !== "");
    if (form === due || box === undefined || year === undefined || !isYearCertain(draft)) return;
    yield {
      at: box.span,
      message: `${year}年度报告应使用${due.id}年的格式（${due.notice.number}），表格用的是${form.id}年的格式（${form.notice.number}）`,
      expected: due.id,
      actual: form.id,
    };
  },
} satisfies Rule;
