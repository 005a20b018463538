import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LocatedTable } from "../server/draft/draft.ts";
import { readPrinted } from "../server/draft/printed-table.ts";
import { readTable } from "../server/draft/tables.ts";
import { forms, tableSections } from "../server/form/index.ts";
import type { Grid } from "../server/read/outline.ts";
import { writeTable } from "../server/write/markdown.ts";
import { outlineOf } from "./support/outline.ts";

// A table as the form prints it is read without looking for anything. What is read is what the labels give.

const tables = forms.flatMap((form) => tableSections(form).map(({ table }) => table));
const figure = fc.oneof(fc.nat(9).map(String), fc.nat().map(String), fc.constantFrom("", "", "12.50", "007", "1.2.3"));
/** How labels differ in style, and a label of something else. */
const slips = fc.constantFrom<(label: string) => string>(
  (label) => label.replaceAll("（", "(").replaceAll("）", ")"),
  (label) => label.replace(".", "、"),
  (label) => label.replace(".", " "),
  (label) => label.replace(/[.、]/u, ""),
  (label) => label.split("").join(" "),
  (label) => `${label}：`,
  (label) => label.normalize("NFKC"),
  (label) => label.replace(/^\d\.|（.）/u, ""),
  () => "总计",
  () => "12",
  () => "",
);

/** All that is told of a table, its parts by their places in the text. */
function told({ heads, rows, strangers, captions }: Pick<LocatedTable, "heads" | "rows" | "strangers" | "captions">) {
  const column = ({ leaf, box, match, index }: (typeof heads)[number]) => [leaf.id, box.span, match, index];
  return {
    heads: heads.map(column),
    rows: rows.map(({ leaf, block, box, match, row, columns, fragments, shifted, repeated }) => [
      [leaf.id, block.title, box.span, match, row.span],
      [columns.map(column), fragments.length, shifted, repeated],
    ]),
    strangers: strangers.map(({ box }) => box.span),
    captions: captions.map(({ official, note, axis, box, match }) => [official, note, axis, box.span, match]),
  };
}

function gridOf(text: string): Grid {
  const [grid] = outlineOf(text).blocks;
  if (grid?.kind !== "grid") throw new Error(text);
  return grid;
}

describe("a table as the form prints it", () => {
  const filled = (table: (typeof tables)[number], figures: readonly string[]) => {
    let nth = 0;
    return writeTable(table, () => figures[nth++ % figures.length] ?? "").join("\n");
  };

  test("is read as its labels say", () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), fc.array(figure, { minLength: 1, maxLength: 40 }), (table, figures) => {
        const grid = gridOf(filled(table, figures));
        const read = readPrinted(grid, table);
        expect(read && told(read)).toEqual(told(readTable(table, [grid])));
      }),
      { numRuns: 300 },
    );
  });

  test("is read likewise with labels in another style, and not at all with others", () => {
    const slip = fc.tuple(fc.nat(), slips);
    let count = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...tables),
        fc.array(figure, { minLength: 1, maxLength: 40 }),
        fc.array(slip, { maxLength: 3 }),
        (table, figures, changes) => {
          const lines = filled(table, figures).split("\n");
          for (const [at, change] of changes) {
            const nth = at % lines.length;
            if (nth === 1) continue;
            lines[nth] = lines[nth]?.replaceAll(/(?<=\| )[^|]*[^\d| .][^|]*(?= \|)/gu, change) ?? "";
          }
          const grid = gridOf(lines.join("\n"));
          const read = readPrinted(grid, table);
          if (read === undefined) return;
          count += 1;
          expect(told(read)).toEqual(told(readTable(table, [grid])));
        },
      ),
      { numRuns: 1000 },
    );
    expect(count).toBeGreaterThan(300);
  });
});
