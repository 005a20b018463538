import { openParts } from "./open-parts.ts";
import type { Rule } from "./rule.ts";

/** As many things as a line in the list of problems can say. */
const SAID = 2;

export default {
  id: "unfinished-part",
  severity: "info",
  certainty: "suspicious",
  title: "还没有写完",
  why: "起草时，空白和还没有写的内容不逐处提示，每个部分只在标题上合并提示一处；含有空白的合计和勾稽关系也先不核对。交稿前运行“提交前检查”，或把设置 nianbao.mode 改为 final，即逐处提示。",
  source: "本工具的约定",
  *summarise(draft, pending) {
    for (const { at, notes, fixes } of openParts(draft, pending)) {
      yield {
        at,
        message: inShort(notes.map(({ text }) => text)),
        related: notes.length === 1 ? [] : notes.map((note) => ({ at: note.at, message: note.text })),
        fixes,
      };
    }
  },
} satisfies Rule;

function inShort(texts: readonly string[]): string {
  const rest = texts.length - SAID;
  return [...texts.slice(0, SAID), ...(rest > 0 ? [`还有 ${rest} 处`] : [])].join("；");
}
