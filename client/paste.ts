import { l10n, type Position, type TextDocument, ViewColumn, WorkspaceEdit, window, workspace } from "vscode";
import type { Clipboard } from "../server/read/clipboard.ts";
import { tellFault } from "./fault.ts";
import { type Paste, pasteRequest } from "./protocol.ts";
import type { Session } from "./session.ts";

type Cells = Paste["cells"];

/** Asks where the tables on a clipboard belong; null where they are none of the report's. */
export async function askPaste(
  { server }: Session,
  document: TextDocument,
  at: Position,
  clipboard: Clipboard,
): Promise<Paste | null> {
  const client = await server.start();
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const position = client.code2ProtocolConverter.asPosition(at);
  return client.sendRequest(pasteRequest, { uri, position, ...clipboard });
}

/** The cells that say something else afterwards. */
export function changesOf({ cells }: Paste): Cells {
  return cells.filter(({ from, to }) => from !== to);
}

/** The cells written into their document, in one step to undo. */
export async function editFor({ server }: Session, { uri }: TextDocument, cells: Cells): Promise<WorkspaceEdit> {
  const client = await server.start();
  const edit = new WorkspaceEdit();
  edit.set(uri, await client.protocol2CodeConverter.asTextEdits(cells.map((cell) => cell.edit)));
  return edit;
}

/** `0 → 12`. */
export function changeText({ from, to }: Cells[number]): string {
  return `${from === "" ? l10n.t("blank") : from} → ${to}`;
}

/** Says how many cells were filled in, and lists on request which, and what was not. */
export function tellPaste({ log }: Session, paste: Paste): void {
  const filled = l10n.t("Filled in by row and column names: {0} cells changed", changesOf(paste).length);
  const left = paste.unplaced.length;
  const message = left === 0 ? filled : [filled, l10n.t("{0} rows found no place", left)].join(l10n.t(", "));
  const show = l10n.t("Show");
  const tell = remarksOf(paste).length === 0 ? window.showInformationMessage : window.showWarningMessage;
  tell(message, show).then(
    (answer) => (answer === show ? showList(paste) : undefined),
    (error) => tellFault(log, error),
  );
}

async function showList(paste: Paste): Promise<void> {
  const content = `${listOf(paste).join("\n")}\n`;
  const document = await workspace.openTextDocument({ language: "plaintext", content });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

/** What a paste leaves to be looked at, each kind under its heading; kinds of which there is nothing are left out. */
export function remarksOf({ kept, unplaced, ordered }: Paste) {
  return [
    { heading: l10n.t("No place found"), entries: unplaced },
    { heading: l10n.t("No column names: told by the order of the columns"), entries: ordered },
    { heading: l10n.t("Blank on the clipboard: the figure stays"), entries: kept },
  ].filter(({ entries }) => entries.length > 0);
}

function listOf(paste: Paste): readonly string[] {
  const changes = changesOf(paste).map((cell) => `${cell.name}  ${changeText(cell)}`);
  const sections = [...remarksOf(paste), { heading: l10n.t("Changed"), entries: changes }];
  return sections.flatMap(({ heading, entries }) => [heading, ...entries.map((entry) => `  ${entry}`)]);
}
