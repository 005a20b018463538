import { levelNamed } from "../draft/agency.ts";
import { commonLength, lettersOf } from "../draft/label.ts";
import { levels } from "../form/levels.ts";
import type { Rule } from "./rule.ts";

/** As many fixes as a menu shows at a glance. */
const OFFERED = 3;

export default {
  id: "unknown-level",
  severity: "warning",
  certainty: "definite",
  title: "机关层级的写法无法识别",
  why: "文件开头的 level: 写明机关的层级，代替从机关名称看出的层级：能不能制定规章、要不要写考核和评议、什么时候公布，都由它决定。写法认不出时，仍按机关名称判断。县级市写“县级政府”，设区的市、自治州写“市级政府”，直辖市、自治区写“省级政府”。",
  source: "本工具的约定",
  *check({ outline: { level } }) {
    if (level === undefined || levelNamed(level.text) !== undefined) return;
    yield {
      at: level.span,
      message: `level: 后面的“${level.text}”不是能识别的机关层级，可以写：${levels.map(({ name }) => name).join("、")}`,
      actual: level.text,
      fixes: nearest(level.text).map((name) => ({
        title: `改为“${name}”`,
        safe: false,
        edits: [{ at: level.span, text: name }],
      })),
    };
  },
} satisfies Rule;

/** The names that share most with what is written. */
function nearest(written: string): readonly string[] {
  const letters = lettersOf(written);
  const likeness = (name: string) => 2 * commonLength(letters, name) - name.length;
  return levels
    .map(({ name }) => name)
    .toSorted((a, b) => likeness(b) - likeness(a))
    .slice(0, OFFERED);
}
