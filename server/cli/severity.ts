import type { Severity } from "../rules/rule.ts";

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "info", "hint"];

/** What a severity is called. */
export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "警告",
  info: "提示",
  hint: "建议",
};
