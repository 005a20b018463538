import { commands, Disposable, Range, Selection, type TextDocument, type TextEditor, window, workspace } from "vscode";
import { isEnabled, type Reports } from "./reports.ts";
import { isInCell, type Lines, type Move, moveInTable } from "./table-moves.ts";

/** Keeps the context key that gives Tab and Enter to the tables: the one cursor is in a cell of a report. */
export function watchTableKeys(reports: Reports): Disposable {
  let told: boolean | undefined;
  const tell = () => {
    const now = window.activeTextEditor !== undefined && isInTable(window.activeTextEditor, reports);
    if (now === told) return;
    told = now;
    void commands.executeCommand("setContext", "nianbao:inTable", now);
  };
  tell();
  return Disposable.from(
    window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor === window.activeTextEditor && tell()),
    window.onDidChangeActiveTextEditor(tell),
    workspace.onDidChangeTextDocument(({ document }) => document === window.activeTextEditor?.document && tell()),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration("nianbao") && tell()),
    reports.onDidChange(tell),
  );
}

/** Selects the cell a key leads to, in the editor in front. */
export async function moveCursor(move: Move): Promise<void> {
  const editor = window.activeTextEditor;
  const target = editor && moveInTable(linesOf(editor.document), editor.selection.active, move);
  if (editor === undefined || target === undefined) return;
  const { line, start, end } = target;
  editor.selection = new Selection(line, start, line, end);
  editor.revealRange(new Range(line, start, line, end));
}

/** The cheap questions come first: this is asked at every move of the cursor. */
function isInTable({ document, selection, selections }: TextEditor, reports: Reports): boolean {
  if (selections.length > 1 || !selection.isSingleLine) return false;
  const lines = linesOf(document);
  return isInCell(lines, selection.active) && isWanted(document) && reports.isReport(document);
}

function isWanted({ uri }: TextDocument): boolean {
  return isEnabled(uri) && workspace.getConfiguration("nianbao", uri).get("tableKeys", true);
}

function linesOf(document: TextDocument): Lines {
  return (line) => (0 <= line && line < document.lineCount ? document.lineAt(line).text : undefined);
}
