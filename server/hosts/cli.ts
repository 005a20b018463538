import { closeSync, constants, promises as files, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Entry, Fault, Io } from "../cli/io.ts";
import { main } from "../cli/main.ts";
import { codeOf } from "./error-code.ts";
import { clearEarly } from "./memory.ts";
import { outputTo } from "./output.ts";

const print = outputTo(1);
const warn = outputTo(2);

const io: Io = {
  look: (path) => attempt(async () => (statSync(path).isDirectory() ? "folder" : "file")),
  list: (path) => attempt(async () => listFolder(path)),
  readText: (path) => attempt(async () => decode(await readAtOnce(path))),
  readBytes: (path) => attempt(() => readLimited(path)),
  decode: decodeAs,
  // The library for it is larger than everything else together: it has a bundle of its own.
  readPdf: async (bytes) => (await import("../pdf.ts")).readPdf(bytes),
  readInput: () => attempt(async () => decode(await (await import("node:stream/consumers")).buffer(process.stdin))),
  replaceText: (path, text) => attempt(async () => replaceFile(path, text)),
  createText: (path, text) => attempt(async () => createFile(path, text)),
  createBytes: (path, bytes) => attempt(async () => createFile(path, bytes)),
  print: (text) => {
    if (text === "") return;
    showProgress("");
    print(text);
  },
  warn: (line) => {
    showProgress("");
    warn(`${line}\n`);
  },
  stopGrowing: () => clearEarly("--semi-space-growth-factor=1"),
  progress: showProgress,
  version: findVersion,
  // What this file is part of, and what it reads any Markdown with.
  program: async () => (await Promise.all(["cli-program.js", "markup.node.cjs"].map(readPart))).join("\n"),
  // Loaded only when it is wanted: the start is no slower for it.
  digest: async (text) => (await import("node:crypto")).createHash("sha256").update(text).digest("base64"),
};

/** Milliseconds between two lines of progress: more often nobody reads them. */
const PAUSE = 100;
let progressAt = Date.now();
let isProgressShown = false;

/** One line that is written over again and again, on a terminal only. */
function showProgress(text: string): void {
  const now = Date.now();
  if (text === "" ? !isProgressShown : now - progressAt < PAUSE) return;
  progressAt = now;
  if (!process.stderr.isTTY) return;
  isProgressShown = text !== "";
  warn(`\r\u001b[K${text}`);
}

async function attempt<T>(action: () => Promise<T>): Promise<T | Fault> {
  try {
    return await action();
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return { code: code === "ERR_ENCODING_INVALID_ENCODED_DATA" ? "ENOTUTF8" : code };
  }
}

/** Where files are read into, one after the other: room made anew for each takes longer than the reading. */
const room = Buffer.allocUnsafeSlow(65_536);

/**
 * Reads a file without the threads that asynchronous reading goes by way of, which take longer than the reading, too. It
 * stays as it is until the next one is read. What was printed before goes out first.
 */
async function readAtOnce(path: string): Promise<Uint8Array> {
  await new Promise(setImmediate);
  const file = openSync(path, "r");
  try {
    // Of a pipe not all may come in one go.
    for (let length = 0; length < room.length; ) {
      const more = readSync(file, room, length, room.length - length, null);
      if (more === 0) return room.subarray(0, length);
      length += more;
    }
    return Buffer.concat([room, readFileSync(file)]);
  } finally {
    closeSync(file);
  }
}

function decode(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

async function listFolder(path: string): Promise<readonly Entry[]> {
  const entries = await files.readdir(path, { withFileTypes: true });
  const kinds = await Promise.all(
    entries.map(async (entry) => {
      if (entry.isDirectory()) return "folder";
      // A link to a folder may lead back up, and is not followed.
      const isFile = entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(join(path, entry.name))));
      return isFile ? "file" : undefined;
    }),
  );
  return entries.flatMap(({ name }, at) => {
    const kind = kinds[at];
    return kind === undefined ? [] : [{ name, kind }];
  });
}

async function leadsToFile(path: string): Promise<boolean> {
  return (await files.stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** The largest file that is imported, in bytes. */
const largestFile = 30_000_000;

async function readLimited(path: string): Promise<Uint8Array> {
  if ((await files.stat(path)).size > largestFile) throw Object.assign(new Error("too large"), { code: "EFBIG" });
  return files.readFile(path);
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Writes beside and moves into place, so that it is never half written, and never over another file. */
async function createFile(path: string, content: string | Uint8Array): Promise<undefined> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  await files.writeFile(path, "", { flag: "wx" });
  try {
    await files.writeFile(temporary, content, { flag: "wx" });
    await files.rename(temporary, path);
  } catch (error) {
    await files.rm(temporary, { force: true });
    await files.rm(path, { force: true });
    throw error;
  }
}

/** Writes beside the file and renames, so that it is never half written; a link stays a link. */
async function replaceFile(path: string, text: string): Promise<undefined> {
  const real = await files.realpath(path);
  await files.access(real, constants.W_OK);
  const { mode } = await files.stat(real);
  const temporary = join(dirname(real), `.${basename(real)}.${process.pid}.tmp`);
  try {
    const file = await files.open(temporary, "wx", mode);
    try {
      await file.chmod(mode);
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await files.rename(temporary, real);
  } catch (error) {
    await files.rm(temporary, { force: true });
    throw error;
  }
}

/** A part of the program as it is built; `""` where it runs from its sources. */
function readPart(name: string): Promise<string> {
  return files.readFile(join(import.meta.dirname, name), "utf8").catch(() => "");
}

/** The manifest stands beside the folder of the bundle, and two folders above this source. */
async function findVersion(): Promise<string> {
  for (const place of ["../package.json", "../../package.json"]) {
    const text = await files.readFile(join(import.meta.dirname, place), "utf8").catch(() => undefined);
    if (text !== undefined) return String(JSON.parse(text).version);
  }
  return "";
}

// What fails is told by `main` itself.
void main(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
