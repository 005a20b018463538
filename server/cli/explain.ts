import { ruleOf, rules } from "../rules/index.ts";
import { CERTAINTY_NAMES, type Rule } from "../rules/rule.ts";
import { type Arguments, suggestion } from "./arguments.ts";
import { type Command, lines } from "./command.ts";
import { FAILED, type Io } from "./io.ts";
import { nearest } from "./nearest.ts";
import { SEVERITY_NAMES } from "./severity.ts";

/** Tells what a rule is about. */
export const explain: Command = {
  name: "explain",
  summary: "说明一条规则；不给规则名则列出全部规则",
  usage: "nianbao explain [RULE]",
  options: {},
  notes: ["RULE 是检查结果行末方括号里的规则名。"],
  run,
};

async function run({ operands }: Arguments, io: Io): Promise<number> {
  const [id, ...others] = operands;
  if (others.length > 0) {
    io.warn(`一次只能说明一条规则\n用法：${explain.usage}`);
    return FAILED;
  }
  const rule = id === undefined ? undefined : ruleOf(id);
  if (id !== undefined && rule === undefined) {
    const near = nearest(
      id,
      rules.map((known) => known.id),
    );
    io.warn(`没有规则 ${id}${suggestion(near)}\n全部规则见 nianbao explain`);
    return FAILED;
  }
  io.print(rule === undefined ? list() : describe(rule));
  return 0;
}

function list(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return lines(...rules.map(({ id, severity, title }) => `${id.padEnd(width)}  ${SEVERITY_NAMES[severity]}  ${title}`));
}

function describe({ id, severity, certainty, title, why, source }: Rule): string {
  return lines(
    `${title}  [${id}]`,
    "",
    `类别：${CERTAINTY_NAMES[certainty]}，级别：${SEVERITY_NAMES[severity]}`,
    "",
    why.trim(),
    "",
    `依据：${source}`,
    "",
    "确属例外时，在上一行写明理由后放行：",
    `<!-- nianbao-allow ${id}: 理由 -->`,
  );
}
