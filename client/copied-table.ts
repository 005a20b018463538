import { l10n, ViewColumn, window } from "vscode";
import { escapeMarkup } from "../server/write/markup.ts";
import type { SpreadsheetTable } from "../server/write/spreadsheet.ts";

/**
 * Shows a table with a button that copies it with its merged cells. Extensions may only put plain text on the
 * clipboard; a page may put HTML there, when it is asked to by a click or by Ctrl+C.
 */
export function showCopiedTable(table: SpreadsheetTable): void {
  const panel = window.createWebviewPanel("nianbao.table", table.name, ViewColumn.Beside, { enableScripts: true });
  panel.webview.html = pageOf(table, crypto.randomUUID());
}

function pageOf({ name, text, html }: SpreadsheetTable, nonce: string): string {
  return `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<title>${escapeMarkup(name)}</title>
<style nonce="${nonce}">
body { padding: 12px 20px; }
button { color: var(--vscode-button-foreground); background: var(--vscode-button-background); border: 0; padding: 6px 14px; font: inherit; cursor: pointer; }
button:hover { background: var(--vscode-button-hoverBackground); }
button:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
output { margin-left: 12px; }
table { border-collapse: collapse; margin-top: 12px; }
th, td { border: 1px solid var(--vscode-panel-border, currentColor); padding: 3px 8px; font-weight: normal; }
td { text-align: right; }
</style>
</head>
<body>
<button type="button">${escapeMarkup(l10n.t("Copy with Merged Cells"))}</button>
<output data-text="${escapeMarkup(text)}" data-told="${escapeMarkup(l10n.t("{0} copied: paste it into Excel or WPS", name))}"></output>
${html}
<script nonce="${nonce}">
const output = document.querySelector("output");
document.addEventListener("copy", (event) => {
  event.clipboardData.setData("text/html", document.querySelector("table").outerHTML);
  event.clipboardData.setData("text/plain", output.dataset.text);
  event.preventDefault();
  output.textContent = output.dataset.told;
});
document.querySelector("button").addEventListener("click", () => document.execCommand("copy"));
</script>
</body>
</html>
`;
}
