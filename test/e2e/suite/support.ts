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

/** Runs a test with a deadline, and leaves the files as they were and no editor of one open behind it. */
export async function runAlone(test: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The test did not end.")), 3 * deadlineMs);
  });
  try {
    await Promise.race([test(), tooLong]);
  } finally {
    clearTimeout(timer);
    await closeFiles();
  }
}

/**
 * Takes the changes back and closes the files. Documents without a file stay open: the next one would get the name of
 * one that was closed, and with it the backup that VS Code has not thrown away yet.
 */
async function closeFiles(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isDirty || document.isUntitled) continue;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(tabs.filter((tab) => !isOfNoFile(tab)));
}

const isOfNoFile = ({ input }: vscode.Tab): boolean =>
  input instanceof vscode.TabInputText && input.uri.scheme === "untitled";
