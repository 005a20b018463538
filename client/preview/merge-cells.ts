/** A place of a table as it is written. */
export interface Slot {
  /** Cells do not reach from one zone into another. */
  readonly zone: "heads" | "labels" | "figures" | "other";
  /** The cell this place may be a part of; undefined where something stands there, or is to be filled in. */
  readonly joins?: "left" | "above" | "either" | undefined;
}

/** A cell as it is shown: over how many of the columns and rows as written. */
export interface MergedCell {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The cells to be shown of each row. In the canonical form a merged cell is its text in the first place and blanks in
 * the rest: a cell goes on to the right over places that may join it, then down as long as all below it may.
 */
export function mergeCells(rows: readonly (readonly Slot[])[]): readonly (readonly MergedCell[])[] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((slots, row) =>
    slots.flatMap(({ zone }, column) => {
      if (taken[row]?.has(column) === true) return [];
      const joins = (side: "left" | "above", at: number, place: number) => {
        const slot = rows[at]?.[place];
        const isOpen = slot?.zone === zone && (slot.joins === side || slot.joins === "either");
        return isOpen && taken[at]?.has(place) === false;
      };
      const cell = { column, columns: 1, rows: 1 };
      while (joins("left", row, column + cell.columns)) cell.columns += 1;
      const places = Array.from({ length: cell.columns }, (_, nth) => column + nth);
      while (places.every((place) => joins("above", row + cell.rows, place))) cell.rows += 1;
      for (const below of taken.slice(row, row + cell.rows)) for (const place of places) below.add(place);
      return [cell];
    }),
  );
}
