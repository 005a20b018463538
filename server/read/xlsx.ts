import { type OfficePart, readParts } from "./office-parts.ts";
import type { Grid } from "./outline.ts";
import { numberFormatsOf } from "./xlsx-number.ts";
import { readSheet } from "./xlsx-sheet.ts";

/** A workbook: its tables sheet by sheet, and what it shows besides. */
export interface Workbook {
  /** The title among the properties of the file. */
  readonly title: string;
  readonly sheets: readonly { readonly name: string; readonly grids: readonly Grid[] }[];
  /** Sheets nobody sees, which are left out. */
  readonly hidden: number;
  /** Formulas whose result is not stored. */
  readonly unknown: number;
  /** Pictures and other drawings. */
  readonly pictures: number;
}

const EXCEL = { ending: ".xlsx", old: ".xls", program: "Excel" } as const;

const TOO_LARGE = "有的工作表太大，不是年报的表格，请只保留年报的三张表";

/** Longer than any sheet of a report. */
const LONGEST = 5_000_000;

/** Reads an `.xlsx` file; a string says in Chinese why not. Nothing outside the file is looked at. */
export function readXlsx(bytes: Uint8Array): Workbook | string {
  const isWanted = (path: string) =>
    /^(?:xl\/(?:workbook|styles|sharedStrings|worksheets\/[^/]+)\.xml|xl\/_rels\/workbook\.xml\.rels|docProps\/core\.xml)$/u.test(
      path,
    );
  const parts = readParts(bytes, EXCEL, isWanted);
  if (typeof parts === "string") return parts;
  const workbook = parts.get("xl/workbook.xml");
  if (workbook === undefined) return "这不是 Excel 工作簿";
  if ([...parts.values()].some(({ xml }) => xml.length > LONGEST)) return TOO_LARGE;
  const targets = targetsOf(parts.get("xl/_rels/workbook.xml.rels"));
  const formats = numberFormatsOf(parts.get("xl/styles.xml")?.tokens ?? []);
  const shared = { strings: textsIn(parts.get("xl/sharedStrings.xml"), "si"), formats };
  const sheets: { name: string; grids: readonly Grid[] }[] = [];
  let [hidden, unknown, pictures] = [0, 0, 0];
  for (const token of workbook.tokens) {
    if (token.kind !== "open" || localName(token.name) !== "sheet") continue;
    if ((token.attributes.get("state") ?? "visible") !== "visible") {
      hidden += 1;
      continue;
    }
    const part = parts.get(targets.get(token.attributes.get("r:id") ?? "") ?? "");
    if (part === undefined) continue;
    const sheet = readSheet(part, shared, sheets.length);
    if (sheet === undefined) return TOO_LARGE;
    sheets.push({ name: token.attributes.get("name") ?? "", grids: sheet.grids });
    unknown += sheet.unknown;
    pictures += sheet.pictures;
  }
  const [title = ""] = textsIn(parts.get("docProps/core.xml"), "title");
  return { title, sheets, hidden, unknown, pictures };
}

function localName(name: string): string {
  return name.replace(/^.*:/u, "");
}

/** The paths of the sheets by the names the workbook gives them. */
function targetsOf(part: OfficePart | undefined): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const token of part?.tokens ?? []) {
    if (token.kind !== "open" || localName(token.name) !== "relationship") continue;
    const target = token.attributes.get("target") ?? "";
    targets.set(token.attributes.get("id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  return targets;
}

/** The texts of every element of a name, how they are read aloud left out. */
function textsIn(part: OfficePart | undefined, wanted: string): readonly string[] {
  const texts: string[] = [];
  let [inside, skipping] = [0, 0];
  for (const token of part?.tokens ?? []) {
    if (token.kind === "text") {
      if (inside > 0 && skipping === 0)
        texts[texts.length - 1] += token.text ?? part?.xml.slice(token.start, token.end) ?? "";
      continue;
    }
    const step = token.kind === "open" ? 1 : -1;
    const name = localName(token.name);
    if (name === "rph") skipping += step;
    if (name !== wanted) continue;
    if (step > 0) texts.push("");
    inside += step;
  }
  return texts;
}
