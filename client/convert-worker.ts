import { exportText } from "../server/export.ts";
import { importFile, importPdf, importText } from "../server/import/import-file.ts";
import type { Imported } from "../server/import/import-report.ts";
import { isClean, tellAccount } from "../server/import/tell-account.ts";
import { answerOrders } from "./answer-orders.ts";

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
  /** These three answer a string where nothing is imported: in Chinese, why not. The file is told by its name's ending. */
  importFile: (name: string, bytes: Uint8Array) => told(importFile(name, bytes, decode)),
  importPdf: (...given: Parameters<typeof importPdf>) => told(importPdf(...given)),
  importText: (text: string) => told(importText(text)),
};

/** What this worker does. */
export type ConvertJobs = typeof jobs;

answerOrders(jobs);

function told(imported: Imported | string): ImportedReport | string {
  if (typeof imported === "string") return imported;
  return { markdown: imported.markdown, account: tellAccount(imported), isClean: isClean(imported) };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
