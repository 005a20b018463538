import { strToU8, zipSync } from "fflate";

/** Packs texts, by path, as a ZIP file; the same texts in the same order always give the same bytes. */
export function zipTexts(files: Readonly<Record<string, string>>): Uint8Array {
  const packed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
  // The first date a ZIP file knows, in whatever zone: when it was written is nobody's business here.
  return zipSync(packed, { mtime: new Date(1980, 0, 1), level: 9 });
}

/** The head of every XML part. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
