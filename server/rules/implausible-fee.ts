import { compareDecimals } from "../draft/decimal.ts";
import { inTenThousands, nameOf, putFigure, shown } from "./figures.ts";
import type { Rule } from "./rule.ts";

/** In 万元: ten thousand million yuan, more than any county or department collects in a year. */
const IMPLAUSIBLE = "1000000";

export default {
  id: "implausible-fee",
  severity: "hint",
  certainty: "suspicious",
  title: "收费金额可能把元填成了万元",
  why: "收费金额以万元为单位。金额超过一百万万元，或小数多于六位（比分还小），多半是把以元计的数直接填了进来。",
  source: "年度报告格式表二印明的单位（万元）；数额界限出自实务",
  *check(draft) {
    for (const cell of draft.cells.values()) {
      // A figure with its unit beside it says itself what it means.
      if (cell.kind !== "money" || !("digits" in cell.numeral) || cell.numeral.state === "annotated") continue;
      const { digits } = cell.numeral;
      const fine = /\.\d{7,}$/u.test(digits);
      if (
        !fine &&
        (compareDecimals(digits, IMPLAUSIBLE) < 0 || draft.level === "ministry" || draft.level.startsWith("province"))
      )
        continue;
      yield {
        at: cell.box.span,
        message: fine
          ? `${nameOf(draft, cell)}现为 ${shown(cell)} 万元，小数多于六位，请核对单位`
          : `${nameOf(draft, cell)}现为 ${shown(cell)} 万元，数额过大，请核对是否把元填成了万元`,
        cells: [cell.id],
        actual: digits,
        ...(fine
          ? {}
          : { fixes: [putFigure(cell, inTenThousands(digits), `改为 ${inTenThousands(digits)}（除以 10000）`)] }),
      };
    }
  },
} satisfies Rule;
