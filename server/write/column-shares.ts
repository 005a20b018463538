import type { Layout } from "../form/layout.ts";

/**
 * How wide the columns are, in parts of the whole: of three columns of labels those of the groups are narrow and that
 * of the items is wide; otherwise all are alike.
 */
export function sharesOf({ width, labels }: Layout): readonly number[] {
  const groups = labels < GROUPS.length + 1 ? [] : [...GROUPS, ITEMS];
  const rest = 1 - groups.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: width }, (_, at) => groups[at] ?? rest / (width - groups.length));
}

/** Room for three and for four characters of 小五 beside margins, and for fourteen, on a line of 156 mm. */
const GROUPS: readonly number[] = [12 / 156, 14.6 / 156];
const ITEMS = 46 / 156;
