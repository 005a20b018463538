import { lettersOf } from "../draft/label.ts";
import { rewriteBox } from "./edits.ts";
import { isMislabelled, type WrittenLabel, writtenLabels } from "./labels.ts";
import type { Problem, Rule } from "./rule.ts";

export default {
  id: "mislabelled-column",
  severity: "error",
  certainty: "definite",
  title: "列名与规定的表样不符",
  why: "表的列名由格式规定，一个字也不能改。从 Word 或网页复制时列名常被截断（“结果”“其他”“尚未”），同一张表里这样的列名合为一处提示，一次改正。",
  source: "年度报告格式各表的表样",
  *check(draft) {
    const wrong = writtenLabels(draft).filter((label) => label.axis === "columns" && isMislabelled(label));
    for (const table of new Set(wrong.map((label) => label.table))) {
      const own = wrong.filter((label) => label.table === table);
      const cut = own.filter(isCut);
      const groups = [
        ...(cut.length > 1 ? [cut] : []),
        ...sameSlips(own.filter((label) => cut.length < 2 || !cut.includes(label))),
      ];
      for (const group of groups) yield misnamed(group);
    }
  },
} satisfies Rule;

/** A piece of the official label: the rest was lost on the way. */
function isCut({ box, official }: WrittenLabel): boolean {
  return lettersOf(official).includes(lettersOf(box.text));
}

/** The same slip made in several places is one finding. */
function sameSlips(labels: readonly WrittenLabel[]): readonly (readonly WrittenLabel[])[] {
  const slips = new Map<string, WrittenLabel[]>();
  for (const label of labels) {
    const key = `${label.box.text}→${label.official}`;
    slips.set(key, [...(slips.get(key) ?? []), label]);
  }
  return [...slips.values()];
}

function misnamed(labels: readonly WrittenLabel[]): Problem {
  const [first, ...others] = labels;
  if (first === undefined) throw new Error("A group has a label");
  const { table, box, official } = first;
  const many = new Set(labels.map((label) => label.official)).size > 1;
  const words = [...new Set(labels.map((label) => `“${label.box.text}”`))].join("");
  return {
    at: box.span,
    message: many
      ? `${table.name}有 ${labels.length} 个列名不完整：${words}，从这里起应为${labels.map((label) => `“${label.official}”`).join("")}`
      : `${table.name}${box.text === "" ? "有一列没有列名，看前后各列" : `的列名“${box.text}”`}应为“${official}”${others.length > 0 ? `，共 ${labels.length} 处` : ""}`,
    ...(many ? {} : { expected: official, actual: box.text }),
    related: others.map((label) => ({ at: label.box.span, message: `应为“${label.official}”` })),
    fixes: [
      {
        title: many ? `补全这 ${labels.length} 个列名` : `改为“${official}”`,
        safe: true,
        edits: labels.map((label) => rewriteBox(label.box, label.official)),
      },
    ],
  };
}
