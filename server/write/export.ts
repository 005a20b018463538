import { contentOf } from "../draft/content.ts";
import type { Draft } from "../draft/draft.ts";
import { toReport } from "../draft/to-report.ts";
import { writeDocx } from "./docx.ts";
import type { Format } from "./formats.ts";
import { writeHtml } from "./html.ts";
import { writeMarkdown } from "./markdown.ts";
import { pagesOf } from "./pages.ts";
import { writeXlsx } from "./xlsx.ts";

const writers: Readonly<Record<Format, (draft: Draft, mark: string | undefined) => string | Uint8Array>> = {
  docx: (draft, mark) => writeDocx(pagesOf(draft), mark),
  html: (draft, mark) => writeHtml(pagesOf(draft), mark),
  json: (draft) => `${JSON.stringify(toReport(draft), undefined, 2)}\n`,
  xlsx: (draft, mark) => writeXlsx(draft, mark),
  md: (draft) => writeMarkdown(draft.form, contentOf(draft)),
};

/**
 * Writes a report in another format: the same draft always gives the same bytes. What is to be read bears the mark that
 * says it is a draft; in JSON a blank is `null`, and Markdown can be checked again.
 */
export function exportDraft(draft: Draft, format: Format, mark?: string): string | Uint8Array {
  return writers[format](draft, mark);
}
