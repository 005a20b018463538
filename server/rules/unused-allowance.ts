import { editDistance } from "../draft/label.ts";
import type { Allowance } from "./allowances.ts";
import type { Problem, Rule } from "./rule.ts";

export default {
  id: "unused-allowance",
  severity: "warning",
  certainty: "definite",
  title: "允许的注释没有起作用",
  why: "注释“nianbao-allow 规则: 理由”让一条规则在本行或下一行不再提示。没有写理由、规则名称写错，或者所在的地方并没有问题，这条注释就不起作用：请补全或删去，免得日后真有问题时被它掩盖。",
  source: "本工具的约定",
  *audit(allowances, used, known) {
    for (const allowance of allowances) {
      const message = faultOf(allowance, used, known);
      if (message !== undefined) yield problem(allowance, known, message);
    }
  },
} satisfies Rule;

function faultOf(allowance: Allowance, used: ReadonlySet<Allowance>, known: ReadonlySet<string>): string | undefined {
  const { rule, reason, scope } = allowance;
  if (!known.has(rule)) return `没有“${rule}”这条规则，这条注释不起作用`;
  if (reason === "") return `允许“${rule}”要写明理由，现在不起作用：在规则名称后加冒号和理由`;
  if (used.has(allowance)) return undefined;
  return `${scope === "file" ? "全文" : "所在的行或下一行"}没有“${rule}”的问题，这条注释可以删去`;
}

function problem({ span, rule, named, whole }: Allowance, known: ReadonlySet<string>, message: string): Problem {
  const meant = known.has(rule) ? undefined : nearest(rule, known);
  const renamed = { title: `规则名称改为 ${meant}`, safe: false, edits: [{ at: named, text: meant ?? "" }] };
  const removed = { title: "删去这条注释", safe: false, edits: [{ at: whole, text: "" }] };
  return {
    at: span,
    message,
    ...(meant === undefined ? {} : { expected: meant, actual: rule }),
    fixes: meant === undefined ? [removed] : [renamed, removed],
  };
}

/** The one rule a name with a few slips of the pen stands for. */
function nearest(rule: string, known: ReadonlySet<string>): string | undefined {
  const close = [...known].filter((id) => editDistance(rule, id) <= 3);
  return close.length === 1 ? close[0] : undefined;
}
