import * as vscode from "vscode";

const deadlineMs = 20_000;

/** Opens a report of the workspace folder in an editor. */
export async function openReport(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(reportUri(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The address of a report of the workspace folder. */
export function reportUri(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error("No folder is open.");
  return vscode.Uri.joinPath(folder.uri, name);
}

/** What Nianbao says about a document now. */
export const findingsOf = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "nianbao");

/** What Nianbao says about a document, as soon as it is as expected. */
export function findingsWhen(
  uri: vscode.Uri,
  what: string,
  expected: (findings: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      const findings = findingsOf(uri);
      if (!expected(findings)) return;
      clearTimeout(timer);
      subscription.dispose();
      resolve(findings);
    };
    const subscription = vscode.languages.onDidChangeDiagnostics(settle);
    const timer = setTimeout(() => {
      subscription.dispose();
      const seen = findingsOf(uri).map((finding) => `${ruleOf(finding)}: ${finding.message}`);
      reject(new Error(`Not seen: ${what}. Seen: ${seen.join("; ") || "nothing"}`));
    }, deadlineMs);
    settle();
  });
}

/** The rule that a finding's code names. */
export const ruleOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === "object" ? code.value : (code ?? ""));

/** Whether one of the findings is of a rule. */
export const has =
  (rule: string) =>
  (findings: vscode.Diagnostic[]): boolean =>
    findings.some((finding) => ruleOf(finding) === rule);

/** Whether none of the findings is of a rule. */
export const lacks =
  (rule: string) =>
  (findings: vscode.Diagnostic[]): boolean =>
    !has(rule)(findings);

/** Runs a test with a deadline, and leaves no editor open behind it, saved or not. */
export async function runAlone(test: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The test did not end.")), 3 * deadlineMs);
  });
  try {
    await Promise.race([test(), tooLong]);
  } finally {
    clearTimeout(timer);
    while (vscode.window.activeTextEditor) {
      await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    }
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await untitledClosed();
  }
}

/** A new document may get the name of an old one that is still being closed, and be taken for it; some stay for good. */
async function untitledClosed(): Promise<void> {
  const end = Date.now() + 2000;
  while (vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled) && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 50));
}
