import assert from "node:assert/strict";
import * as vscode from "vscode";
import { withWrongTotal } from "../reports.ts";
import { findingsOf, findingsWhen, has, lacks, openReport, reportUri, ruleOf } from "./support.ts";

/** The tests, run in this order. */
export const tests: readonly (readonly [name: string, run: () => Promise<void>])[] = [
  ["the extension activates when a report is opened", activates],
  ["a clean report has no finding", cleanReport],
  ["a wrong total is found at its cell, with a link to its rule", wrongTotal],
  ["a cell explains itself on hover", hover],
  ["a quick fix mends the total and the finding goes", quickFix],
  ["the totals follow a figure that was changed", totalsFollow],
  ["an untitled report is checked", untitled],
  ["the current report is checked on command", checkDocument],
  ["a draft is quiet until it is checked before submission", checkBeforeSubmission],
  ["reports that are not open are checked on command", checkWorkspace],
  ["all safe fixes are applied on command, and they alone", fixAll],
  ["a new report is written on command", newReport],
  ["a report is exported on command", exportReport],
  ["a page and a PDF file are imported on command", importReports],
  ["a report is begun from last year's on command", newFromLastYear],
  ["keys lead from figure to figure of a table", tableKeys],
  ["the preview of Markdown shows a table as it is printed", preview],
  ["a rule is explained on command", explainRule],
  ["the language server restarts on command", restart],
  ["the log is shown on command", showLog],
];

async function activates(): Promise<void> {
  const extension = vscode.extensions.getExtension("nianbao.nianbao");
  assert.ok(extension, "the extension is not installed");
  await openReport("wrong-total.md");
  await findingsWhen(reportUri("wrong-total.md"), "any finding", (findings) => findings.length > 0);
  assert.equal(extension.isActive, true);
}

async function cleanReport(): Promise<void> {
  await openReport("clean.md");
  // Another report that is opened later and found faulty tells that this one's turn is over.
  await openReport("wrong-total.md");
  await findingsWhen(reportUri("wrong-total.md"), "sum-mismatch", has("sum-mismatch"));
  assert.deepEqual(messagesOf("clean.md"), []);
}

async function wrongTotal(): Promise<void> {
  const document = await openReport("wrong-total.md");
  const fault = withWrongTotal(await cleanText());
  const findings = await findingsWhen(document.uri, "sum-mismatch", has("sum-mismatch"));
  const [finding, ...others] = findings.filter((each) => each.range.start.line === fault.line);
  assert.ok(finding, "no finding on the line of the fault");
  assert.deepEqual(others, []);
  assert.equal(document.getText(finding.range), fault.wrong);
  assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
  assert.ok(typeof finding.code === "object", "the code has no link");
  assert.equal(finding.code.value, "sum-mismatch");
  assert.match(finding.code.target.toString(), /sum-mismatch/);
}

async function hover(): Promise<void> {
  const { uri, range } = await theWrongTotal();
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, range.start);
  const text = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === "string" ? part : part.value)));
  assert.match(text.join("\n"), /总计/);
}

async function quickFix(): Promise<void> {
  const { uri, range } = await theWrongTotal();
  const { right } = withWrongTotal(await cleanText());
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    10,
  );
  const mending = actions.find(({ edit }) => edit?.get(uri).some(({ newText }) => newText === right));
  assert.ok(mending?.edit, `no action among ${actions.map(({ title }) => title).join(", ") || "none"}`);
  assert.equal(await vscode.workspace.applyEdit(mending.edit), true);
  await findingsWhen(uri, "no sum-mismatch", lacks("sum-mismatch"));
}

async function totalsFollow(): Promise<void> {
  const document = await openReport("typed.md");
  const { line } = withWrongTotal(document.getText());
  const at = document.lineAt(line).text.search(/\d/);
  const range = new vscode.Range(line, at, line, at + 2);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, "15");
  await vscode.workspace.applyEdit(edit);
  await findingsWhen(document.uri, "sum-mismatch", has("sum-mismatch"));
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    vscode.CodeActionKind.RefactorRewrite.value,
    10,
  );
  const [action, ...others] = actions.filter(({ title }) => title.startsWith("随之更新合计"));
  assert.deepEqual(others, []);
  assert.equal(action?.title, "随之更新合计：总计 22→23");
  assert.ok(action.edit, "the action has no edit");
  assert.equal(await vscode.workspace.applyEdit(action.edit), true);
  assert.match(document.lineAt(line).text, /\| 23 \|$/);
}

async function untitled(): Promise<void> {
  const { text } = withWrongTotal(await cleanText());
  const document = await vscode.workspace.openTextDocument({ language: "markdown", content: text });
  await vscode.window.showTextDocument(document);
  await findingsWhen(document.uri, "sum-mismatch", has("sum-mismatch"));
}

async function checkDocument(): Promise<void> {
  await openReport("wrong-total.md");
  const outcome = await vscode.commands.executeCommand<{ errors: number }>("nianbao.checkDocument");
  assert.equal(outcome.errors, 1);
}

async function checkBeforeSubmission(): Promise<void> {
  const { uri } = await openReport("draft.md");
  const drafted = await findingsWhen(uri, "unfinished-part", has("unfinished-part"));
  assert.deepEqual([...new Set(drafted.map(ruleOf))], ["unfinished-part"]);
  const list = await vscode.commands.executeCommand<{ parts: { state: string }[] }>("nianbao.checkBeforeSubmission");
  const states = list.parts.map(({ state }) => state);
  assert.deepEqual(states, ["done", "done", "unfilled", "done", "unfilled", "done"]);
  const strict = await findingsWhen(uri, "blank-cell", has("blank-cell"));
  assert.equal(has("empty-section")(strict), true);
  assert.equal(lacks("unfinished-part")(strict), true);
}

async function checkWorkspace(): Promise<void> {
  const uri = reportUri("unopened.md");
  const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
  assert.equal(isOpen, false);
  await vscode.commands.executeCommand("nianbao.checkWorkspace");
  await findingsWhen(uri, "sum-mismatch", has("sum-mismatch"));
  assert.deepEqual(messagesOf("clean.md"), []);
}

async function fixAll(): Promise<void> {
  const document = await openReport("misspelt-row.md");
  await findingsWhen(document.uri, "mislabelled-row", has("mislabelled-row"));
  await vscode.commands.executeCommand("nianbao.fixAll");
  await findingsWhen(document.uri, "no mislabelled-row", lacks("mislabelled-row"));
  assert.equal(document.getText(), await cleanText());

  const faulty = await openReport("wrong-total.md");
  await findingsWhen(faulty.uri, "sum-mismatch", has("sum-mismatch"));
  const before = faulty.getText();
  await vscode.commands.executeCommand("nianbao.fixAll");
  assert.equal(faulty.getText(), before, "a reported figure was changed unasked");
}

async function newReport(): Promise<void> {
  await vscode.commands.executeCommand("nianbao.newReport", { agency: "青石县档案局", year: 2024 });
  const text = vscode.window.activeTextEditor?.document.getText() ?? "";
  assert.match(text, /^# 青石县档案局2024年政府信息公开工作年度报告$/m);
}

async function exportReport(): Promise<void> {
  await openReport("clean.md");
  const uri = reportUri("exported.docx");
  await vscode.commands.executeCommand("nianbao.export", { uri });
  const bytes = await vscode.workspace.fs.readFile(uri);
  // As every ZIP file begins.
  assert.deepEqual([...bytes.slice(0, 4)], [0x50, 0x4b, 3, 4]);
}

async function importReports(): Promise<void> {
  for (const name of ["published.html", "printed.pdf"]) {
    const imported = await vscode.commands.executeCommand<{ uri: vscode.Uri; isClean: boolean }>(
      "nianbao.import",
      reportUri(name),
    );
    assert.equal(imported.isClean, false, name);
    const document = await vscode.workspace.openTextDocument(imported.uri);
    assert.match(document.getText(), /^# 青石市商务局2023年政府信息公开工作年度报告$/m);
  }
}

async function newFromLastYear(): Promise<void> {
  await openReport("clean.md");
  const uri = await vscode.commands.executeCommand<vscode.Uri>("nianbao.newFromLastYear");
  // What an earlier test has left to be shown may come in front of it.
  const document = await vscode.workspace.openTextDocument(uri);
  assert.equal(document.isUntitled, true);
  const text = document.getText();
  assert.match(text, /^# 青石市商务局2024年政府信息公开工作年度报告$/m);
  assert.match(text, /^\| 二、上年结转政府信息公开申请数量 \| {2}\| {2}\| 1 \| 0 \| 0 \| 0 \| 0 \| 0 \| 1 \|$/m);
  assert.match(text, /^\| 一、本年新收政府信息公开申请数量[ |]+$/m);
}

async function tableKeys(): Promise<void> {
  const document = await openReport("clean.md");
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  const { line } = withWrongTotal(document.getText());
  const { text } = document.lineAt(line);
  const figures = [...text.matchAll(/\d+/g)].map(({ 0: figure, index }) => ({ figure, index }));
  const [first, second] = figures;
  assert.ok(first && second);
  editor.selection = new vscode.Selection(line, first.index, line, first.index);
  await vscode.commands.executeCommand("nianbao.nextCell");
  assert.equal(document.getText(editor.selection), second.figure);
  assert.equal(editor.selection.start.character, second.index);
  await vscode.commands.executeCommand("nianbao.previousCell");
  assert.equal(editor.selection.start.character, first.index);
  await vscode.commands.executeCommand("nianbao.cellBelow");
  assert.equal(editor.selection.start.line, line + 1);
}

async function preview(): Promise<void> {
  const document = await openReport("clean.md");
  const page = await vscode.commands.executeCommand<string>("markdown.api.render", document);
  assert.match(page, /<th class="nianbao-head" scope="colgroup" colspan="5">法人或其他组织<\/th>/);
}

async function explainRule(): Promise<void> {
  const page = await vscode.commands.executeCommand<vscode.Uri>("nianbao.explainRule", "sum-mismatch");
  assert.match((await vscode.workspace.openTextDocument(page)).getText(), /sum-mismatch/);
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  assert.ok(tab?.input instanceof vscode.TabInputWebview, `not shown as a page: ${tab?.label}`);
}

async function restart(): Promise<void> {
  const { uri, range } = await theWrongTotal();
  await vscode.commands.executeCommand("nianbao.restart");
  await findingsWhen(uri, "sum-mismatch", has("sum-mismatch"));
  // Only a server that runs can take a finding back.
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, range, withWrongTotal(await cleanText()).right);
  await vscode.workspace.applyEdit(edit);
  await findingsWhen(uri, "no sum-mismatch", lacks("sum-mismatch"));
}

async function showLog(): Promise<void> {
  await vscode.commands.executeCommand("nianbao.showLog");
}

async function theWrongTotal(): Promise<{ uri: vscode.Uri; range: vscode.Range }> {
  const { uri } = await openReport("wrong-total.md");
  const findings = await findingsWhen(uri, "sum-mismatch", has("sum-mismatch"));
  const finding = findings.find((each) => ruleOf(each) === "sum-mismatch");
  assert.ok(finding);
  return { uri, range: finding.range };
}

const messagesOf = (name: string): string[] => findingsOf(reportUri(name)).map(({ message }) => message);

const cleanText = async (): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(reportUri("clean.md")));
