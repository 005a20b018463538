import type { Cell } from "../../../server/draft/draft.ts";
import type { Random } from "../../support/reports.ts";
import type { Mutation, Operator } from "../operator.ts";
import { cellsLike, type Subject } from "../subject.ts";
import { figuresChanged } from "./cells.ts";

/** Lines of cells, each in the order of the form. */
type Lines = readonly (readonly Cell[])[];

function rowsOf(subject: Subject, pattern: RegExp): Lines {
  return grouped(cellsLike(subject, pattern), ({ row }) => row);
}

function columnsOf(subject: Subject, pattern: RegExp): Lines {
  return grouped(cellsLike(subject, pattern), ({ column }) => column.leaf.id);
}

function grouped(cells: readonly Cell[], key: (cell: Cell) => unknown): Lines {
  return [...Map.groupBy(cells, key).values()];
}

interface Move {
  readonly name: string;
  readonly rules?: readonly string[];
  readonly lines: (subject: Subject) => Lines;
  /** What a line says afterwards, by the place of the cell; undefined where nothing changes. */
  readonly move: (figures: readonly string[], at: number, random: Random) => readonly string[] | undefined;
}

const swap: Move["move"] = (figures, at) => {
  const [one, other] = [figures[at], figures[at + 1]];
  return one === undefined || other === undefined || one === other
    ? undefined
    : figures.with(at, other).with(at + 1, one);
};

/** So many are taken from one figure and put to another. */
function book(least: number): Move["move"] {
  return (figures, at, random) => {
    const from = Number(figures[at]);
    const to = (at + 1 + random(figures.length - 2)) % figures.length;
    if (from < least || at === to) return undefined;
    return figures.with(at, String(from - 1)).with(to, String(Number(figures[to]) + 1));
  };
}

const unlikeNeighbours = (figures: readonly string[]) => new Set(figures).size > 1;

const moves: readonly Move[] = [
  {
    name: "表三各项：左右相邻两格互换",
    lines: (s) => rowsOf(s, /^requests\.(?!received|carried|closed)/u),
    move: swap,
  },
  {
    name: "表三新收、结转、（七）：左右相邻两格互换",
    lines: (s) => rowsOf(s, /^requests\.(?:received|carried|closed)/u),
    move: swap,
  },
  { name: "表三：上下相邻两格互换", lines: (s) => columnsOf(s, /^requests\./u), move: swap },
  { name: "表四：相邻两格互换", lines: (s) => rowsOf(s, /^litigation\./u), move: swap },
  {
    name: "表二规范性文件：相邻两格互换",
    rules: ["stock-shortfall"],
    lines: (s) => rowsOf(s, /normativeDocuments/u),
    move: swap,
  },
  {
    name: "表三各项：1 件记到别的申请人名下",
    // A figure beside its place looks like a row that slipped by one.
    rules: ["sum-mismatch", "balance-mismatch", "shifted-row"],
    lines: (s) => rowsOf(s, /^requests\.(?!received|carried|closed).*\.(?!total)/u),
    move: book(1),
  },
  {
    name: "表三新收、结转：1 件记到别的申请人名下",
    // A figure beside its place looks like a row that slipped by one.
    rules: ["sum-mismatch", "balance-mismatch", "shifted-row"],
    lines: (s) => rowsOf(s, /^requests\.(?:received|carried).*\.(?!total)/u),
    move: book(1),
  },
  {
    name: "表三：1 件记到别的办理结果名下",
    lines: (s) => columnsOf(s, /^requests\.(?!received|carried|closed).*\.(?!total)/u),
    move: book(1),
  },
  {
    name: "表四：1 件记到别的程序名下",
    // A figure beside its place looks like a row that slipped by one.
    rules: ["sum-mismatch", "balance-mismatch", "shifted-row"],
    lines: (s) => grouped(cellsLike(s, /^litigation\..*\.(?!total)/u), () => 0),
    move: book(1),
  },
  {
    name: "表三：一行的数整体右移一格",
    rules: ["shifted-row", "sum-mismatch", "balance-mismatch", "blank-cell"],
    lines: (s) => rowsOf(s, /^requests\./u),
    move: (figures) => (unlikeNeighbours(figures) ? ["", ...figures.slice(0, -1)] : undefined),
  },
  {
    name: "表三：一行的数整体左移一格",
    rules: ["shifted-row", "sum-mismatch", "balance-mismatch", "blank-cell"],
    lines: (s) => rowsOf(s, /^requests\./u),
    move: (figures) => (unlikeNeighbours(figures) ? [...figures.slice(1), ""] : undefined),
  },
  {
    name: "表四：整行右移一格",
    rules: ["shifted-row", "sum-mismatch", "blank-cell"],
    lines: (s) => rowsOf(s, /^litigation\./u),
    move: (figures) => (unlikeNeighbours(figures) ? ["", ...figures.slice(0, -1)] : undefined),
  },
  {
    name: "表三：一列的数整体下移一格",
    lines: (s) => columnsOf(s, /^requests\./u),
    move: (figures) => (unlikeNeighbours(figures) ? ["0", ...figures.slice(0, -1)] : undefined),
  },
];

/** Figures that stand in the wrong cells. */
export const movedFigures: readonly Operator[] = moves.map(
  ({ name, rules = ["sum-mismatch", "balance-mismatch"], lines, move }): Operator => {
    return {
      name,
      group: "数填错位置",
      class: "D",
      rules,
      restores: "no",
      apply: (subject, random) => moved(subject, random, lines(subject), move),
    };
  },
);

/** Tries the lines, those with figures first, from a place taken by chance. */
function moved(subject: Subject, random: Random, lines: Lines, move: Move["move"]): Mutation | undefined {
  const filled = lines.filter((cells) => cells.some(({ value }) => value !== 0));
  const possible = filled.flatMap((cells) => {
    const figures = cells.map(({ box }) => box.text);
    return cells.flatMap((_, at) => {
      const after = move(figures, at, random);
      if (after === undefined) return [];
      return [
        new Map(cells.flatMap((cell, nth) => (after[nth] === figures[nth] ? [] : [[cell, after[nth] ?? ""] as const]))),
      ];
    });
  });
  const one = possible[random(Math.max(0, possible.length - 1))];
  return one === undefined ? undefined : figuresChanged(subject, one);
}
