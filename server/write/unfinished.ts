import type { Draft } from "../draft/draft.ts";
import { slotsOf } from "../form/index.ts";

/** Says in Chinese that a report is a draft and what is left to do; undefined for one without errors and blanks. */
export function unfinished({ form, cells }: Draft, errors: number): string | undefined {
  const blanks = slotsOf(form).filter(({ id }) => (cells.get(id)?.numeral.state ?? "blank") === "blank").length;
  const parts = [
    ...(errors > 0 ? [`有 ${errors} 处错误没有改正`] : []),
    ...(blanks > 0 ? [`有 ${blanks} 格没有填`] : []),
  ];
  return parts.length === 0 ? undefined : `草稿：${parts.join("，")}`;
}
