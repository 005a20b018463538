import type { Draft } from "../draft/draft.ts";
import { figurePassagesOf } from "../draft/part-list.ts";
import { reportingParagraphs } from "../draft/prose.ts";
import type { CellId } from "../form/index.ts";
import { spanIn } from "../read/outline.ts";
import { nameOf, shown } from "./figures.ts";
import type { Problem } from "./rule.ts";
import { quote } from "./wording.ts";

const AMOUNT: CellId = "disclosure.fees.amount";
const UNPAID: CellId = "requests.otherUnpaid.total";

/** Applications ended for want of payment although the report says that no fee was asked for. */
export function* unmentionedNotices(draft: Draft): Iterable<Problem> {
  const unpaid = draft.cells.get(UNPAID);
  if (unpaid?.value === undefined || unpaid.value === 0) return;
  const texts = reportingParagraphs(draft);
  if (texts.some(({ text }) => /收费通知|缴费通知|缴纳|缴费|逾期未缴/u.test(text))) return;
  for (const prose of texts) {
    const found = /(?:未|没有)(?:发生|产生|收取)[^。；]{0,20}处理费/u.exec(prose.text);
    if (found === null) continue;
    yield {
      at: spanIn(prose, found.index, found.index + found[0].length),
      severity: "hint",
      message: `${nameOf(draft, unpaid)}为 ${unpaid.value}，说明发出过收费通知，这里最好一并写明`,
      cells: [UNPAID],
    };
    return;
  }
}

/**
 * 信息处理费 said to be charged that the amount of all 行政事业性收费, which it is one of, cannot hold. The amount counts
 * as rounded at its last digit.
 */
export function* mistakenFees(draft: Draft): Iterable<Problem> {
  const cell = draft.cells.get(AMOUNT);
  const words = draft.form.sections.flatMap(({ statements = [] }) =>
    statements.flatMap((one) => one.words.slice(0, 2)),
  );
  if (cell === undefined || !("digits" in cell.numeral)) return;
  const { digits } = cell.numeral;
  const decimals = digits.split(".")[1]?.length ?? 0;
  const most = (Number(digits) + 0.5 / 10 ** decimals) * 10_000;
  for (const { prose, sentences } of figurePassagesOf(draft)) {
    if (!prose.text.includes("元")) continue;
    for (const { from, text: sentence, quantities } of sentences) {
      if (!words.some((word) => sentence.includes(word))) continue;
      for (const { unit, value, rough, ...place } of quantities) {
        const before = sentence.slice(Math.max(0, place.from - 12), place.from);
        const isSum = /收取|收费|征收|共计|合计|金额|处理费/u.test(before) && !/每|标准|按照?/u.test(before);
        if (unit !== "元" || rough || value <= most || !isSum || sentence[place.to] === "/") continue;
        const said = quote(sentence.slice(place.from, place.to));
        yield {
          at: spanIn(prose, from + place.from, from + place.to),
          message: `正文写信息处理费${said}，${nameOf(draft, cell)}却为 ${shown(cell)} 万元：信息处理费是其中的一项，不会比它多`,
          cells: [AMOUNT],
          actual: shown(cell),
        };
      }
    }
  }
}
