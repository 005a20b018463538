import { isGovernment } from "../draft/agency.ts";
import { closingDate } from "../draft/closing.ts";
import type { Draft } from "../draft/draft.ts";
import type { Rule } from "./rule.ts";

export default {
  id: "late-date",
  severity: "hint",
  certainty: "suspicious",
  title: "成文日期晚于公布期限",
  why: "县级以上人民政府部门应在每年 1 月 31 日前报送并公布上一年度的年度报告，各级人民政府的年度报告应在 3 月 31 日前公布；乡镇、街道没有明文规定，各地通行随部门在 1 月底前报送。只看文末的日期；从标题和 level: 看不出是哪一级机关的，不提示。",
  source: "《条例》第四十九条；乡镇、街道从各地实务",
  *check(draft) {
    const date = closingDate(draft.outline);
    const due = monthDue(draft);
    if (date === undefined || due === undefined || draft.year === undefined) return;
    const { year, month, day, span } = date;
    if (year < draft.year + 1 || (year === draft.year + 1 && month <= due.month)) return;
    yield {
      at: span,
      message: `成文日期${year}年${month}月${day}日晚于期限：${due.who}${draft.year}年的年度报告应在${draft.year + 1}年${due.month}月31日前公布`,
    };
  },
} satisfies Rule;

/** The month by whose 31st the report is due; undefined where that depends on what nothing here tells. */
function monthDue({ level, isLevelTold, agency = "" }: Draft) {
  if (isGovernment(level)) return { month: 3, who: "政府" };
  if (level === "unknown" || level === "vertical") return undefined;
  // A committee that runs a zone may report as a department or like a government.
  if (!isLevelTold && /(?:管委会|管理委员会)$/u.test(agency)) return undefined;
  return { month: 1, who: level === "township" ? "乡镇、街道" : "部门" };
}
