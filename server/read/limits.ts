/** The largest table that is read; the official form has at most 15 columns and 30 rows. */
export const largestTable = { rows: 500, columns: 64 } as const;

/** The longest line that is read, in UTF-16 units. */
export const longestLine = 20_000;
