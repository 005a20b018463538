import type { LocatedSection } from "../../../server/draft/draft.ts";
import type { Span } from "../../../server/read/outline.ts";
import { edited, editedNear, lineAt, type Mutation, type Operator } from "../operator.ts";
import type { Subject } from "../subject.ts";

type Cut = (subject: Subject, one: LocatedSection, next: LocatedSection | undefined) => Mutation | undefined;

const isTable = ({ section }: LocatedSection) => section.table !== undefined;

const cuts: readonly {
  readonly name: string;
  readonly rules: readonly string[];
  readonly restores?: Operator["restores"];
  readonly cut: Cut;
}[] = [
  { name: "整个部分漏掉", rules: ["missing-section"], cut: (s, one, next) => without(s, one, extent(s, one, next)) },
  {
    name: "只漏标题",
    rules: ["missing-section"],
    cut: (s, one) => without(s, one, lineAt(s.text, one.heading.span.start)),
  },
  {
    name: "与下一部分互换",
    rules: ["misplaced-section"],
    cut: (s, one, next) => {
      if (next === undefined) return undefined;
      const after = s.draft.sections[s.draft.sections.indexOf(next) + 1];
      const [a, b] = [extent(s, one, next), extent(s, next, after)];
      const [first, second] = [s.text.slice(a.start, a.end), s.text.slice(b.start, b.end)];
      const [ended, rest] = second.endsWith("\n\n") ? [second, first] : [`${second}\n`, first.replace(/\n$/u, "")];
      const mutation = edited(s.text, [{ at: { start: a.start, end: b.end }, text: ended + rest }]);
      const at = (offset: number) => lineAt(mutation.text, offset);
      return { ...mutation, places: [at(a.start), at(a.start + ended.length)] };
    },
  },
  {
    name: "出现两次",
    rules: ["duplicate-section"],
    cut: (s, one, next) => {
      const at = extent(s, one, next);
      const copy = s.text.slice(at.start, at.end).replace(/\n*$/u, "\n\n");
      return edited(s.text, [{ at: { start: at.start, end: at.start }, text: copy }]);
    },
  },
  {
    name: "有标题没有内容",
    rules: ["empty-section"],
    cut: (s, one, next) => (isTable(one) ? undefined : hollow(s, one, next, "\n\n")),
  },
  {
    name: "漏表",
    rules: ["missing-table"],
    cut: (s, one, next) => (isTable(one) ? hollow(s, one, next, "\n\n") : undefined),
  },
  {
    name: "表换成图片",
    rules: ["missing-table"],
    cut: (s, one, next) => (isTable(one) ? hollow(s, one, next, "\n\n![表](table.png)\n\n") : undefined),
  },
  {
    name: "第五部分只写“无”",
    rules: ["empty-section"],
    cut: (s, one, next) => (one.section.id === "problems" ? hollow(s, one, next, "\n\n无。\n\n") : undefined),
  },
];

function extent({ text }: Subject, { heading }: LocatedSection, next: LocatedSection | undefined) {
  const start = lineAt(text, heading.span.start).start;
  return { start, end: next === undefined ? text.length : lineAt(text, next.heading.span.start).start };
}

/** Takes something out; the place is the heading above, the title where there is none, or the lines around. */
function without(subject: Subject, one: LocatedSection, at: Span): Mutation {
  const { sections, title } = subject.draft;
  const above = sections[sections.indexOf(one) - 1]?.heading.span ?? title?.prose.span;
  const mutation = editedNear(subject.text, [{ at, text: "" }]);
  return { ...mutation, places: [...mutation.places, ...(above === undefined ? [] : [above])] };
}

/** Only the heading stays; the place is that heading. */
function hollow(subject: Subject, one: LocatedSection, next: LocatedSection | undefined, text: string): Mutation {
  const heading = lineAt(subject.text, one.heading.span.start);
  const at = { start: one.heading.span.end, end: extent(subject, one, next).end };
  const mutation = edited(subject.text, [{ at, text }]);
  return { ...mutation, places: [{ start: heading.start, end: at.start + text.length }] };
}

/** Whole sections and tables lost, emptied, doubled, out of order. */
export const sectionOperators: readonly Operator[] = cuts.map(
  ({ name, rules, restores = "no", cut }): Operator => ({
    name: name.startsWith("第") ? name : `部分：${name}`,
    group: "部分",
    class: "D",
    rules,
    restores,
    apply: (subject, random) => {
      const { sections } = subject.draft;
      const possible = sections.flatMap((one, at) => cut(subject, one, sections[at + 1]) ?? []);
      return possible[random(Math.max(0, possible.length - 1))];
    },
  }),
);

/** The five aspects of the first section. */
export const aspectOperators: readonly Operator[] = [
  {
    name: "总体情况：漏一个方面",
    group: "部分",
    class: "S",
    rules: ["missing-aspect"],
    restores: "no",
    apply: (subject, random) => {
      const located = subject.draft.sections[0];
      const at = random(4);
      const [one, next] = [located?.aspects[at], located?.aspects[at + 1]];
      if (located === undefined || one === undefined) return undefined;
      const end = next?.heading.span.start ?? subject.draft.sections[1]?.heading.span.start ?? subject.text.length;
      const [start, to] = [one.heading.span.start, end].map((offset) => lineAt(subject.text, offset).start);
      const heading = lineAt(subject.text, located.heading.span.start);
      const mutation = edited(subject.text, [{ at: { start: start ?? 0, end: to ?? 0 }, text: "" }]);
      return { ...mutation, places: [heading] };
    },
  },
  {
    name: "总体情况：方面的编号错",
    group: "部分",
    class: "D",
    rules: ["misnumbered-heading"],
    restores: "always",
    apply: (subject, random) => {
      const heading = subject.draft.sections[0]?.aspects[1 + random(3)]?.heading;
      const at = heading === undefined ? -1 : subject.text.indexOf("（", heading.span.start) + 1;
      const isHeading = heading?.kind === "heading";
      return isHeading ? edited(subject.text, [{ at: { start: at, end: at + 1 }, text: "一" }]) : undefined;
    },
  },
  {
    name: "总体情况：“（一）”写成“1.”",
    group: "部分",
    class: "Y",
    rules: ["misnumbered-heading"],
    restores: "always",
    apply: (subject, random) => {
      const heading = subject.draft.sections[0]?.aspects[random(4)]?.heading;
      if (heading?.kind !== "heading") return undefined;
      const at = subject.text.indexOf("（", heading.span.start);
      const number = "一二三四五".indexOf(subject.text.charAt(at + 1)) + 1;
      return edited(subject.text, [{ at: { start: at, end: at + 3 }, text: `${number}.` }]);
    },
  },
];
