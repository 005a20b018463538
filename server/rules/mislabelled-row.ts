import type { Draft } from "../draft/draft.ts";
import { labelKey, lettersOf } from "../draft/label.ts";
import { removeLines, rewriteBox } from "./edits.ts";
import { isMislabelled, type WrittenLabel, writtenLabels } from "./labels.ts";
import type { Problem, Rule } from "./rule.ts";

export default {
  id: "mislabelled-row",
  severity: "error",
  certainty: "definite",
  title: "行名与规定的表样不符",
  why: "表的行名由格式规定，一个字也不能改：改了字，读者和汇总的机关就不知道这一行报的是什么。标点、空格、序号写法的出入不在此列。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    for (const label of writtenLabels(draft)) {
      if (label.axis === "rows" && isMislabelled(label)) yield misnamed(draft, label);
    }
  },
} satisfies Rule;

function misnamed(draft: Draft, { table, box, official, row }: WrittenLabel): Problem {
  const fragments = row?.fragments ?? [];
  const torn = fragments.length > 0;
  const edits = [rewriteBox(box, official), ...fragments.map(({ span }) => removeLines(draft.text, span))];
  const figures = figuresAmong(box.text, official);
  const caution = figures === "" ? "" : `，其中的 ${figures} 请先核对`;
  return {
    at: box.span,
    message: `${table.name}${faultOf(box.text, fragments.length, row !== undefined)}应为“${official}”`,
    expected: official,
    actual: box.text,
    related: fragments.map(({ span }) => ({ at: span, message: "行名断开的部分" })),
    fixes:
      torn && row?.grid.markup === "html"
        ? []
        : [{ title: `改为“${official}”${caution}`, safe: caution === "", edits }],
  };
}

/** Digits in a text that the official label does not have: a figure, perhaps, that strayed there. */
function figuresAmong(text: string, official: string): string {
  const digits = lettersOf(text).replaceAll(/\D/gu, "");
  return [labelKey(text).number, labelKey(official).number].includes(digits) ? "" : digits;
}

function faultOf(text: string, fragments: number, isRow: boolean): string {
  if (text === "") return "有一行没有行名，看上下各行";
  return `的${isRow ? "行名" : ""}“${text}”${fragments > 0 ? `断成了 ${fragments + 1} 行，` : ""}`;
}
