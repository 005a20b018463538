import { exportText } from "../server/export.ts";
import { importFile } from "../server/import/import-file.ts";
import { isClean, tellAccount } from "../server/import/tell-account.ts";
import type { Order } from "./convert.ts";

/** A report that was imported. */
export interface ImportedReport {
  readonly markdown: string;
  /** The account in Chinese, the summary first. */
  readonly account: readonly string[];
  /** Whether nothing has to be looked at by hand. */
  readonly isClean: boolean;
}

const jobs = {
  exportText,
  /** Imports a file by the ending of its name; a string says in Chinese why not. */
  importFile: (name: string, bytes: Uint8Array): ImportedReport | string => {
    const imported = importFile(name, bytes, decode);
    if (typeof imported === "string") return imported;
    return { markdown: imported.markdown, account: tellAccount(imported), isClean: isClean(imported) };
  },
};

/** What the worker does. */
export type Jobs = typeof jobs;

// It answers once and is ended. What fails, fails in the one who asked.
addEventListener("message", ({ data: { job, given } }: MessageEvent<Order>) => {
  const run: (...given: never[]) => unknown = jobs[job];
  postMessage(run(...(given as never[])));
});

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
