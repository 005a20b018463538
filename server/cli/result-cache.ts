import type { Settings } from "../analysis.ts";
import type { FileResult, Verdict } from "./check-text.ts";
import { explainFault, type Fault, type Io } from "./io.ts";

/** What came of texts in an earlier run. */
export interface ResultCache {
  /** What comes of a text, if the run before checked it. */
  readonly find: (source: string) => Promise<Verdict | undefined>;
  readonly keep: (source: string, result: FileResult) => Promise<void>;
  /** Writes down what was found or kept in this run and nothing else, so that the file does not grow for ever. */
  readonly save: () => Promise<Fault | undefined>;
}

/** Remembers nothing. */
export const noCache: ResultCache = {
  find: async () => undefined,
  keep: async () => undefined,
  save: async () => undefined,
};

/** What every file of results begins with. */
const MARK = "nianbao/cache/1 ";

/**
 * Opens a file of results, or begins a new one where it is missing, damaged or of another version of the program. A
 * result is that of a text under some settings, wherever the text stands. What is no such file is left alone: then says
 * why, in Chinese.
 */
export async function openCache(path: string, settings: Settings, io: Io): Promise<ResultCache | string> {
  const text = await io.readText(path);
  if (typeof text !== "string" && text.code !== "ENOENT") return explainFault(text);
  if (typeof text === "string" && !text.startsWith(MARK)) return "不是以前记下的检查结果，不会覆盖它";
  const program = `${await io.program()}\n${JSON.stringify(settings)}\n`;
  // The first line vouches for the rest, and for the program that wrote it.
  const sealed = async (results: string) => `${MARK}${await io.digest(program + results)}\n${results}\n`;
  const [, results = ""] = typeof text === "string" ? text.split("\n") : [];
  const before = new Map<string, Verdict>(text === (await sealed(results)) ? JSON.parse(results) : []);
  const now = new Map<string, Verdict>();
  return {
    async find(source) {
      const key = await io.digest(source);
      const verdict = before.get(key);
      if (verdict !== undefined) now.set(key, verdict);
      return verdict;
    },
    async keep(source, result) {
      if (result.status !== "unreadable") now.set(await io.digest(source), verdictOf(result));
    },
    async save() {
      const written = await sealed(JSON.stringify([...now]));
      return typeof text === "string" ? io.replaceText(path, written) : io.createText(path, written);
    },
  };
}

function verdictOf(result: Exclude<FileResult, { readonly status: "unreadable" }>): Verdict {
  if (result.status === "not-a-report") return { status: "not-a-report" };
  if (!("findings" in result)) return { status: "too-complex", reason: result.reason };
  const { status, form, agency, year, findings, allowed, unchecked } = result;
  return { status, form, agency, year, findings, allowed, unchecked };
}
