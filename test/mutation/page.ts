import { share, shortfallsOf, type Tally } from "./tally.ts";

/** What was found in reports without a fault. */
export interface CleanTally {
  readonly reports: number;
  readonly templates: number;
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** The rules that gave the hints. */
  readonly hinting: readonly string[];
}

/** The page `docs/mutation.md`. */
export function pageOf(tallies: readonly Tally[], clean: CleanTally, reports: number): string {
  const present = tallies.filter(({ awaited }) => !awaited);
  const awaited = tallies.filter((tally) => tally.awaited);
  const short = present.map((tally) => ({ tally, lacks: shortfallsOf(tally) })).filter(({ lacks }) => lacks.length > 0);
  return [
    "# 变异检验",
    "",
    "*Slips made by machine in made-up reports: the share that is found, placed and put right, and what is not.*",
    "",
    "由 `npm run mutate` 写成，请勿手改。种子固定，结果可以重现。",
    "",
    "## 怎样计算",
    "",
    `- 报告：由种子编出的、没有错误的年度报告，两种格式，乡镇、街道到省政府、国务院部门各级机关（均为虚构），申请从 0 件到数千件；正文用 ${clean.templates} 种句式重复表中的数；表格有规范的、紧凑的、拆开的、HTML 的等多种写法。`,
    `- 错法：${tallies.length} 种，每种在 ${reports} 份报告里各错一处（合适的报告不足的，有几份算几份）。类 D 是确定的错误，S 要由人判断，Y 是文风。`,
    "- 排除：改动后格式的全部勾稽关系仍然成立、格内仍是规范的数的，任何检查都无从发现，由勾稽关系本身算出，不计入份数。",
    "- 发现：应由其发现的规则中，至少一条作出了原来没有的提示。",
    "- 定位：提示或它的相关位置落在改动之处。改的是一个数的，要落在这一格、列出这一格，或者第一个改法就改这一格；有几种改法都能使全部关系成立的，落在这一行、列出或改到这一格也算。删去了东西的，落在上下两行、上一个标题或本组的列名。正文的，落在同一句。",
    "- 恢复：位于改动之处的第一条提示的第一个改法，使全文回到原样（空格、空行不计）。只统计原样可以推知的：行名、列名、标题、括号等由格式规定的；只有一个数、且由勾稽关系算出只有唯一改法的。",
    "- 条数：每处改动平均引起的错误和警告。",
    "",
    "## 没有错误的报告",
    "",
    `${clean.reports} 份：错误 ${clean.errors} 条，警告 ${clean.warnings} 条，提示和建议 ${clean.hints} 条${clean.hinting.length === 0 ? "" : `（${clean.hinting.map((id) => `\`${id}\``).join("、")}）`}。`,
    "",
    "## 有一处错误的报告",
    "",
    ...tableOf(present),
    "",
    "## 没有达到的",
    "",
    "目标：D 类全部发现、全部定位；可以推知原样的，第一个改法恢复 95 % 以上。",
    "",
    ...(short.length === 0
      ? ["D 类没有未达到目标的。"]
      : short.map(({ tally, lacks }) => `- ${tally.operator.name}：${lacks.join("，")}`)),
    "",
    ...present
      .filter(({ operator, detected, reports: all }) => operator.class !== "D" && detected < all)
      .map(
        ({ operator, detected, reports: all }) =>
          `- ${operator.name}（${operator.class}）：发现 ${share(detected, all)}`,
      ),
    "",
    "做不到的：",
    "",
    "- 漏掉的一行、一列，原来的数无从推知，补上的留空待填。",
    "- 表四一格有误时只有一个等式不成立，五格都可能错；现行有效件数与制发、废止件数之间不是等式。提示落在合计，不断定是哪一格。",
    "- 一件记到别的申请人或别的结果名下，行列之差只说明错在哪两列或哪两行，不说明是哪一行；可能的各处都列为相关位置。",
    "- 两列的数整列互换，与总计一列移到最前，算术上不能区分。",
    "- 行政许可、处罚、强制、收费各格不参加任何勾稽关系，只有正文重复了这个数时才能对照。",
    "- 正文的数只认得准的句式才比较：两种口径都可能的，不提示。",
    ...(awaited.length === 0
      ? []
      : [
          "",
          "## 尚无规则检查的错法",
          "",
          ...awaited.map(
            ({ operator }) =>
              `- ${operator.name}（${operator.class}）：待 ${operator.rules.map((id) => `\`${id}\``).join(" 或 ")}`,
          ),
        ]),
    "",
  ]
    .join("\n")
    .replaceAll(/\n{3,}/gu, "\n\n");
}

function tableOf(tallies: readonly Tally[]): readonly string[] {
  const rows = tallies.map(({ operator, reports, excluded, detected, located, restorable, restored, findings }) =>
    [
      operator.group,
      operator.name,
      operator.class,
      String(reports),
      String(excluded),
      share(detected, reports),
      share(located, reports),
      share(restored, restorable),
      findings.toFixed(2),
    ].join(" | "),
  );
  return [
    "| 组 | 错法 | 类 | 份数 | 排除 | 发现 | 定位 | 恢复 | 条数 |",
    "| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map((row) => `| ${row} |`),
  ];
}
