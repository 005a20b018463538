import { escapeMarkup } from "./markup.ts";
import { xmlHead } from "./zip.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A part of an Office file: its content type, and its name among the relations of the part that needs it. */
export interface OfficePart {
  readonly path: string;
  readonly type: string;
  /** The last word of the relation's type, e.g. `styles`. */
  readonly relation: string;
  readonly xml: string;
}

/**
 * The files of an Office package, by path: what names the parts, the properties, and the parts themselves. The first
 * part is the document; the others hang on it as `rId1`, `rId2`, …
 */
export function officeFiles(
  [main, ...others]: readonly [OfficePart, ...OfficePart[]],
  title: string,
  mark: string | undefined,
): Readonly<Record<string, string>> {
  const folder = main.path.slice(0, main.path.lastIndexOf("/") + 1);
  const properties = coreProperties(title, mark);
  const override = ({ path, type }: OfficePart) => `<Override PartName="/${path}" ContentType="${type}"/>`;
  const inside = ({ path }: OfficePart) => path.slice(folder.length);
  return {
    "[Content_Types].xml": `${xmlHead}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[main, ...others, properties].map(override).join("")}</Types>`,
    "_rels/.rels": relations([
      [`${OFFICE}/${main.relation}`, main.path],
      [`${PACKAGE}/relationships/metadata/core-properties`, properties.path],
    ]),
    [properties.path]: properties.xml,
    [main.path]: main.xml,
    [`${folder}_rels/${inside(main)}.rels`]: relations(
      others.map((part) => [`${OFFICE}/${part.relation}`, inside(part)] as const),
    ),
    ...Object.fromEntries(others.map(({ path, xml }) => [path, xml])),
  };
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

/** Title, language and whether it is a draft. No author and no date: the same report gives the same file. */
function coreProperties(title: string, mark: string | undefined): OfficePart {
  const draft =
    mark === undefined
      ? ""
      : `<dc:description>${escapeMarkup(mark)}</dc:description><cp:contentStatus>草稿</cp:contentStatus>`;
  return {
    path: "docProps/core.xml",
    type: "application/vnd.openxmlformats-package.core-properties+xml",
    relation: "",
    xml: `${xmlHead}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeMarkup(title)}</dc:title><dc:language>zh-CN</dc:language>${draft}</cp:coreProperties>`,
  };
}
