import type { FoundFile } from "./find-files.ts";
import type { Fault, Io } from "./io.ts";

/** A file, its place among all of them, and what it says. */
interface ReadFile {
  readonly file: FoundFile;
  readonly at: number;
  readonly source: Promise<string | Fault>;
}

/** Reads files in their order, up to `most` of them at once, so that none is waited for. */
export function* readAhead(files: readonly FoundFile[], io: Io, most: number): Iterable<ReadFile> {
  const reading: ReadFile[] = [];
  for (const at of files.keys()) {
    for (const file of files.slice(at + reading.length, at + most)) {
      const source = file.fault === undefined ? io.readText(file.path) : Promise.resolve(file.fault);
      // Whoever awaits it sees that it failed; until then nobody has to.
      source.catch(() => undefined);
      reading.push({ file, at: at + reading.length, source });
    }
    const next = reading.shift();
    if (next !== undefined) yield next;
  }
}
