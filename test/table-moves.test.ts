import { describe, expect, test } from "vitest";
import { isInCell, type Move, moveInTable } from "../client/table-moves.ts";
import { forms, tableSections } from "../server/form/index.ts";
import { writeTable } from "../server/write/markdown.ts";

/** Presses a key with the cursor at `¦` and shows where it leads: ‹the text selected›, or ¦ where there is none. */
function press(move: Move, marked: string): string {
  const { lines, place } = read(marked);
  const target = moveInTable((at) => lines[at], place, move);
  if (target === undefined) return "nowhere";
  const { line, start, end } = target;
  const text = lines[line] ?? "";
  const shown = start === end ? "¦" : `‹${text.slice(start, end)}›`;
  return `${line}: ${text.slice(0, start)}${shown}${text.slice(end)}`;
}

function read(marked: string) {
  const before = marked.slice(0, marked.indexOf("¦")).split("\n");
  return {
    lines: marked.replace("¦", "").split("\n"),
    place: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}

const table = (...rows: string[]) => ["| 名称 | 甲 | 乙 |", "| --- | ---: | ---: |", ...rows].join("\n");

describe("a key leads", () => {
  test("to the next figure of the row, and selects it", () => {
    expect(press("next", table("| 一 | 1¦4 | 25 |"))).toBe("2: | 一 | 14 | ‹25› |");
  });

  test("from a label to the row's first figure, past the blanks of a merged cell", () => {
    const merged = "| 名称 |  | 甲 |\n| --- | --- | ---: |\n| ¦一 |  | 14 |";
    expect(press("next", merged)).toBe("2: | 一 |  | ‹14› |");
  });

  test("from the last figure of a row to the first of the next", () => {
    expect(press("next", table("| 一 | 1 | 2¦ |", "| 二 | 3 | 4 |"))).toBe("3: | 二 | ‹3› | 4 |");
  });

  test("back the same way", () => {
    expect(press("previous", table("| 一 | 1 | 2 |", "| 二 | ¦3 | 4 |"))).toBe("2: | 一 | 1 | ‹2› |");
    expect(press("previous", table("| 一 | 1 | ¦2 |"))).toBe("2: | 一 | ‹1› | 2 |");
  });

  test("down the column", () => {
    expect(press("below", table("| 一 | 1 | 2¦ |", "| 二 | 3 | 4 |"))).toBe("3: | 二 | 3 | ‹4› |");
    expect(press("below", table("| ¦一 | 1 | 2 |", "| 二 | 3 | 4 |"))).toBe("3: | ‹二› | 3 | 4 |");
  });

  test("from the head over the delimiter row", () => {
    expect(press("below", "| 名称 | ¦甲 | 乙 |\n| --- | ---: | ---: |\n| 一 | 1 | 2 |")).toBe("2: | 一 | ‹1› | 2 |");
    expect(press("next", "| 名称 | 甲 | 乙¦ |\n| --- | ---: | ---: |\n| 一 | 1 | 2 |")).toBe("2: | 一 | ‹1› | 2 |");
  });

  test("from any head to the first figure below, never to another head that would be typed over", () => {
    const rows = ["| ¦ | 甲 | 乙 |", "| --- | ---: | ---: |", "|  | 丙 | 丁 |", "| 一 | 1 | 2 |"];
    expect(press("next", rows.join("\n"))).toBe("3: | 一 | ‹1› | 2 |");
    expect(press("next", rows.join("\n").replace("¦", "").replace("丙", "¦丙"))).toBe("3: | 一 | ‹1› | 2 |");
    expect(press("previous", rows.join("\n").replace("¦", "").replace("丁", "¦丁"))).toBe("nowhere");
  });

  test("from one label past the next to the row's first figure", () => {
    const labels = "| 名称 |  | 甲 |\n| --- | --- | ---: |\n| ¦一 | 小类 | 14 |";
    expect(press("next", labels)).toBe("2: | 一 | 小类 | ‹14› |");
  });

  test("along a row whose figures are told in words", () => {
    expect(press("next", table("| 一 | 3 | 4 |", "| 二 | ¦无 | 无 |"))).toBe("3: | 二 | 无 | ‹无› |");
  });

  test("into a blank cell, one blank off its bar", () => {
    expect(press("next", table("| 一 | 1¦ |  |"))).toBe("2: | 一 | 1 | ¦ |");
    expect(press("next", table("| 一 | 1¦ |     |"))).toBe("2: | 一 | 1 | ¦    |");
    expect(press("next", table("|一|1¦||"))).toBe("2: |一|1|¦|");
  });

  test("out of the table after its last cell, and nowhere before its first", () => {
    expect(press("next", table("| 一 | 1 | 2¦ |"))).toBe("2: | 一 | 1 | 2 |¦");
    expect(press("below", table("| 一 | ¦1 | 2 |"))).toBe("2: | 一 | 1 | 2 |¦");
    expect(press("previous", table("| 一 | 1¦ | 2 |"))).toBe("nowhere");
  });
});

describe("a cell is told", () => {
  test("by bars that are not escaped, after a backslash of its own too", () => {
    expect(press("next", table("| 一 | ¦1\\|2 | 3 |"))).toBe("2: | 一 | 1\\|2 | ‹3› |");
    expect(press("next", table("| 一\\\\|¦1 | 3 |"))).toBe("2: | 一\\\\|1 | ‹3› |");
  });

  test("beside wide characters and ones of two units", () => {
    expect(press("next", table("| 𠮷林（一） | １¦４ | ２５ |"))).toBe("2: | 𠮷林（一） | １４ | ‹２５› |");
  });

  test("without bars at the ends of the line", () => {
    expect(press("next", "名称 | 甲\n--- | ---:\n¦一 | 14")).toBe("2: 一 | ‹14›");
    expect(press("next", "名称 | 甲\n--- | ---:\n一 | 14¦\n二 | 15")).toBe("3: 二 | ‹15›");
  });

  test("without a comment in it or behind the row", () => {
    expect(press("next", table("| 一 | ¦1 | 2 <!-- nianbao-allow sum-mismatch: 已更正 --> |"))).toBe(
      "2: | 一 | 1 | ‹2› <!-- nianbao-allow sum-mismatch: 已更正 --> |",
    );
    expect(press("next", table("| 一 | 1 | ¦2 | <!-- 已核 -->", "| 二 | 3 | 4 |"))).toBe("3: | 二 | ‹3› | 4 |");
  });

  test("where no column is set to the right: by the first figure there is; without one, every cell is a stop", () => {
    expect(press("next", "|甲||乙|\n|-|-|-|\n|¦一||5|\n|二||6|")).toBe("2: |一||‹5›|");
    expect(press("next", "|甲||乙|\n|-|-|-|\n|¦一|||")).toBe("2: |一|¦||");
  });
});

describe("the keys are ordinary ones", () => {
  test.each(["¦| 一 | 1 |", "| 一 | 1 |¦"])("beside the bars at the ends of a row: %j", (row) => {
    const { lines, place } = read(`| 名称 | 甲 |\n| --- | ---: |\n${row}`);
    expect(isInCell((at) => lines[at], place)).toBe(false);
  });

  test("in the delimiter row", () => {
    const { lines, place } = read("| 名称 | 甲 |\n| -¦-- | ---: |\n| 一 | 1 |");
    expect(isInCell((at) => lines[at], place)).toBe(false);
  });

  test.each(["一¦ | 二", "¦", "| 一 ¦| 二 |\n\n| --- | --- |", "| --- ¦|"])("outside of tables: %j", (marked) => {
    const { lines, place } = read(marked);
    expect(isInCell((at) => lines[at], place)).toBe(false);
    expect(moveInTable((at) => lines[at], place, "next")).toBeUndefined();
  });
});

describe.each(forms.map((form) => [form.id, form] as const))("in the tables of %s", (_, form) => {
  const tables = tableSections(form).map(({ table: one }) => {
    let count = 0;
    const numbered = writeTable(one, () => String(++count));
    return [one.id, { blank: writeTable(one, () => ""), numbered, count }] as const;
  });

  test.each(tables)("%s: Tab goes through every figure once, Shift+Tab back", (_id, { blank, numbered, count }) => {
    const lines = (at: number) => blank[at];
    const seen: { line: number; character: number }[] = [];
    const first = numbered.findIndex((line) => /\| 1 \|/u.test(line));
    let place = { line: first, character: indexOfFigure(numbered, blank, first) };
    while (isInCell(lines, place)) {
      seen.push(place);
      const next = moveInTable(lines, place, "next");
      if (next === undefined) break;
      place = { line: next.line, character: next.start };
    }
    expect(seen.length).toBe(count);
    expect(new Set(seen.map(({ line, character }) => `${line}:${character}`)).size).toBe(count);
    for (const [at, one] of seen.entries()) {
      const back = moveInTable(lines, one, "previous");
      const before = seen[at - 1];
      expect(back && { line: back.line, character: back.start }).toEqual(before);
    }
  });
});

/** Where the cell of figure 1 begins in the blank table: behind as many bars. */
function indexOfFigure(numbered: readonly string[], blank: readonly string[], line: number): number {
  const bars = (numbered[line] ?? "").split("| 1 |")[0]?.match(/\|/g)?.length ?? 0;
  const text = blank[line] ?? "";
  let at = -1;
  for (let nth = 0; nth <= bars; nth += 1) at = text.indexOf("|", at + 1);
  return at + 2;
}
