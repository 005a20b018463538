import { isGovernment } from "../draft/agency.ts";
import { aspectsNamed, stemsOf } from "../draft/aspects.ts";
import type { Draft, LocatedSection } from "../draft/draft.ts";
import type { Aspect } from "../form/form.ts";
import { headingOf } from "../form/index.ts";
import { bodyOf, extentOf, extentOfAspect, firstLine, isBlank, lettersIn, prosesOf } from "./passages.ts";
import type { Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "missing-aspect",
  severity: "warning",
  certainty: "suspicious",
  title: "总体情况没有写全五个方面",
  why: "总体情况要综述主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，内容不遗漏、不泛化。各级人民政府还要在监督保障中写工作考核、社会评议和责任追究结果情况。两个方面合写一个小标题的，算都写到了。",
  source: "国办公开办函〔2021〕30号；《条例》第五十条第一款第（四）项；各设小标题为各地通行的实务",
  incomplete: "part",
  *check(draft) {
    for (const located of draft.sections) {
      const { section, heading } = located;
      if (section.aspects === undefined || isBlank(draft, bodyOf(draft, located))) continue;
      const missing = missingAspects(located, section.aspects);
      const owing = section.aspects.find(({ governmentDuties }) => governmentDuties !== undefined);
      const duties = isGovernment(draft.level) && owing !== undefined ? missingDuties(draft, located, owing) : [];
      const both = owing !== undefined && missing.includes(owing) && duties.length > 0;
      if (missing.length > 0) {
        const names = missing.map(({ title }) => quote(title)).join("");
        const owed = both ? `，也没有写${duties.join("、")}` : "";
        yield { at: heading.span, message: `${quote(headingOf(section))}没有写${names}${owed}，五个方面应逐一写到` };
      }
      if (duties.length === 0 || both) continue;
      const part = located.aspects.find(({ aspect }) => aspect === owing)?.heading;
      const place = quote(part === undefined ? headingOf(section) : (owing?.title ?? ""));
      yield {
        at: part === undefined ? heading.span : firstLine(part),
        message: `${place}没有写${duties.join("、")}，政府的年度报告应包括这些方面的结果情况`,
      };
    }
  },
} satisfies Rule;

/** Aspects nobody names: by a heading or the first words of a paragraph, or anywhere where there are no such headings. */
function missingAspects({ section, body }: LocatedSection, aspects: readonly Aspect[]): readonly Aspect[] {
  const blocks = prosesOf(body);
  const named = new Set<Aspect>();
  let hasHeadings = false;
  for (const block of blocks) {
    const own = aspectsNamed(block, section);
    for (const aspect of own) named.add(aspect);
    hasHeadings ||= own.length > 0 && block.kind === "heading";
  }
  const missing = aspects.filter((aspect) => !named.has(aspect));
  if (hasHeadings || named.size >= 3) return missing;
  // A clause that lists the aspects announces them; it does not report on them.
  const clauses = blocks.flatMap(({ text }) => text.split(/[。；，,\n]/u));
  const telling = clauses.filter((text) => aspects.filter((aspect) => mentions(text, aspect)).length < 3);
  return missing.filter((aspect) => !telling.some((text) => mentions(text, aspect)));
}

function mentions(text: string, aspect: Aspect): boolean {
  return stemsOf(aspect).some((stem) => text.includes(stem));
}

/** Duties of a government not mentioned in the part that owes them, nor, where there is none, in the section. */
function missingDuties(draft: Draft, located: LocatedSection, owing: Aspect): readonly string[] {
  const part = located.aspects.find(({ aspect }) => aspect === owing);
  const letters = lettersIn(
    draft,
    part === undefined ? extentOf(draft, located) : extentOfAspect(draft, located, part),
  );
  if (letters === "") return [];
  const duties = owing.governmentDuties ?? [];
  return duties.filter(({ words }) => !words.some((word) => letters.includes(word))).map(({ name }) => name);
}
