import { type Difference, differences, inWords } from "../draft/difference.ts";
import type { Draft, LocatedTitle } from "../draft/draft.ts";
import { lettersOf } from "../draft/label.ts";
import { agencyPlaceholder, bareTitle } from "../draft/title.ts";
import { firstLine } from "./passages.ts";
import type { Problem, Rule, Severity } from "./rule.ts";

/** What is lacking or too much in many published titles without changing what they say. */
const TOLERABLE: ReadonlySet<string> = new Set(["工作", "度"]);

export default {
  id: "malformed-title",
  severity: "error",
  certainty: "definite",
  title: "标题的写法不规范",
  why: "标题由机关全称、年份和报告的名称组成，写成一行。掉字、多字会改变报告的名称，没有年份就分不清是哪一年的报告。年份在最前或者在“年度报告”之前的两种写法也有地方使用，只作提示。",
  source: "年度报告格式的名称；机关、年份的次序为各地通行的实务",
  *check(draft) {
    const { title } = draft;
    if (title === undefined) return;
    const isPlaceholder = lettersOf(title.prose.text).includes(lettersOf(agencyPlaceholder));
    if (isPlaceholder) yield unfinished(draft, title);
    else if (title.match !== "exact" || title.prose.text.includes("\n")) yield malformed(draft, title);
  },
} satisfies Rule;

function unfinished({ year }: Draft, { prose }: LocatedTitle): Problem {
  const missing = year === undefined ? "请填写机关名称和报告年度" : "请填写机关名称";
  return { at: firstLine(prose), severity: "warning", message: `${missing}，标题现为“${bareTitle(prose.text)}”` };
}

function malformed({ year, due }: Draft, { prose, agency, match }: LocatedTitle): Problem {
  const written = bareTitle(prose.text);
  const expected = `${agency ?? agencyPlaceholder}${year ?? "（年份）"}年${due.title}`;
  const known = `${agency ?? ""}${year === undefined ? "" : `${year}年`}${due.title}`;
  const found = differences(written, known);
  const faults = [
    ...(prose.text.includes("\n") ? ["断成了两行"] : []),
    ...(agency === undefined ? ["没有写机关名称"] : []),
    ...(year === undefined ? ["没有写报告年度"] : []),
    ...(match === "misspelt" && found.length > 0 ? [isReordered(written, known) ? "的次序不对" : inWords(found)] : []),
  ];
  const isKnown = agency !== undefined && year !== undefined;
  return {
    at: firstLine(prose),
    severity: severityOf(match, isReordered(written, known) ? [] : found, year),
    message:
      match === "variant" && faults.length === 0
        ? `标题多写作“${expected}”，现在的写法也有地方使用`
        : `标题${faults.join("，")}，正确的写法是“${expected}”`,
    ...(isKnown ? { expected } : {}),
    actual: written,
    fixes: isKnown
      ? [{ title: `标题改为“${expected}”`, safe: match !== "variant", edits: [{ at: prose.span, text: expected }] }]
      : [],
  };
}

/** The same characters in another order, brackets aside: the year behind the name of the report. */
function isReordered(written: string, expected: string): boolean {
  const sorted = (text: string) => [...lettersOf(text)].toSorted().join("");
  return sorted(written.replace(/年度[）)]$/u, "年）")) === sorted(expected);
}

function severityOf(match: LocatedTitle["match"], found: readonly Difference[], year: number | undefined): Severity {
  if (match === "exact") return "info";
  if (match === "variant") return "hint";
  if (year === undefined) return "error";
  return found.every(({ lost, extra }) => TOLERABLE.has(lost + extra)) ? "warning" : "error";
}
