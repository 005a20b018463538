import { analyze, type Settings } from "./analysis.ts";
import { aboveTitle, leftOut } from "./draft/content.ts";
import { exportDraft } from "./write/export.ts";
import type { Format } from "./write/formats.ts";
import { unfinished } from "./write/unfinished.ts";

/** What came of a text that was to be written in another format. */
export type Exported =
  | {
      readonly status: "exported";
      readonly content: string | Uint8Array;
      /** Chinese: that it is a draft, and what of the text is not in it. */
      readonly notes: readonly string[];
    }
  | { readonly status: "not-a-report" }
  | {
      readonly status: "too-complex";
      /** Chinese, says what to do. */
      readonly reason: string;
    };

/** Checks a report, whatever its mode as a final one, and writes it in another format; pure, and never fails. */
export function exportText(text: string, settings: Settings, format: Format): Exported {
  const analysis = analyze(text.replace(/^\uFEFF/u, ""), { ...settings, mode: "final" });
  if (analysis.status === "too-complex") return { status: "too-complex", reason: analysis.reason };
  if (analysis.status === "not-a-report") return { status: "not-a-report" };
  const { draft, findings } = analysis;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const mark = unfinished(draft, errors);
  const lost = leftOut(draft);
  const outside = format === "md" ? [] : aboveTitle(draft);
  const notes = [
    ...(mark === undefined ? [] : [mark]),
    ...(outside.length === 0 ? [] : [`标题上方的 ${outside.length} 段没有写入，不是年报的内容`]),
    ...(lost.length === 0
      ? []
      : [`有 ${lost.length} 行没有写入，因为表样中没有这一行，或者重复、与列对不上：${lost.join("、")}`]),
  ];
  return { status: "exported", content: exportDraft(draft, format, mark), notes };
}
