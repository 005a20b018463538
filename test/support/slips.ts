import * as fc from "fast-check";
import type { Form } from "../../server/form/form.ts";
import { forms } from "../../server/form/index.ts";
import { tableForms, withTables } from "./layouts.ts";
import { consistentCells, randomFrom, reportText } from "./reports.ts";

/** One slip of the hand; places are told in thousandths of the text or of its lines. */
interface Slip {
  readonly kind: "insert" | "delete" | "cell" | "drop line" | "move line" | "repeat line";
  readonly where: number;
  readonly to: number;
  readonly scrap: string;
}

/** A valid report and what happens to it. Data only, so that a test that fails shows the slips and not the text. */
export interface Spoilt {
  readonly form: Form["id"];
  readonly seed: number;
  /** How the official tables are written. */
  readonly tables: string;
  readonly slips: readonly Slip[];
}

/** What slips in while a report is edited. */
const scraps =
  "| \n \n\n 0 12 １２ 1,000 12.50 -3 +4 3件 无 / ** ` ~~ < > <!-- --> <br> <table> </table> <td> &amp; \\| \\ # --- ( （ ， , 。 😀 𠮷 《 》 〔2021〕 [2021] 总计 （七）总计 三、 2.重复申请 一、总体情况 2023年 2023"
    .split(" ")
    .concat(" ", "　", "\t", "\u00a0", "\uFEFF", "# ", "## ", "> ", "- ", "1. ")
    .concat("<!-- nianbao-allow sum-mismatch: 理由 -->", "<!-- nianbao-allow-file x -->");

const slip: fc.Arbitrary<Slip> = fc.record({
  kind: fc.constantFrom("insert", "delete", "cell", "drop line", "move line", "repeat line"),
  where: fc.nat(999),
  to: fc.nat(999),
  scrap: fc.constantFrom(...scraps),
});

/** Valid reports, their tables written one way or another, after up to eight slips. */
export const spoilt: fc.Arbitrary<Spoilt> = fc.record({
  form: fc.constantFrom(...forms.map(({ id }) => id)),
  seed: fc.noShrink(fc.nat()),
  tables: fc.oneof({ weight: 2, arbitrary: fc.constant("canonical") }, fc.constantFrom(...Object.keys(tableForms))),
  slips: fc.array(slip, { maxLength: 8 }),
});

/** The text of a spoilt report, with LF only. */
export function spoiltText({ form: id, seed, tables, slips }: Spoilt): string {
  const form = forms.find((known) => known.id === id);
  if (form === undefined) throw new Error(`No form ${id}`);
  const cells = consistentCells(form, randomFrom(seed));
  const text = reportText(form, cells);
  const write = tableForms[tables];
  const written = write === undefined ? text : withTables(text, form, (cell) => String(cells[cell]), write);
  return slips.reduce(applySlip, written);
}

function applySlip(text: string, { kind, where, to, scrap }: Slip): string {
  const at = Math.floor((text.length * where) / 1000);
  if (kind === "insert") return text.slice(0, at) + scrap + text.slice(at);
  if (kind === "delete") return text.slice(0, at) + text.slice(at + (to % 40) + 1);
  const lines = text.split("\n");
  const from = Math.floor((lines.length * where) / 1000);
  const line = lines[from] ?? "";
  const place = Math.floor((lines.length * to) / 1000);
  if (kind === "drop line") return lines.toSpliced(from, 1).join("\n");
  if (kind === "move line") return lines.toSpliced(from, 1).toSpliced(place, 0, line).join("\n");
  if (kind === "repeat line") return lines.toSpliced(place, 0, line).join("\n");
  const cells = line.split("|");
  return lines.with(from, cells.with(Math.floor((cells.length * to) / 1000), ` ${scrap} `).join("|")).join("\n");
}
