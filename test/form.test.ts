import { describe, expect, test } from "vitest";
import type { Block, Form, Leaf, Line, Note } from "../server/form/form.ts";
import {
  type CellId,
  formOfYear,
  forms,
  headingOf,
  leavesOf,
  pathsOf,
  slotsOf,
  tableSections,
} from "../server/form/index.ts";
import { initialsOf } from "../server/form/initials.ts";

const requestRows2021 = [
  "received",
  "carriedIn",
  "granted",
  "partial",
  "refusedSecret",
  "refusedLaw",
  "refusedSecurity",
  "refusedThirdParty",
  "refusedInternal",
  "refusedProcess",
  "refusedCaseFile",
  "refusedQuery",
  "absentNotHeld",
  "absentToBeMade",
  "absentUnclear",
  "declinedComplaint",
  "declinedRepeat",
  "declinedPublication",
  "declinedExcessive",
  "declinedConfirmation",
  "otherUncorrected",
  "otherUnpaid",
  "otherRest",
  "closed",
  "carriedOut",
];
const requestRows2019 = requestRows2021
  .filter((id) => id !== "otherUnpaid" && id !== "otherRest")
  .map((id) => (id === "otherUncorrected" ? "otherAny" : id));
const requestColumns = ["natural", "business", "research", "charity", "legal", "other", "total"];
const litigationColumns = ["review", "direct", "afterReview"].flatMap((kind) =>
  ["upheld", "corrected", "otherResult", "pending", "total"].map((result) => `litigation.${kind}.${result}`),
);

/** What the notices print, counted by hand. */
const printed: Readonly<
  Record<
    string,
    { readonly cells: readonly number[]; readonly resultRows: number; readonly cellIds: readonly string[] }
  >
> = {
  2021: {
    cells: [10, 175, 15],
    resultRows: 22,
    cellIds: [
      "disclosure.regulations.issued",
      "disclosure.regulations.repealed",
      "disclosure.regulations.inForce",
      "disclosure.normativeDocuments.issued",
      "disclosure.normativeDocuments.repealed",
      "disclosure.normativeDocuments.inForce",
      "disclosure.licences.decisions",
      "disclosure.penalties.decisions",
      "disclosure.coercions.decisions",
      "disclosure.fees.amount",
      ...requestRows2021.flatMap((row) => requestColumns.map((column) => `requests.${row}.${column}`)),
      ...litigationColumns,
    ],
  },
  2019: {
    cells: [22, 161, 15],
    resultRows: 20,
    cellIds: [
      "disclosure.regulations.produced",
      "disclosure.regulations.published",
      "disclosure.regulations.disclosedTotal",
      "disclosure.normativeDocuments.produced",
      "disclosure.normativeDocuments.published",
      "disclosure.normativeDocuments.disclosedTotal",
      "disclosure.licences.previousItems",
      "disclosure.licences.change",
      "disclosure.licences.decisions",
      "disclosure.otherManagement.previousItems",
      "disclosure.otherManagement.change",
      "disclosure.otherManagement.decisions",
      "disclosure.penalties.previousItems",
      "disclosure.penalties.change",
      "disclosure.penalties.decisions",
      "disclosure.coercions.previousItems",
      "disclosure.coercions.change",
      "disclosure.coercions.decisions",
      "disclosure.fees.previousItems",
      "disclosure.fees.change",
      "disclosure.procurement.projects",
      "disclosure.procurement.value",
      ...requestRows2019.flatMap((row) => requestColumns.map((column) => `requests.${row}.${column}`)),
      ...litigationColumns,
    ],
  },
};

describe.each(forms.map((form) => ({ id: form.id, form })))("form $id", ({ id, form }) => {
  const blocks = tableSections(form).flatMap(({ table }) => table.blocks);
  const expected = printed[id];

  test("has the cells the notice prints, under ids that never change", () => {
    const slots = slotsOf(form);
    expect(slots.map((slot) => slot.id)).toEqual(expected?.cellIds);
    expect(new Set(slots.map((slot) => slot.id)).size).toBe(slots.length);
    const counts = tableSections(form).map(({ table }) => slots.filter((slot) => slot.table === table).length);
    expect(counts).toEqual(expected?.cells);
  });

  test("三、本年度办理结果 spans the rows of the official grid", () => {
    const results = blocks
      .flatMap(({ rows }) => rows)
      .filter(
        (line): line is Extract<Line, { lines: unknown }> => line.label === "三、本年度办理结果" && "lines" in line,
      );
    expect(results.map(({ lines }) => leavesOf(lines).length)).toEqual([expected?.resultRows]);
  });

  test("numbers its sections and aspects in order", () => {
    expect(form.sections.map(({ number }) => number)).toEqual([..."一二三四五六"]);
    expect(form.sections.map((section) => section.id)).toEqual([
      "overview",
      "disclosure",
      "requests",
      "litigation",
      "problems",
      "others",
    ]);
    const aspects = form.sections.flatMap((section) => section.aspects ?? []);
    expect(aspects.map(({ number }) => number)).toEqual([..."一二三四五"]);
    expect(aspects.map((aspect) => aspect.id)).toEqual([
      "proactive",
      "onRequest",
      "management",
      "platform",
      "supervision",
    ]);
  });

  test("line ids are unique within a block", () => {
    for (const { rows, columns } of blocks) {
      for (const leaves of [leavesOf(rows), leavesOf(columns)]) {
        expect(new Set(leaves.map((leaf) => leaf.id)).size).toBe(leaves.length);
      }
    }
  });

  test("every term of a formula is a line of its block, named once", () => {
    for (const { rows, columns, formulas } of blocks) {
      for (const { of, left, right } of formulas) {
        const known = leavesOf(of === "rows" ? rows : columns).map((leaf) => leaf.id);
        const terms = [...left, ...right];
        expect(terms.filter((term) => !known.includes(term))).toEqual([]);
        expect(new Set(terms).size).toBe(terms.length);
        expect(left.length).toBeGreaterThan(0);
        expect(right.length).toBeGreaterThan(0);
      }
    }
  });

  test("the result rows and the applicant columns all enter their sum", () => {
    const block = blocks.find(({ corner }) => corner?.includes("勾稽关系"));
    const sumOf = (of: "rows" | "columns") =>
      block?.formulas.find((formula) => formula.kind === "sum" && formula.of === of);
    const outside = ["received", "carriedIn", "closed", "carriedOut"];
    const results = leavesOf(block?.rows ?? []).map((leaf) => leaf.id);
    expect(sumOf("rows")?.left).toEqual(results.filter((result) => !outside.includes(result)));
    expect(sumOf("columns")?.left).toEqual(requestColumns.slice(0, -1));
  });

  test("everything that is printed has a label and a note", () => {
    const lines = blocks.flatMap((block) => linesOf(block)).filter((line) => !isUnnamedRow(line));
    expect(lines.filter(({ label }) => label === "")).toEqual([]);
    expect(lines.filter(({ note }) => note === undefined).map(({ label }) => label)).toEqual([]);
    expect(notesOf(form).filter(({ text }) => !text.endsWith("。"))).toEqual([]);
    expect(notesOf(form).filter(({ guidance }) => guidance !== undefined && !guidance.endsWith("。"))).toEqual([]);
  });

  test("guidance never speaks as law", () => {
    const words = /应当|应该|必须|不得|须|务必|一律|严禁|禁止|规定|依法|义务/;
    expect(notesOf(form).filter(({ guidance }) => guidance !== undefined && words.test(guidance))).toEqual([]);
  });

  test("labels use the canonical punctuation", () => {
    for (const label of labelsOf(form)) {
      expect(label).not.toMatch(/[\s,:;()[\]"'!?<>]/u);
      expect(label).not.toMatch(/[\u2e80-\u2fdf]/u);
      expect(label.replace(/^\d\./, "")).not.toMatch(/[.\d]/);
      if (/^\d/.test(label)) expect(label).toMatch(/^\d\.\p{Script=Han}/u);
    }
  });

  test("an alias differs from its label in wording", () => {
    const named = namedOf(form);
    const idle = named.flatMap(({ label, aliases }) => aliases.filter((alias) => coreOf(alias) === coreOf(label)));
    expect(idle).toEqual([]);
    for (const { aliases } of named) expect(new Set(aliases.map(lettersOf)).size).toBe(aliases.length);
  });

  test("no alias reads as another line, section or aspect", () => {
    const { sections } = form;
    const aspects = sections.flatMap((section) => section.aspects ?? []);
    expect(collisions([...sections, ...aspects].map(({ title, aliases }) => ({ label: title, aliases })))).toEqual([]);
    for (const { table } of tableSections(form)) {
      const titles = table.blocks.flatMap(({ title, titleAliases }) =>
        title === undefined ? [] : [{ label: title, aliases: titleAliases }],
      );
      expect(collisions([...titles, ...table.blocks.flatMap(({ rows }) => rows.flatMap(withInner))])).toEqual([]);
      expect(collisions(table.blocks.flatMap(({ columns }) => columns.flatMap(withInner)))).toEqual([]);
    }
  });

  test("what a section or aspect owes can be met", () => {
    for (const section of form.sections) {
      for (const { words, sentence } of section.statements ?? []) {
        expect(words.some((word) => sentence.includes(word))).toBe(true);
      }
      for (const { governmentDuties } of section.aspects ?? []) {
        for (const { name, words } of governmentDuties ?? []) {
          expect(words.some((word) => name.includes(word))).toBe(true);
        }
      }
    }
  });

  test("only 规章 is reserved to governments with the power to make it", () => {
    const reserved = blocks.flatMap(({ rows }) => leavesOf(rows)).filter(({ rulemaking }) => rulemaking === true);
    expect(reserved.map(({ label }) => label)).toEqual(["规章"]);
  });
});

describe("the forms together", () => {
  test("each report year has one form, years before 2019 none", () => {
    const inForce = [2018, 2019, 2020, 2021, 2025].map((year) => formOfYear(year)?.id);
    expect(inForce).toEqual([undefined, "2019", "2019", "2021", "2021"]);
  });

  test("a line the forms share has the same id", () => {
    const [newer, older] = forms.map((form) => {
      const leaves = tableSections(form).flatMap(({ table }) =>
        table.blocks.flatMap(({ rows, columns }) =>
          [...leavesOf(rows), ...leavesOf(columns)].map((leaf) => ({ table, leaf })),
        ),
      );
      return new Map(leaves.map(({ table, leaf }) => [`${table.id}.${leaf.id}`, lettersOf(leaf.label)]));
    });
    const renamed = [...(newer ?? [])].filter(([key, label]) => older?.has(key) === true && older.get(key) !== label);
    expect(renamed.map(([key]) => key)).toEqual(["disclosure.normativeDocuments", "disclosure.decisions"]);
  });

  test("cell ids are checked by the compiler", () => {
    const known = [
      "litigation.review.upheld",
      "requests.otherAny.total",
      "disclosure.fees.amount",
    ] as const satisfies readonly CellId[];
    // @ts-expect-error: no form has this cell.
    const unknown: CellId = "requests.recieved.total";
    expect(known).not.toContain(unknown);
  });

  test("kinds and units of the cells that are not plain counts", () => {
    const special = forms.flatMap((form) =>
      slotsOf(form)
        .filter(({ kind }) => kind !== "count")
        .map((slot) => `${form.id} ${slot.id} ${slot.kind} ${slot.column.unit}`),
    );
    expect(special).toEqual([
      "2021 disclosure.fees.amount money 万元",
      "2019 disclosure.licences.change change 项",
      "2019 disclosure.otherManagement.change change 项",
      "2019 disclosure.penalties.change change 项",
      "2019 disclosure.coercions.change change 项",
      "2019 disclosure.fees.change change 项",
      "2019 disclosure.procurement.value money 万元",
    ]);
  });
});

interface Named {
  readonly label: string;
  readonly aliases?: readonly string[] | undefined;
}

/** The line and everything below it. */
function withInner(line: Line): readonly Line[] {
  return "lines" in line ? [line, ...line.lines.flatMap(withInner)] : [line];
}

function linesOf({ rows, columns }: Block): readonly Line[] {
  return [...rows, ...columns].flatMap(withInner);
}

function isUnnamedRow(line: Line): line is Leaf {
  return "id" in line && line.id === "";
}

/** Everything with a wording of its own: sections, aspects, block titles, lines. */
function namedOf(form: Form): readonly { readonly label: string; readonly aliases: readonly string[] }[] {
  const headings = form.sections.flatMap((section) => [section, ...(section.aspects ?? [])]);
  const blocks = tableSections(form).flatMap(({ table }) => table.blocks);
  return [
    ...headings.map(({ title, aliases }) => ({ label: title, aliases: aliases ?? [] })),
    ...blocks.map(({ title, titleAliases }) => ({ label: title ?? "", aliases: titleAliases ?? [] })),
    ...blocks.flatMap(linesOf).map(({ label, aliases }) => ({ label, aliases: aliases ?? [] })),
  ];
}

function labelsOf(form: Form): readonly string[] {
  const corners = tableSections(form).flatMap(({ table }) => table.blocks.map(({ corner }) => corner ?? ""));
  return [...namedOf(form).map(({ label }) => label), ...corners].filter((label) => label !== "");
}

function notesOf(form: Form): readonly Note[] {
  const headings = form.sections.flatMap((section) => [
    section,
    ...(section.aspects ?? []),
    ...(section.statements ?? []),
  ]);
  const lines = tableSections(form).flatMap(({ table }) => table.blocks.flatMap(linesOf));
  return [...headings, ...lines].flatMap(({ note }) => note ?? []);
}

/** Wordings that lead to two different labels. */
function collisions(items: readonly Named[]): readonly string[] {
  const owners = new Map<string, string>();
  const clashes: string[] = [];
  for (const { label, aliases } of items) {
    for (const wording of [label, ...(aliases ?? [])]) {
      const owner = owners.get(lettersOf(wording)) ?? label;
      if (owner !== label) clashes.push(`${wording}: ${owner} / ${label}`);
      owners.set(lettersOf(wording), owner);
    }
  }
  return clashes;
}

/** What is left of a label when blanks, punctuation and width do not count. */
function lettersOf(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Likewise without the numbering before it. */
function coreOf(text: string): string {
  return lettersOf(text.normalize("NFKC").replace(/^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d\.)/, ""));
}

test("every Han character of the official labels has an initial", () => {
  const labels = forms.flatMap((form) => [
    form.title,
    ...form.sections.flatMap((section) => [
      headingOf(section),
      ...(section.aspects ?? []).map(({ title }) => title),
      ...(section.table?.blocks ?? []).flatMap((block) =>
        [...pathsOf(block.rows), ...pathsOf(block.columns)].flatMap(({ leaf, groups }) => [leaf.label, ...groups]),
      ),
    ]),
  ]);
  const without = labels.filter((label) => initialsOf(label).length !== (label.match(/\p{Script=Han}/gu)?.length ?? 0));
  expect(without).toEqual([]);
  expect(initialsOf("2.重复申请")).toBe("cfsq");
});
