import { formOfYear } from "../form/index.ts";
import { matchesIn } from "../read/matches.ts";
import type { Heading, Outline, Paragraph } from "../read/outline.ts";
import type { Draft } from "./draft.ts";
import { tellingIn } from "./prose.ts";
import { oncePer, orNothing, search } from "./remember.ts";

/** A year that stands in a text, and where. */
export interface Year {
  readonly year: number;
  readonly at: number;
}

/** The statistical period a report states, from 1 January to 31 December. */
export interface Period {
  readonly prose: Heading | Paragraph;
  readonly from: Year;
  /** Absent where the second date has no year of its own. */
  readonly to: Year | undefined;
}

const PERIOD =
  /(20\d\d)\s*年\s*1\s*月\s*1\s*日\s*(?:起\s*)?(?:[至到]|[—–－~～-]+)\s*(?:(20\d\d)\s*年\s*)?12\s*月\s*31\s*日/gu;

/** The periods in sentences that speak of what the figures cover; the dates of a campaign are none. */
export const periodsIn = oncePer(readPeriods);

function readPeriods(outline: Outline): readonly Period[] {
  return tellingIn(outline).flatMap((prose) => (statedIn(prose) ?? []).map((period) => ({ prose, ...period })));
}

const statedIn = search((text): readonly Omit<Period, "prose">[] | undefined =>
  orNothing(
    matchesIn(text, PERIOD).flatMap(({ index, 0: whole, 1: first = "", 2: second }) => {
      const before =
        text
          .slice(0, index)
          .split(/[。；;\n]/u)
          .at(-1) ?? "";
      if (!/统计|数据|期限|时限/u.test(before)) return [];
      const to = second === undefined ? undefined : { year: Number(second), at: index + whole.indexOf(second, 4) };
      return [{ from: { year: Number(first), at: index }, to }];
    }),
  ),
);

/** Whether title and period call for the same form; where they do not, the year itself is in question. */
export function isYearCertain({ title, due, outline }: Draft): boolean {
  const told = [title?.year, ...periodsIn(outline).map(({ from }) => from.year)].filter((year) => year !== undefined);
  return told.length > 0 && told.every((year) => formOfYear(year) === due);
}
