import { numberingOf } from "../draft/label.ts";
import { spanIn } from "../read/outline.ts";
import { isMisnumbered, type WrittenLabel, writtenLabels } from "./labels.ts";
import type { Edit, Rule } from "./rule.ts";

export default {
  id: "item-numbering",
  severity: "info",
  title: "表中项目的序号写法不符",
  why: "表中各项的序号依次写作“一、”“（一）”“1.”，不写“1、”，也不省去。全文各处合为一处提示，一次改正。",
  source: "年度报告格式表三的表样；《党政机关公文格式》（GB/T 9704—2012）结构层次序数",
  *check(draft) {
    const wrong = writtenLabels(draft).filter(isMisnumbered);
    const [first, ...others] = wrong;
    if (first === undefined) return;
    const due = numberingOf(first.official);
    yield {
      at: first.box.span,
      message: `${first.table.name}的序号写法不符，共 ${wrong.length} 处：“${first.box.text}”的序号应写作“${due}”`,
      expected: due,
      actual: numberingOf(first.box.text),
      related: others.map(({ box, official }) => ({ at: box.span, message: `序号应写作“${numberingOf(official)}”` })),
      fixes: [{ title: `改正全部 ${wrong.length} 处序号`, safe: true, edits: wrong.map(renumber) }],
    };
  },
} satisfies Rule;

function renumber({ box, official }: WrittenLabel): Edit {
  const written = /^\s*/u.exec(box.text)?.[0].length ?? 0;
  const length = numberingOf(box.text).length;
  const blank = /^\s*/u.exec(box.text.slice(written + length))?.[0].length ?? 0;
  const start = spanIn(box, written, written + 1).start;
  const end = length + blank === 0 ? start : spanIn(box, written, written + length + blank).end;
  return { at: { start, end }, text: numberingOf(official) };
}
