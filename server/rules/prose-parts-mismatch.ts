import { statementsOf } from "../draft/claims.ts";
import type { Draft } from "../draft/draft.ts";
import { figurePassagesOf, type PartList } from "../draft/part-list.ts";
import { tellingParagraphs } from "../draft/prose.ts";
import type { Quantity } from "../draft/quantity.ts";
import { orNothing, search } from "../draft/remember.ts";
import { matchesIn } from "../read/matches.ts";
import { type Paragraph, spanIn } from "../read/outline.ts";
import { mistakenComposition } from "./composition.ts";
import type { Problem, Rule } from "./rule.ts";
import { quote } from "./wording.ts";

export default {
  id: "prose-parts-mismatch",
  severity: "warning",
  certainty: "suspicious",
  title: "正文的分项与总数对不上",
  why: "写了总数又列分项的，分项之和应等于总数；同一个数前后写两次的，应当相同；写明由几部分组成的，应与列出的一致。分项之和比总数大是错误；比总数小、又没有写“等”的，请核对。只是举例的不提示。",
  source: "《条例》第五十条；公布的报告前后一致，是各地考核的通行要求",
  *check(draft) {
    yield* mistakenComposition(draft);
    for (const { prose, sentences } of figurePassagesOf(draft)) {
      for (const { from, quantities, lists } of sentences) {
        for (const list of lists) yield* mistakenSum(prose, from, list);
        for (const quantity of quantities) yield* doubledScale(prose, from, quantity);
      }
    }
    yield* lostNumbers(draft);
    yield* contradictions(draft);
  },
} satisfies Rule;

function* mistakenSum(prose: Paragraph, at: number, { total, parts, claims }: PartList): Iterable<Problem> {
  if ([total, ...parts].some(({ rough, tolerance }) => rough || tolerance > 0)) return;
  let sum = 0;
  // A list may end before its sentence does: what adds up to the total is the list.
  const sums = parts.map(({ value }) => (sum += value));
  if (sums.slice(1).includes(total.value)) return;
  const lacking = total.value - sum;
  const isNear = parts.length >= 3 && lacking <= Math.max(1, total.value / 10);
  if (lacking > 0 && claims !== "all" && (claims === "some" || !isNear)) return;
  const written = `${parts.map(({ value }) => value).join(" + ")} = ${sum}`;
  yield {
    at: spanIn(prose, at + total.from, at + total.to),
    severity: lacking < 0 ? "error" : claims === "all" || parts.length >= 5 ? "warning" : "hint",
    message: `正文写${quote(prose.text.slice(at + total.from, at + total.to))}，列出的 ${parts.length} 项之和是 ${written}，${lacking < 0 ? "多" : "少"} ${Math.abs(lacking)}`,
    expected: String(sum),
    actual: String(total.value),
    related: parts.map((part) => ({
      at: spanIn(prose, at + part.from, at + part.to),
      message: `分项：${part.value}`,
    })),
    fixes: [replace(prose, at, total, sum, `总数改为 ${sum}，请核实后使用`)],
  };
}

function replace(prose: Paragraph, at: number, { from, digitsEnd }: Quantity, value: number, title: string) {
  return { title, safe: false, edits: [{ at: spanIn(prose, at + from, at + digitsEnd), text: String(value) }] };
}

/** 173769万条: a number written out and given in 万 as well. */
function* doubledScale(prose: Paragraph, at: number, { from, to, value, scale, unit }: Quantity): Iterable<Problem> {
  const written = value / (scale === "亿" ? 100_000_000 : 10_000);
  if (scale === "" || unit === "元" || written < 10_000) return;
  const said = prose.text.slice(at + from, at + to);
  yield {
    at: spanIn(prose, at + from, at + to),
    message: `${quote(said)}的数已经写全，又加了“${scale}”，请核对`,
    actual: said,
  };
}

const LOST =
  /(?:共计?|合计|累计|总计)\s*[件条份次](?=[，。；、）])|(?:信息|文件|申请)\s+[件条](?=[，。；、）])|信息条(?=[，。；])/gu;

const lostNumbersIn = search((text) => orNothing(matchesIn(text, LOST)));

function* lostNumbers(draft: Draft): Iterable<Problem> {
  for (const prose of tellingParagraphs(draft)) {
    for (const { index, 0: words } of lostNumbersIn(prose) ?? []) {
      const message = `“${words.replaceAll(/\s+/gu, " ")}”缺了数字`;
      yield { at: spanIn(prose, index, index + words.length), severity: "error", message };
    }
  }
}

/** The same total of published information given twice with different figures. */
function* contradictions(draft: Draft): Iterable<Problem> {
  const [first, ...others] = statementsOf(draft).published;
  if (first === undefined) return;
  for (const { prose, quantity } of others) {
    if (quantity.value === first.quantity.value || quantity.unit !== first.quantity.unit) continue;
    yield {
      at: spanIn(prose, quantity.from, quantity.to),
      message: `这里写全年公开信息 ${quantity.value} ${quantity.unit}，前面写的是 ${first.quantity.value} ${quantity.unit}，应当一致`,
      actual: String(quantity.value),
      related: [
        {
          at: spanIn(first.prose, first.quantity.from, first.quantity.to),
          message: `前面写的是 ${first.quantity.value}`,
        },
      ],
    };
  }
}
