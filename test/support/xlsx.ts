import { strToU8, zipSync } from "fflate";

/** A sheet: the XML of its rows and of what follows them. */
export interface SheetParts {
  readonly name: string;
  readonly rows: string;
  readonly merges?: readonly string[];
  readonly isHidden?: boolean;
}

/** What stands in a workbook besides. */
export interface WorkbookParts {
  readonly strings?: readonly string[];
  /** Codes of number formats; style n + 1 has the nth. */
  readonly formats?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

/** Packs a workbook as Excel writes it: texts are shared, places are told. */
export function xlsx(
  sheets: readonly SheetParts[],
  { strings = [], formats = [], files = {} }: WorkbookParts = {},
): Uint8Array {
  const entries = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${isHidden === true ? ' state="hidden"' : ""} r:id="rId${at + 1}"/>`,
  );
  const relations = sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`);
  const parts: Record<string, string> = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<workbook><sheets>${entries.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${strings.map((text) => `<si>${text}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merges = [] }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet><sheetData>${rows}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells></worksheet>`,
      ]),
    ),
    ...files,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}
