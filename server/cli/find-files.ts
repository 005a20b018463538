import type { Entry, Fault, Io } from "./io.ts";

/** What the paths of a command line lead to. */
export interface FoundFiles {
  /** Files to read, each once, in the order of their paths. */
  readonly files: readonly FoundFile[];
  /** Folders without a Markdown file. */
  readonly empty: readonly string[];
}

export interface FoundFile {
  readonly path: string;
  /** True for what the user named, false for what a folder held. */
  readonly named: boolean;
  /** Why it cannot even be looked at. */
  readonly fault?: Fault;
}

/** Follows files and folders; in folders every `*.md` counts, but for `node_modules` and folders that begin with a dot. */
export async function findFiles(paths: readonly string[], io: Io): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const empty: string[] = [];
  const add = (file: FoundFile) => {
    const key = keyOf(file.path);
    if (files.get(key)?.named !== true) files.set(key, file);
  };
  for (const path of paths) {
    const kind = await io.look(path);
    if (kind !== "folder") {
      add(kind === "file" ? { path, named: true } : { path, named: true, fault: kind });
      continue;
    }
    const inside = await filesBelow(path, io);
    if (inside.length === 0) empty.push(path);
    inside.forEach(add);
  }
  const ordered = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, file]) => file);
  return { files: ordered, empty };
}

async function filesBelow(folder: string, io: Io): Promise<readonly FoundFile[]> {
  const entries = await io.list(folder);
  if ("code" in entries) return [{ path: folder, named: true, fault: entries }];
  const found: FoundFile[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.kind === "file" && /\.md$/iu.test(entry.name)) found.push({ path, named: false });
    if (entry.kind === "folder" && !isSkipped(entry)) found.push(...(await filesBelow(path, io)));
  }
  return found;
}

function isSkipped({ name }: Entry): boolean {
  return name.startsWith(".") || name === "node_modules";
}

function join(folder: string, name: string): string {
  return folder === "." ? name : `${folder.replace(/(?<![\\/])[\\/]+$/u, "")}/${name}`;
}

/** Two ways to write the same path count as one. */
export function keyOf(path: string): string {
  return path.replaceAll(/[\\/]+/gu, "/").replaceAll(/(^|\/)(?:\.\/)+/gu, "$1");
}
