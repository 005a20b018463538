import type { Draft, LocatedTable } from "../draft/draft.ts";

/** The official table that stands at an offset, its ends included; undefined outside of them. */
export function tableAt({ tables }: Draft, offset: number): LocatedTable | undefined {
  return tables.find(({ grids }) => grids.some(({ span }) => span.start <= offset && offset <= span.end));
}
