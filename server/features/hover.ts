import type { Hover } from "vscode-languageserver-types";
import type { Analysis } from "../analysis.ts";
import { isGovernment } from "../draft/agency.ts";
import type { Cell, Draft } from "../draft/draft.ts";
import type { Group, Leaf, Line, Note, Section } from "../form/form.ts";
import { headingOf, leavesOf } from "../form/index.ts";
import { rangeOf } from "../read/lines.ts";
import { cellName, slotOf } from "../rules/wording.ts";
import { type Card, type Part, writeCard } from "./card.ts";
import { lineCard, namedPartCard } from "./line-cards.ts";
import { guidanceParts, noteParts } from "./note-parts.ts";
import { type OfficialPlace, officialPlace } from "./official-place.ts";
import { writtenFormulas } from "./written-formulas.ts";

/** The official meaning of what stands at an offset; for a figure also every sum it stands in. */
export function hover(analysis: Analysis, offset: number, markdown: boolean): Hover | undefined {
  if (analysis.status !== "checked") return undefined;
  const place = officialPlace(analysis.draft, offset);
  const card = place === undefined ? undefined : cardOf(analysis.draft, place);
  if (place === undefined || card === undefined) return undefined;
  return { contents: writeCard(card, markdown), range: rangeOf(analysis.lines, place.span) };
}

function cardOf(draft: Draft, place: OfficialPlace): Card | undefined {
  switch (place.kind) {
    case "title":
      return titleCard(draft);
    case "section":
      return sectionCard(place.section);
    case "aspect":
      return aspectCard(draft, place);
    case "cell":
      return cellCard(draft, place.cell);
    case "line":
      return lineCard(draft.form, place);
    default:
      return namedPartCard(draft.form, place);
  }
}

function titleCard({ form, due, agency, year }: Draft): Card {
  const { notice } = form;
  return {
    title: form.title,
    parts: [
      `机关：${agency ?? "没有读出"}`,
      `年度：${year ?? "没有读出"}`,
      `按 ${form.id} 年的格式核对：《${notice.title}》（${notice.number}）`,
      due === form ? "" : `本年度应当使用 ${due.id} 年的格式（${due.notice.number}）`,
    ],
  };
}

function sectionCard(section: Section): Card {
  const { note, aspects = [], statements = [] } = section;
  return {
    title: headingOf(section),
    parts: [
      ...noteParts(note),
      aspects.length === 0 ? "" : "分为：",
      aspects.map(({ number, title }) => `（${number}）${title}`),
      ...statements.flatMap((one): readonly Part[] => [`应当写明${one.name}`, ...noteParts(one.note)]),
    ],
  };
}

function aspectCard(draft: Draft, { section, aspect }: Extract<OfficialPlace, { readonly kind: "aspect" }>): Card {
  const duties = isGovernment(draft.level) ? (aspect.governmentDuties ?? []) : [];
  return {
    title: `（${aspect.number}）${aspect.title}`,
    parts: [
      headingOf(section),
      ...noteParts(aspect.note),
      duties.length === 0 ? "" : `各级人民政府还应当写明：${duties.map(({ name }) => name).join("、")}`,
    ],
  };
}

function cellCard(draft: Draft, cell: Cell): Card | undefined {
  const slot = slotOf(draft.form, cell.id);
  if (slot === undefined) return undefined;
  const { row, column } = slot;
  const formulas = writtenFormulas(draft, cell);
  return {
    title: cellName(slot),
    parts: [
      figureNow(cell, column.unit ?? row.unit),
      formulas.length === 0 ? "" : "勾稽关系：",
      formulas,
      ...(row.label === "" ? groupMeaning(slot.block.columns, column) : meaning("行", row.label, row.note)),
      ...meaning("列", column.label, column.note),
    ],
  };
}

/** Where rows have no labels the groups of columns say what is counted. */
function groupMeaning(lines: readonly Line[], column: Leaf): readonly Part[] {
  const group = lines.find((line): line is Group => "lines" in line && leavesOf(line.lines).includes(column));
  if (group === undefined) return [];
  const inner = groupMeaning(group.lines, column);
  return inner.length > 0 ? inner : meaning("组", group.label, group.note);
}

/** In a few words: the figure is what one asks about here. */
function meaning(axis: string, label: string, note: Note | undefined): readonly Part[] {
  if (note === undefined) return [];
  const basis = note.basis === undefined ? "" : `（依据：${note.basis}）`;
  return [`${axis}“${label}”：${note.text}${basis}`, ...guidanceParts(note)];
}

function figureNow({ numeral, box }: Cell, unit = ""): string {
  switch (numeral.state) {
    case "blank":
      return "现为空白";
    case "text":
      return `现写作“${box.text}”，不是这一格该有的数字`;
    case "plain":
      return `现为 ${box.text} ${unit}`;
    default:
      return `现写作“${box.text}”，读作 ${numeral.digits} ${unit}`;
  }
}
