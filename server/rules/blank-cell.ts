import { type Blanks, blanksOf } from "../draft/blanks.ts";
import type { Cell, Draft, LocatedTable } from "../draft/draft.ts";
import { rewriteBox } from "./edits.ts";
import { nameOf, relatedTo } from "./figures.ts";
import type { Fix, Problem, Rule } from "./rule.ts";
import { quote, rowTitle } from "./wording.ts";

export default {
  id: "blank-cell",
  severity: "warning",
  certainty: "suspicious",
  title: "数据栏空白",
  why: "表中每一栏都要有数，没有的填 0；空白会让人分不清是没有还是漏填。各级政府公布的年报通行填 0。空白使勾稽关系不成立的，按错误处理。整行、整列、整张表都空着的，只提示一处；好几行都有空白的，也合为一处。",
  source: "实务通行做法；未见规定明文要求填 0",
  incomplete: "part",
  *check(draft) {
    for (const table of draft.tables) {
      for (const blanks of blanksOf(draft, table)) yield problemOf(draft, table, blanks);
    }
  },
} satisfies Rule;

function problemOf(draft: Draft, table: LocatedTable, blanks: Blanks): Problem {
  const { cells, equations, due } = blanks;
  const [first] = cells;
  if (first === undefined) throw new Error("There is a blank");
  const breaks = equations.length > 0;
  const others = equations.flatMap(({ left, right }) => [...left, ...right]).filter((cell) => !cells.includes(cell));
  const told = cells.length === 1 ? due.get(first) : undefined;
  const hint = told === undefined ? "" : `：按勾稽关系应为 ${told}`;
  return {
    at: first.box.span,
    ...(breaks ? { severity: "error" } : {}),
    message: `${whatIsBlank(draft, table, blanks)}，${breaks ? `使勾稽关系不成立${hint}` : "没有的填 0"}`,
    cells: cells.map(({ id }) => id),
    ...(told === undefined ? {} : { expected: String(told) }),
    ...(cells.length === 1 ? { actual: "" } : {}),
    related: relatedTo(draft, [...new Set(others)]),
    fixes: fixesOf(blanks),
  };
}

function whatIsBlank(draft: Draft, { table }: LocatedTable, { whole, cells }: Blanks): string {
  const [first] = cells;
  if (whole === "table" || first === undefined) return `${table.name}还没有填写：${cells.length} 个数据栏都是空白`;
  if (cells.length === 1) return `${nameOf(draft, first)}空白`;
  const count = `有 ${cells.length} 个数据栏空白`;
  if (whole === "row") return `${rowTitle(table, first.row.leaf)}整行空白`;
  if (cells.every(({ column }) => column.leaf === first.column.leaf))
    return `${table.name}${quote(first.column.leaf.label)}一列${count}`;
  if (first.row.leaf.label === "" || cells.some(({ row }) => row !== first.row)) return `${table.name}${count}`;
  return `${rowTitle(table, first.row.leaf)}一行${count}（${cells.map(({ column }) => column.leaf.label).join("、")}）`;
}

/** What the sums tell first; 0 is what nearly every other blank stands for. */
function fixesOf({ whole, cells, due }: Blanks): readonly Fix[] {
  const fill = (title: string, figureFor: (cell: Cell) => number): Fix => ({
    title,
    safe: false,
    edits: cells.map((cell) => rewriteBox(cell.box, String(figureFor(cell)))),
  });
  const figures = [...due.values()].join("、");
  const rest = cells.length > due.size ? "，其余填 0" : "";
  const where =
    cells.length === 1 ? "" : { table: "全表", column: "整列", row: "整行", some: `这 ${cells.length} 格` }[whole];
  return [
    ...(due.size > 0 ? [fill(`按勾稽关系填 ${figures}${rest}`, (cell) => due.get(cell) ?? 0)] : []),
    ...(due.size < 2 ? [fill(`${where}填 0`, () => 0)] : []),
  ];
}
