import { createHash } from "node:crypto";
import type { Fault, Io } from "../../server/cli/io.ts";
import { main } from "../../server/cli/main.ts";
import { forms, slotsOf } from "../../server/form/index.ts";
import { type Cells, reportText } from "./reports.ts";

/**
 * Prints a literate transcript anew: prose stays, a fence `file NAME` puts a file in place, and below every `$` line of
 * a fence `console` stands what it prints: the standard output, the standard error behind `! `, and the exit code
 * unless it is 0. At the start there is one file, a faultless report; nothing
 * can be changed below `光盘/`.
 */
export async function transcribe(transcript: string): Promise<string> {
  const files = new Map<string, string | Fault>([["年报.md", faultless()]]);
  const out: string[] = [];
  let fence = "";
  let name = "";
  for (const line of transcript.split("\n")) {
    const opened = /^```(\w*) ?(.*)$/u.exec(line);
    if (opened !== null) {
      fence = fence === "" ? (opened[1] ?? "") : "";
      name = opened[2] ?? "";
      if (fence === "file") files.set(name, "");
      out.push(line);
    } else if (fence !== "console") {
      if (fence === "file") files.set(name, `${files.get(name)}${line}\n`);
      out.push(line);
    } else if (line.startsWith("$ ")) {
      out.push(line, ...(await runLine(line.slice(2), files)));
    }
  }
  return out.join("\n");
}

/** One application was received and granted; everything else is 0. */
function faultless(): string {
  const [form] = forms;
  if (form === undefined) throw new Error("There is no form.");
  const cells: Cells = Object.fromEntries(slotsOf(form).map(({ id, kind }) => [id, kind === "money" ? "0" : 0]));
  const ones = ["received", "granted", "closed"].flatMap((row) => [`requests.${row}.natural`, `requests.${row}.total`]);
  return reportText(form, { ...cells, ...Object.fromEntries(ones.map((id) => [id, 1])) });
}

/** Texts, or why they cannot be read, by path. */
type Files = Map<string, string | Fault>;

/** What a transcript may call besides the program itself; `sed` replaces the first place only, and literally. */
const tools: Readonly<Record<string, (text: string, words: readonly string[], files: Files) => string | Fault>> = {
  cat: (text) => text,
  sed: (text, [script = ""]) => {
    const [wrong = "", right = ""] = script.split("/");
    if (!text.includes(wrong)) throw new Error(`Nothing to replace: ${wrong}`);
    return text.replace(wrong, () => right);
  },
  cmp: (text, [other = ""], files) => (text === files.get(other) ? "" : "两个文件不同"),
  unix2dos: (text) => text.replaceAll("\n", "\r\n"),
  bom: (text) => `\uFEFF${text}`,
  deepen: (text) => `${text}\n${"> ".repeat(500)}引用\n`,
  "iconv-gbk": () => ({ code: "ENOTUTF8" }),
  lock: () => ({ code: "EACCES" }),
};

async function runLine(line: string, files: Files): Promise<readonly string[]> {
  const words = Array.from(line.matchAll(/'([^']*)'|\S+/gu), ([word, quoted]) => quoted ?? word);
  const into = words[words.indexOf(">") + 1];
  const from = words[words.indexOf("<") + 1];
  const plain = words.filter((word, at) => !/^[<>]$/u.test(word) && !/^[<>]$/u.test(words[at - 1] ?? ""));
  const [name = "", ...rest] = plain;
  const input = words.includes("<") ? files.get(from ?? "") : undefined;
  const run = await (name === "nianbao"
    ? runProgram(rest, files, { readInput: async () => input ?? "" })
    : tool(name, rest, files));
  if (words.includes(">") && into !== undefined) files.set(into, run.out);
  const shown = words.includes(">") || run.out === "" ? [] : String(run.out).replace(/\n$/u, "").split("\n");
  return [...shown, ...run.warnings.map((warning) => `! ${warning}`), ...(run.code === 0 ? [] : [`[${run.code}]`])];
}

/** What a run came to. */
export interface Run {
  readonly out: string | Fault;
  readonly warnings: readonly string[];
  readonly code: number;
}

/** Runs the program in this process, on files in memory. */
export async function runProgram(argv: readonly string[], files: Files, changed: Partial<Io> = {}): Promise<Run> {
  let out = "";
  const warnings: string[] = [];
  const io: Io = {
    ...memoryIo(files),
    print: (text) => {
      out += text;
    },
    warn: (line) => warnings.push(...line.split("\n")),
    ...changed,
  };
  const code = await main(argv, io);
  return { out, warnings, code };
}

async function tool(name: string, words: readonly string[], files: Files): Promise<Run> {
  const text = files.get(words.at(-1) ?? "");
  const call = tools[name];
  if (call === undefined || typeof text !== "string") throw new Error(`Cannot run: ${name} ${words.join(" ")}`);
  return { out: call(text, words.slice(0, -1), files), warnings: [], code: 0 };
}

/** A file system of a few files, whose folders are those in their paths. */
function memoryIo(files: Files): Omit<Io, "print" | "warn"> {
  const missing = { code: "ENOENT" };
  const below = (folder: string) => {
    const start = folder === "." ? "" : `${folder.replace(/\/$/u, "")}/`;
    return [...files.keys()].filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  };
  const create = (path: string, text: string) => {
    if (path.startsWith("光盘/")) return { code: "EROFS" };
    return files.has(path) ? { code: "EEXIST" } : void files.set(path, text);
  };
  return {
    look: async (path) => (files.has(path) ? "file" : below(path).length > 0 ? "folder" : missing),
    list: async (path) => {
      const names = new Map(below(path).map((rest) => [rest.split("/")[0] ?? "", rest.includes("/")]));
      return [...names].map(([name, isFolder]) => ({ name, kind: isFolder ? "folder" : "file" }));
    },
    readText: async (path) => files.get(path) ?? missing,
    readBytes: async (path) => {
      const text = files.get(path) ?? missing;
      return typeof text === "string" ? new TextEncoder().encode(text) : text;
    },
    decode: (bytes, encoding) => new TextDecoder(encoding).decode(bytes),
    readPdf: async () => "文件已损坏，或者不是 PDF 文件",
    readInput: async () => "",
    replaceText: async (path, text) => (path.startsWith("光盘/") ? { code: "EROFS" } : void files.set(path, text)),
    createText: async (path, text) => create(path, text),
    createBytes: async (path, bytes) => create(path, Buffer.from(bytes).toString("latin1")),
    stopGrowing: async () => {},
    progress: () => {},
    version: async () => "1.2.3",
    program: async () => "1.2.3",
    digest: async (text) => createHash("sha256").update(text).digest("base64"),
  };
}
