import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A text made to keep a reader busy: `size` UTF-16 units of nothing but the thing it is named for. */
export interface Hostile {
  readonly name: string;
  readonly text: (size: number) => string;
  /** Whether it can be of any size; others are one line, and too long lines are not read at all. */
  readonly isScalable: boolean;
}

const whole = readFileSync(join(import.meta.dirname, "../../examples/01-无误.md"), "utf8");
const report = whole.slice(0, whole.indexOf("\n## 三"));
const place = report.indexOf("\n## 二");

/** The text within the first section of a report that ends with its first table; drafts of other numbers have nothing in common. */
export function hostileReport(text: string, draft: number): string {
  return `${report.slice(0, place)}\n第${draft}稿\n\n${text}\n${report.slice(place)}`;
}

/** The unit over and over, cut at the size. */
function run(unit: string) {
  return (size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

/** Lines of `width` characters, each of the unit over and over. */
function lines(unit: string, width: number, between = "\n") {
  const line = run(unit)(width) + between;
  return run(line);
}

/** Marks that open, close or could belong together, and whatever the rules look for. */
const units = [
  ..."* |- |> |>|1. |> - |- [ ] |*_|_*|**a|~|~~a|[|]|[]|[a](|![|[a][|[^1]|[^|[a]: b\n|<|<!|<!--|<!-- -->|<?|<a |</a>|<b>|<table>|<td>|<tr>|`|\\`|\\|``|&|&amp;|&#|www.a|http://|a@b.|a@|:|!|#|# |## 一\n|\n|\r|\r\n|\t|- a\n|a\n\n|> a\n\n|=\n|-\n|_|{|}|'|\"|$|/|\u00a0|\u3000|\u200b|\ufeff|\ud83d\ude00".split(
    "|",
  ),
  "|",
  "| a ",
  "|-",
  " ",
  ..."0|9|1,|1.|０|12 |年|2023年|2023年1月1日|12月31日至|第|字|公开 |公开信息|公开5件|其中|，|。|、|；|：|“|”|（|）|（(|《|》|《》|〔|〔2023〕|〔2023〕1号|【|「|一|（一）|一、|十|百|万|余|件|%|-|—|～|号|令|县|市|局|信息公开|申请|政府信息公开|收到和处理政府信息公开申请情况|总计|自然人|[bookmark:|nianbao-allow |工作|方面|情况".split(
    "|",
  ),
];

const figures = "| 行政许可 | 0 |\n| --- | --- |\n";

const shapes: readonly Omit<Hostile, "isScalable">[] = [
  { name: "lists, each in the one before", text: (size) => nested(size, "- a") },
  { name: "quotes, each in the one before", text: (size) => nestedMarks(size, "> ") },
  { name: "a wide table", text: (size) => wideTable(size) },
  { name: "a long table", text: (size) => figures + run("| a | 0 |\n")(size) },
  { name: "a long table without bars at the ends", text: (size) => `a | b\n--- | ---\n${run("a | 0\n")(size)}` },
  { name: "a long HTML table", text: (size) => `<table>${run("<tr><td>a</td></tr>\n")(size)}</table>` },
  { name: "a wide HTML table", text: (size) => `<table><tr>${run("<td>a</td>\n")(size)}</tr></table>` },
  {
    name: "merged HTML cells",
    text: (size) => `<table>${run('<tr><td rowspan="999" colspan="999">a</td></tr>\n')(size)}</table>`,
  },
  { name: "tables in tables", text: run("<table><tr><td>\n") },
  { name: "many tables", text: run(`${figures}| a | 0 |\n\n`) },
  { name: "definitions and references", text: (size) => run("[a]: b\n\n")(size / 2) + lines("[a] ", 100)(size / 2) },
  { name: "footnotes and references", text: (size) => run("[^a]: b\n\n")(size / 2) + lines("[^a] ", 100)(size / 2) },
];

/** Every kind there is, in a layout of lines, of paragraphs, of one line, and behind a figure. */
export const hostileTexts: readonly Hostile[] = [
  ...shapes.map((shape) => ({ ...shape, isScalable: true })),
  ...units.flatMap((unit): readonly Hostile[] => {
    const name = JSON.stringify(unit);
    return [
      { name: `${name} in lines`, text: lines(unit, 100), isScalable: true },
      { name: `${name} in paragraphs`, text: lines(unit, 1000, "\n\n"), isScalable: false },
      { name: `${name} in one line`, text: run(unit), isScalable: false },
      { name: `${name} behind a figure`, text: (size) => `公开5${run(unit)(size)}字`, isScalable: false },
    ];
  }),
];

function nested(size: number, line: string): string {
  const all: string[] = [];
  for (let depth = 0, length = 0; length < size; depth += 1) {
    all.push(`${"  ".repeat(depth)}${line}`);
    length += 2 * depth + line.length + 1;
  }
  return all.join("\n");
}

function nestedMarks(size: number, mark: string): string {
  const all: string[] = [];
  for (let depth = 1, length = 0; length < size; depth += 1) {
    all.push(`${mark.repeat(depth)}a`);
    length += mark.length * depth + 2;
  }
  return all.join("\n");
}

function wideTable(size: number): string {
  const width = Math.floor(size / 12);
  return ["| a ", "|---", "| 0 "].map((cell) => `${cell.repeat(width)}|`).join("\n");
}
