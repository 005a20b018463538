import type { Analysis } from "../analysis.ts";
import { type NextYear, writeNextYear } from "../write/next-year.ts";

/** The report of the year after an analysed one; undefined for what is no report, was not read, or tells no year. */
export function nextYear(analysis: Analysis): NextYear | undefined {
  return analysis.status === "checked" ? writeNextYear(analysis.draft) : undefined;
}
