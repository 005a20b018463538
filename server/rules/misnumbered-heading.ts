import type { Draft, LocatedSection } from "../draft/draft.ts";
import { lettersOf } from "../draft/label.ts";
import { bareNumberIn, chineseNumeral, type Numbering, numberingIn } from "../draft/numbering.ts";
import { headingOf } from "../form/index.ts";
import type { Heading, Paragraph } from "../read/outline.ts";
import { addMarks, openingOf } from "./passages.ts";
import type { Edit, Problem, Related, Rule, Severity } from "./rule.ts";

export default {
  id: "misnumbered-heading",
  severity: "error",
  certainty: "definite",
  title: "标题的编号与规定不符",
  why: "六个部分编为“一、”至“六、”，小标题编为“（一）”“（二）”……，依次是公文的第一、第二层次。从 Word 复制时自动编号常常变成“1、”“(1)”，层次就乱了。没有标题标记“#”的标题只是普通的一行字，目录和折叠都认不出来。",
  source: "年度报告格式的六个标题；GB/T 9704—2012 的结构层次序数",
  *check(draft) {
    yield* together("部分的编号应为“一、”至“六、”", "改正编号", draft.sections.flatMap(sectionNumber));
    yield* together("小标题的编号应为“（一）”“（二）”……", "改正编号", draft.sections.flatMap(aspectNumbers));
    yield* together("部分的标题前应有标题标记", "加上标题标记", missingMarks(draft));
  },
} satisfies Rule;

/** One wrong number, and the edit that puts it right. */
interface Slip extends Related {
  readonly severity: Severity;
  readonly edit: Edit;
}

/** All slips of one kind as one problem, with one fix that corrects them together. */
function* together(rule: string, fix: string, slips: readonly Slip[]): Iterable<Problem> {
  const [first, ...others] = slips;
  if (first === undefined) return;
  const count = others.length === 0 ? "" : `，共 ${slips.length} 处`;
  yield {
    at: first.at,
    severity: slips.find(({ severity }) => severity === "error")?.severity ?? first.severity,
    message: `${rule}：${first.message}${count}`,
    related: others.map(({ at, message }) => ({ at, message })),
    fixes: [{ title: `${fix}${count}`, safe: true, edits: slips.map(({ edit }) => edit) }],
  };
}

function sectionNumber({ section, heading, match }: LocatedSection): readonly Slip[] {
  if (match !== "exact" && match !== "style") return [];
  const found = numberingIn(heading);
  const isBare = found.written === "" && lettersOf(heading.text) === lettersOf(headingOf(section));
  const numbering = isBare ? bareNumberIn(heading, section.number) : found;
  // Where the numeral is right and stands without brackets, only the mark behind it is not.
  const isClose = numbering.number === section.number && !/^[（(【[]/u.test(numbering.written);
  return slip(heading, numbering, `${section.number}、`, isClose ? "info" : "error");
}

function aspectNumbers({ section, aspects }: LocatedSection): readonly Slip[] {
  const first = aspects.filter((one, at) => aspects.findIndex(({ aspect }) => aspect.id === one.aspect.id) === at);
  const isWhole = first.map(({ aspect }) => aspect.id).join() === section.aspects?.map(({ id }) => id).join();
  return first.flatMap(({ aspect, heading }) => {
    const numbering = numberingIn(heading);
    const due = `（${isWhole ? aspect.number : chineseNumeral(numbering.number)}）`;
    const full = numbering.written.replaceAll(/\s/gu, "").replace("(", "（").replace(")", "）");
    // Brackets of the other width around the right number are a matter of punctuation.
    return full === "" || full === due ? [] : slip(heading, numbering, due, full.startsWith(due) ? "info" : "error");
  });
}

function slip(heading: Heading | Paragraph, numbering: Numbering, due: string, severity: Severity): readonly Slip[] {
  const { written, place } = numbering;
  const message = written === "" ? `“${heading.text.trim()}”前应加“${due}”` : `“${written}”应为“${due}”`;
  return written === due ? [] : [{ at: openingOf(heading), message, severity, edit: { at: place, text: due } }];
}

function missingMarks(draft: Draft): readonly Slip[] {
  return draft.sections.flatMap(({ section, heading }) => {
    if (heading.kind === "heading") return [];
    const edit = addMarks(draft, heading);
    const message = `“${headingOf(section)}”前应加“${edit.text}”`;
    return [{ at: openingOf(heading), message, severity: "warning", edit }];
  });
}
