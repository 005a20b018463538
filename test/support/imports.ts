import { locate } from "../../server/draft/locate.ts";
import type { Imported } from "../../server/import/import-report.ts";
import { outlineOf } from "./outline.ts";

/** What was imported; throws where it was refused. */
export function accepted(found: Imported | string): Imported {
  if (typeof found === "string") throw new Error(found);
  return found;
}

/** The texts of the official cells of a report, by their ids. */
export function cellsIn(markdown: string): Readonly<Record<string, string>> {
  const draft = locate(markdown, outlineOf(markdown), undefined);
  return Object.fromEntries([...(draft?.cells ?? [])].map(([id, { box }]) => [id, box.text]));
}
