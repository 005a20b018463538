import { numberingOf } from "../draft/label.ts";
import { spanIn } from "../read/outline.ts";
import { isMisnumbered, openingOf, type WrittenLabel, writtenLabels } from "./labels.ts";
import type { Edit, Rule } from "./rule.ts";

export default {
  id: "item-numbering",
  severity: "info",
  certainty: "style",
  title: "表中项目的序号写法不符",
  why: "表中各项的序号依次写作“一、”“（一）”“1.”，不写“1、”，也不省去。全文各处合为一处提示，一次改正。",
  source: "年度报告格式表三的表样；《党政机关公文格式》（GB/T 9704—2012）结构层次序数",
  *check(draft) {
    const wrong = writtenLabels(draft).filter(isMisnumbered);
    const [first, ...others] = wrong;
    if (first === undefined) return;
    const due = numberingOf(first.official);
    const count = others.length > 0 ? `，共 ${wrong.length} 处` : "";
    yield {
      at: first.box.span,
      message: `${first.table.name}的序号写法不符${count}：“${first.box.text}”的序号应写作“${due}”`,
      expected: due,
      actual: prefixOf(first.box.text).trim(),
      related: others.map(({ box, official }) => ({ at: box.span, message: `序号应写作“${numberingOf(official)}”` })),
      fixes: [
        {
          title: others.length > 0 ? `改正全部 ${wrong.length} 处序号` : "改正序号",
          safe: true,
          edits: wrong.map(renumber),
        },
      ],
    };
  },
} satisfies Rule;

/** A numbering in any of the ways people number, twice perhaps (三、5.); a plain word such as 三类 is none. */
const PREFIX =
  /^\s*(?:(?:[（(]\s*(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})\s*[)）]\s*[、.．,，]?|(?:[一二三四五六七八九十]{1,3}|[\d０-９]{1,2})\s*[、.．,，]|[①-⑳⑴-⒛㈠-㈩])\s*)+|^\s*[\d０-９]{1,2}\s*/u;

function prefixOf(text: string): string {
  return PREFIX.exec(text)?.[0] ?? openingOf(text);
}

function renumber({ box, official }: WrittenLabel): Edit {
  const length = prefixOf(box.text).length;
  const at = length === 0 ? { start: box.span.start, end: box.span.start } : spanIn(box, 0, length);
  return { at, text: numberingOf(official) };
}
