import { mayMakeRegulations } from "../draft/agency.ts";
import { figureOf } from "../draft/arithmetic.ts";
import { rewriteBox } from "./edits.ts";
import { nameOf, relatedTo, shown } from "./figures.ts";
import type { Rule } from "./rule.ts";
import { quote, rowTitle } from "./wording.ts";

export default {
  id: "unauthorised-regulation",
  severity: "error",
  certainty: "definite",
  title: "无权制定规章的机关填了规章",
  why: "规章只有国务院部门，省、自治区、直辖市，设区的市、自治州的人民政府可以制定。县、乡镇、街道和地方各级部门的规章三栏都是 0，制发的文件计入行政规范性文件。机关名称看不出级别的，只作警告；市政府可能设区，也可能是县级市，只作建议。",
  source: "《立法法》关于部门规章和地方政府规章的规定；《条例》第二十条第（一）项",
  *check(draft) {
    const may = mayMakeRegulations(draft);
    if (may === true) return;
    const filled = [...draft.cells.values()].filter((cell) => cell.row.leaf.rulemaking === true && figureOf(cell) > 0);
    const [first, ...others] = filled;
    if (first === undefined) return;
    const title = rowTitle(first.table, first.row.leaf);
    const place =
      others.length === 0
        ? nameOf(draft, first)
        : `${title}的${filled.map(({ column }) => column.leaf.label).join("、")}`;
    const who = draft.agency === undefined ? "本机关" : quote(draft.agency);
    yield {
      at: first.box.span,
      // Most of the cities that report regulations may make them.
      severity: may === false ? "error" : draft.level === "city-government" ? "hint" : "warning",
      message:
        may === false
          ? `${who}无权制定规章，${place}应为 0，现为 ${filled.map(shown).join("、")}`
          : `${place}现为 ${filled.map(shown).join("、")}：只有国务院部门、省级和设区的市级人民政府可以制定规章，请核对`,
      cells: filled.map(({ id }) => id),
      ...(may === false ? { expected: "0" } : {}),
      actual: filled.map(shown).join("、"),
      related: relatedTo(draft, others),
      fixes: [
        {
          title: others.length === 0 ? "改为 0" : `这 ${filled.length} 栏改为 0`,
          safe: false,
          edits: filled.map(({ box }) => rewriteBox(box, "0")),
        },
      ],
    };
  },
} satisfies Rule;
