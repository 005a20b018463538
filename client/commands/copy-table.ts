import { env, l10n, window } from "vscode";
import { writeForSpreadsheet } from "../../server/write/spreadsheet.ts";
import { showCopiedTable } from "../copied-table.ts";
import { copyTableRequest } from "../protocol.ts";
import { isMarkdown } from "../reports.ts";
import type { Command } from "./command.ts";

/** 复制表格: the official table at the cursor, as text with tabs; with merged cells on a page of its own. */
export const copyTable: Command = {
  id: "nianbao.copyTable",
  enablement: "nianbao:isReport",
  run: async ({ server }) => {
    const editor = window.activeTextEditor;
    const client = editor !== undefined && isMarkdown(editor.document) ? await server.start() : undefined;
    const copied =
      editor &&
      (await client?.sendRequest(copyTableRequest, {
        uri: client.code2ProtocolConverter.asUri(editor.document.uri),
        position: client.code2ProtocolConverter.asPosition(editor.selection.active),
      }));
    const table = copied ? writeForSpreadsheet(copied) : undefined;
    if (copied == null || table === undefined) {
      void window.showWarningMessage(l10n.t("Put the cursor into a table of the report first."));
      return undefined;
    }
    await env.clipboard.writeText(table.text);
    const done = l10n.t("{0} copied: paste it into Excel or WPS", table.name);
    const merged = l10n.t("With Merged Cells…");
    const { leftOut } = copied;
    const asked =
      leftOut.length === 0
        ? window.showInformationMessage(done, merged)
        : window.showWarningMessage(
            [
              done,
              l10n.t("Not copied, for want of a place in the official table: {0}", leftOut.join(l10n.t(", "))),
            ].join(l10n.t(". ")),
            merged,
          );
    // The command is done; a notification may stay for as long as it likes.
    void asked.then((answer) => (answer === merged ? showCopiedTable(table) : undefined));
    return table.text;
  },
};
