import { forms } from "../server/form/index.ts";

/** The report that is due now is the one of the year that has ended. */
export function yearDue(): number {
  return new Date().getFullYear() - 1;
}

/** The first year there is an official form for. */
export const firstYear: number = Math.min(...forms.map(({ years }) => years.from));
