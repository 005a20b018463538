import * as vscode from "vscode";
import { askPaste, changesOf, editFor, tellPaste } from "./paste.ts";
import type { Paste } from "./protocol.ts";
import { isEnabled } from "./reports.ts";
import type { Session } from "./session.ts";

/** Of the API for pasting, which is younger than the oldest VS Code this extension runs in, the part that is used. */
interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { readonly providedPasteEditKinds: readonly Kind[]; readonly pasteMimeTypes: readonly string[] },
    ): vscode.Disposable;
  };
  readonly DocumentPasteEdit: new (insertText: string, title: string, kind: Kind) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: Kind; readonly Text: Kind };
}

interface Kind {
  append(...parts: readonly string[]): Kind;
}

interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
  yieldTo?: readonly Kind[];
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
    context: unknown,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
  resolveDocumentPasteEdit(edit: PasteEdit): PasteEdit;
}

/**
 * Pastes a table into a report by row and column names. In an official table that is what Ctrl+V does where names tell
 * every figure; elsewhere, and where only the order of columns tells them, plain pasting comes first and this is
 * offered beside it.
 */
export function providePaste(session: Session): vscode.Disposable {
  if (!knowsPasteEdits(vscode.version)) return vscode.Disposable.from();
  const api = vscode as unknown as PasteApi;
  const { Empty, Text } = api.DocumentDropOrPasteEditKind;
  const kind = Empty.append("table", "nianbao");
  const pastes = new WeakMap<PasteEdit, Paste>();
  const provider: PasteProvider = {
    provideDocumentPasteEdits: async (document, ranges, dataTransfer, _context, token) => {
      const [range, ...others] = ranges;
      if (range === undefined || others.length > 0 || !isWanted(session, document)) return undefined;
      const clipboard = await readTransfer(dataTransfer);
      const paste = clipboard && (await askPaste(session, document, range.start, clipboard));
      if (paste == null || paste.cells.length === 0 || token.isCancellationRequested) return undefined;
      const changes = changesOf(paste);
      const edit = new api.DocumentPasteEdit("", titleOf(paste), kind);
      // Where all figures stand there already, one of them is written anew: plain text would only spoil the table.
      edit.additionalEdit = await editFor(session, document, changes.length > 0 ? changes : paste.cells.slice(0, 1));
      if (!paste.isCertain) edit.yieldTo = [Text.append("plain")];
      pastes.set(edit, paste);
      return [edit];
    },
    // Asked for right before an edit is applied.
    resolveDocumentPasteEdit: (edit) => {
      const paste = pastes.get(edit);
      if (paste !== undefined) tellPaste(session, paste);
      return edit;
    },
  };
  return api.languages.registerDocumentPasteEditProvider({ language: "markdown" }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ["text/html", "text/plain"],
  });
}

/** Since 1.97; before, to register a provider is an error. */
function knowsPasteEdits(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 1 || minor >= 97;
}

/** Pasting never waits for a server to start. */
function isWanted({ reports, server }: Session, document: vscode.TextDocument): boolean {
  return isEnabled(document.uri) && reports.isReport(document) && server.state() === "running";
}

/** Undefined where nothing can be a table. */
async function readTransfer(dataTransfer: vscode.DataTransfer) {
  const [text = "", html = ""] = await Promise.all(
    ["text/plain", "text/html"].map((type) => dataTransfer.get(type)?.asString()),
  );
  return text.includes("\t") || /<table/iu.test(html) ? { text, html } : undefined;
}

function titleOf(paste: Paste): string {
  const [changed, left] = [changesOf(paste).length, paste.unplaced.length];
  const title = vscode.l10n.t("Fill in by row and column names: {0} cells change", changed);
  return left === 0 ? title : [title, vscode.l10n.t("{0} rows found no place", left)].join(vscode.l10n.t(", "));
}
