import { citingIn } from "../draft/citation.ts";
import type { DocumentNumber } from "../draft/document-number.ts";
import type { Draft } from "../draft/draft.ts";
import { type Prose, type Span, spanIn } from "../read/outline.ts";
import type { Problem, Rule, Severity } from "./rule.ts";

export default {
  id: "malformed-document-number",
  severity: "error",
  certainty: "definite",
  title: "发文字号的写法不规范",
  why: "发文字号由机关代字、年份、序号组成：年份写全四位，用六角括号“〔〕”括起来；序号不加“第”，不编虚位（1 不写作 01），后面写“号”；中间不空格。例如国办函〔2020〕109号。",
  source: "GB/T 9704—2012《党政机关公文格式》发文字号",
  *check(draft) {
    for (const { prose, numbers } of citingIn(draft.outline)) {
      for (const number of numbers) {
        const problem = judge(draft, prose, number);
        if (problem !== undefined) yield problem;
      }
    }
  },
} satisfies Rule;

function judge(draft: Draft, prose: Prose, number: DocumentNumber): Problem | undefined {
  const faults = faultsOf(number);
  const [worst] = (["error", "warning", "info"] as const).filter((one) =>
    faults.some(({ severity }) => severity === one),
  );
  if (worst === undefined) return undefined;
  const { year, serial, written, bracketAt, end } = number;
  const expected = `〔${year.length === 2 ? `20${year}` : year}〕${Number(serial)}号`;
  return {
    at: spanIn(prose, bracketAt + written.length - written.trimStart().length, end),
    severity: worst,
    message: `发文字号应写作“${expected}”，现为“${written.trim()}”：${faults.map(({ text }) => text).join("，")}`,
    expected,
    actual: written.trim(),
    fixes: [
      {
        title: `改为“${expected}”`,
        // Which century two digits stand for only the clerk knows.
        safe: year.length === 4,
        edits: [{ at: withEscape(draft, spanIn(prose, bracketAt, end)), text: expected }],
      },
    ],
  };
}

interface Fault {
  readonly severity: Severity;
  readonly text: string;
}

function faultsOf({ code, year, serial, written, brackets, isClosed }: DocumentNumber): readonly Fault[] {
  const faults: readonly (Fault | false)[] = [
    brackets !== "〔〕" && { severity: "error", text: "年份应用六角括号“〔〕”" },
    year.length === 2 && { severity: "warning", text: "年份应写全四位" },
    written.includes("年") && { severity: "warning", text: "括号内只写年份数字" },
    // Announcements and orders are numbered in a way of their own.
    written.includes("第") && !/[告令]$/u.test(code) && { severity: "warning", text: "序号前不加“第”" },
    serial.startsWith("0") && { severity: "warning", text: "序号不编虚位" },
    !isClosed && { severity: "warning", text: "序号后缺“号”" },
    /\s/u.test(written) && { severity: "info", text: "字号中间不空格" },
  ];
  return faults.filter((fault) => fault !== false);
}

/** The span with the backslash that keeps the first bracket from being read as Markdown. */
function withEscape({ text }: Draft, { start, end }: Span): Span {
  return /(?:^|[^\\])\\$/u.test(text.slice(Math.max(0, start - 2), start)) ? { start: start - 1, end } : { start, end };
}
