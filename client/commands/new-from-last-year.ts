import { l10n, type TextDocument, Uri, window, workspace } from "vscode";
import { documentInFront } from "../document-in-front.ts";
import { nextYearRequest } from "../protocol.ts";
import type { Command } from "./command.ts";

/** 按上年年报新建, from the report in front or a file that is picked; a `Uri` as the argument picks it. */
export const newFromLastYear: Command = {
  id: "nianbao.newFromLastYear",
  enablement: "true",
  run: async ({ reports, server }, told) => {
    const open = documentInFront();
    const isOpen = !(told instanceof Uri) && open !== undefined && reports.isReport(open);
    const last = isOpen ? open : await readFrom(told instanceof Uri ? told : await pickFile());
    if (last === undefined) return undefined;
    const client = await server.start();
    const uri = client.code2ProtocolConverter.asUri(last.uri);
    const next = await client.sendRequest(nextYearRequest, { uri, text: last.getText() });
    if (next === null) {
      void window.showWarningMessage(l10n.t("This file is not recognised as an annual report, or names no year."));
      return undefined;
    }
    const document = await workspace.openTextDocument({ language: "markdown", content: next.markdown });
    await window.showTextDocument(document, { preview: false });
    void window.showInformationMessage(next.told);
    return document.uri;
  },
};

async function pickFile(): Promise<Uri | undefined> {
  const filters = { Markdown: ["md", "markdown"] };
  const title = l10n.t("The report of last year");
  return (await window.showOpenDialog({ title, filters, canSelectMany: false }))?.[0];
}

async function readFrom(uri: Uri | undefined): Promise<TextDocument | undefined> {
  return uri === undefined ? undefined : workspace.openTextDocument(uri);
}
