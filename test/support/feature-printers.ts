import markdownIt from "markdown-it";
import type { CodeAction, Diagnostic, DocumentSymbol, SelectionRange } from "vscode-languageserver-types";
import { extendMarkdownIt } from "../../client/preview/extend-markdown-it.ts";
import { type Analysis, analyze, defaultSettings } from "../../server/analysis.ts";
import { type Checklist, checklist } from "../../server/features/checklist.ts";
import { type ActionRequest, codeActions } from "../../server/features/code-actions.ts";
import { completions } from "../../server/features/completions.ts";
import { copyTable } from "../../server/features/copy-table.ts";
import { diagnostics } from "../../server/features/diagnostics.ts";
import { folds } from "../../server/features/folds.ts";
import { formatting } from "../../server/features/formatting.ts";
import { highlights } from "../../server/features/highlights.ts";
import { hover } from "../../server/features/hover.ts";
import { inlays } from "../../server/features/inlays.ts";
import { lenses } from "../../server/features/lenses.ts";
import { nextYear } from "../../server/features/next-year.ts";
import { paste } from "../../server/features/paste.ts";
import { safeFixes } from "../../server/features/safe-fixes.ts";
import { selectionAt } from "../../server/features/selections.ts";
import { semanticTokens, tokenLegend } from "../../server/features/semantic-tokens.ts";
import { addendsOf, totalsOf } from "../../server/features/summand-links.ts";
import { symbols } from "../../server/features/symbols.ts";
import { reportSymbol } from "../../server/features/workspace-symbols.ts";
import { offsetAt, type Position, type Range } from "../../server/read/lines.ts";
import type { Edit } from "../../server/rules/rule.ts";
import { writeForSpreadsheet } from "../../server/write/spreadsheet.ts";
import { applyEdits, type Case, type Printers } from "./fixture.ts";

const uri = "file:///报告.md";

/** What the fences of feature fixtures are filled with. */
export const featurePrinters: Printers = {
  hover: printHover,
  symbols: ({ analysis }) => printSymbols(analysis),
  found: ({ analysis }) => {
    const symbol = reportSymbol(analysis, uri);
    return symbol === undefined ? "（无）" : `${symbol.name}｜${symbol.containerName}｜${place(symbol.location.range)}`;
  },
  completions: printCompletions,
  formatted: ({ text, analysis }) => formatted(text, analysis),
  highlights: printHighlights,
  links: printLinks,
  lenses: ({ analysis }) =>
    lenses(analysis)
      .map(({ range, command }) => `${range.start.line + 1} ${command?.title}`)
      .join("\n"),
  inlays: printInlays,
  preview: ({ analysis }) => printPreview(analysis),
  tokens: ({ analysis }) => printTokens(analysis),
  folds: ({ analysis }) =>
    folds(analysis)
      .map(({ startLine, endLine, collapsedText }) => `${startLine + 1}–${endLine + 1} ${collapsedText}`)
      .join("\n"),
  selection: printSelection,
  actions: (shown) => printActions(shown, () => true),
  totals: (shown) => printActions(shown, ({ kind }) => kind === "refactor.rewrite") || "（无）",
  allowed: printAllowed,
  fixed: ({ text, analysis }) => applyEdits(text, safeFixes(analysis, defaultSettings).edits),
  nextyear: ({ analysis }) => printNextYear(analysis),
  checklist: ({ analysis }) => printChecklist(checklist(analysis)),
  pasted: printPaste,
  copied: printCopy,
  diagnostics: ({ analysis }) => diagnostics(analysis, uri).flatMap(printDiagnostic).join("\n"),
};

const states = { done: "✓", faulty: "有误", unfilled: "待填", unchecked: "未核对" } as const;
const kinds = { ...states, error: "错误", warning: "警告", info: "提示", hint: "建议", allowed: "已说明" } as const;

/** Each part with its state and the line it stands on, and below it what there is to say about it. */
function printChecklist(list: Checklist | undefined): string {
  if (list === undefined) return "（无）";
  const { stage, errors, warnings, hints, unfilled, unchecked, allowed, parts } = list;
  return [
    `${stage === "draft" ? "起草" : "定稿"}：错误 ${errors}、警告 ${warnings}、提示 ${hints}、待填 ${unfilled}、未核对 ${unchecked}、已说明 ${allowed}`,
    ...parts.flatMap(({ title, state, range: { start }, items }) => [
      `${states[state]} ${title}｜${start.line + 1}`,
      ...items.map(({ kind, text, range }) => `  ${kinds[kind]} ${range.start.line + 1}：${text}`),
    ]),
  ].join("\n");
}

/** What is told of a paste, the cells with their figures, and the lines that change. */
function printPaste({ text, analysis, cursor, clipboard }: Case): string {
  const html = clipboard.startsWith("<") ? clipboard : undefined;
  const found = paste(analysis, cursor, { text: html === undefined ? clipboard : "", html });
  if (found === undefined) return "（无）";
  const { cells, kept, unplaced, ordered, isCertain } = found;
  const after = applyEdits(
    text,
    cells.map(({ edit: { range, newText } }) => ({
      at: { start: offsetAt(analysis.lines, range.start), end: offsetAt(analysis.lines, range.end) },
      text: newText,
    })),
  );
  return [
    isCertain ? "直接填入" : "先看再填",
    ...cells.map(({ name, from, to }) => `  ${name} ${from === to ? `${to}（不变）` : `${from || "空白"} → ${to}`}`),
    ...ordered.map((row) => `  没有列名，按列的次序填：${row}`),
    ...kept.map((one) => `  空白，不动：${one}`),
    ...unplaced.map((one) => `  没有位置：${one}`),
    diff(text, after),
  ].join("\n");
}

/** The table as text and as HTML, and what is not in it. */
function printCopy({ analysis, cursor }: Case): string {
  const copied = copyTable(analysis, cursor);
  const written = copied && writeForSpreadsheet(copied);
  if (copied === undefined || written === undefined) return "（无）";
  const { name, text, html } = written;
  const rows = html.replaceAll("</tr>", "</tr>\n");
  return [name, text + rows, ...copied.leftOut.map((one) => `没有复制：${one}`)].join("\n");
}

/** What is told, then the new report; of its tables only the rows with a figure. */
function printNextYear(analysis: Analysis): string {
  const next = nextYear(analysis);
  if (next === undefined) return "（无）";
  const shown = next.markdown.split("\n").filter((line) => !line.startsWith("|") || /\| \d+ \|/u.test(line));
  return [next.told, "", ...shown].join("\n").trimEnd();
}

function printDiagnostic(one: Diagnostic): readonly string[] {
  const { range, severity, code, codeDescription, source, message, relatedInformation = [] } = one;
  return [
    `${place(range)} ${severity} ${source} ${code}${codeDescription === undefined ? "" : ` <${codeDescription.href}>`}`,
    `  ${message}`,
    ...relatedInformation.map(({ location, message: text }) => `  → ${location.uri} ${place(location.range)} ${text}`),
  ];
}

function place({ start, end }: Range): string {
  if (start.line !== end.line) throw new Error("A range over several lines");
  return `${start.line}:${start.character}–${end.character}`;
}

/** The words the hover is drawn on, then its text. */
function printHover({ text, analysis, cursor }: Case): string {
  const found = hover(analysis, cursor, true);
  if (found?.range === undefined) return "（无）";
  const { value } = found.contents as { readonly value: string };
  return `〔${textIn(text, analysis, found.range)}〕\n\n${value}`;
}

/** What is offered, and the text it leaves on the line. */
function printCompletions({ analysis, cursor }: Case): string {
  const items = completions(analysis, cursor, true).map(({ label, filterText = "", textEdit }) => {
    const text = textEdit !== undefined && "newText" in textEdit ? textEdit.newText : "";
    return `${label}｜${filterText.split(" ").at(-1)}\n${text.replace(/^/gmu, "  ")}`;
  });
  return items.join("\n") || "（无）";
}

/** The text after formatting the whole of it. */
export function formatted(text: string, analysis: Analysis): string {
  const edits = formatting(analysis, { start: 0, end: text.length }).map(
    ({ range, newText }): Edit => ({
      at: { start: offsetAt(analysis.lines, range.start), end: offsetAt(analysis.lines, range.end) },
      text: newText,
    }),
  );
  return applyEdits(text, edits);
}

/** Lines in which the figures are framed: 〔〕 for addends, 【】 for sums. */
function printHighlights({ text, analysis, cursor }: Case): string {
  const marks = highlights(analysis, cursor).flatMap(({ range, kind }) => {
    const [open, close] = kind === 3 ? "【】" : "〔〕";
    const edits: readonly Edit[] = [
      {
        at: { start: offsetAt(analysis.lines, range.start), end: offsetAt(analysis.lines, range.start) },
        text: open ?? "",
      },
      {
        at: { start: offsetAt(analysis.lines, range.end), end: offsetAt(analysis.lines, range.end) },
        text: close ?? "",
      },
    ];
    return edits;
  });
  const after = applyEdits(text, marks).split("\n");
  return after.filter((line) => /[〔【]\d/u.test(line)).join("\n") || "（无）";
}

function printLinks({ analysis, cursor }: Case): string {
  const places = (found: readonly { readonly range: Range }[]) =>
    found.map(({ range }) => place(range)).join(" ") || "（无）";
  return `转到分项：${places(addendsOf(analysis, cursor, uri))}\n查找合计：${places(totalsOf(analysis, cursor, uri, false))}`;
}

/** The lines with their hints in ⟨⟩. */
function printInlays({ text, analysis }: Case): string {
  const edits = inlays(analysis, { start: 0, end: text.length }).map(({ position, label }): Edit => {
    const at = offsetAt(analysis.lines, position);
    return { at: { start: at, end: at }, text: ` ⟨${label}⟩` };
  });
  return applyEdits(text, edits)
    .split("\n")
    .filter((line) => line.includes("⟨"))
    .join("\n");
}

const severities = ["error", "warning", "info", "hint"] as const;

/** What the preview of VS Code shows, which sets markdown-it up like this, with the findings the editor has. */
export function printPreview(analysis: Analysis): string {
  const findings = diagnostics(analysis, uri).map(({ range: { start }, severity = 4, message }) => {
    const text = typeof message === "string" ? message : message.value;
    return { ...start, severity: severities[severity - 1] ?? "hint", message: text };
  });
  const md = extendMarkdownIt(markdownIt({ html: true }), (document) => (document === uri ? findings : []));
  md.core.ruler.push("lines", ({ tokens }) => {
    for (const token of tokens) {
      if (token.map !== null && token.type !== "inline") token.attrSet("data-line", token.map[0]);
    }
  });
  return md.render(analysis.text, { currentDocument: uri }).trimEnd();
}

/** Line by line the tokens with their names. Throws where one is out of order, overlaps another or leaves its line. */
export function printTokens(analysis: Analysis): string {
  const { text } = analysis;
  const { data } = semanticTokens(analysis, { start: 0, end: text.length });
  const lines = text.split(/\r\n?|\n/u);
  const printed = new Map<number, string[]>();
  let [line, character, end] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4);
    if (down > 0) [character, end] = [0, 0];
    line += down;
    character += right;
    const words = lines[line]?.slice(character, character + length) ?? "";
    if (down < 0 || character < end || words.length !== length || length === 0) throw new Error(`A token at ${line}`);
    end = character + length;
    printed.set(line, [...(printed.get(line) ?? []), `${tokenLegend.tokenTypes[type]}〔${words}〕`]);
  }
  return [...printed].map(([number, tokens]) => `${number + 1} ${tokens.join(" ")}`).join("\n");
}

/** What the selection grows to, step by step, each by its first line. */
function printSelection({ text, analysis, cursor }: Case): string {
  const steps: string[] = [];
  for (let one: SelectionRange | undefined = selectionAt(analysis, cursor); one !== undefined; one = one.parent) {
    steps.push(`〔${textIn(text, analysis, one.range).split("\n")[0]}〕`);
  }
  return steps.join("\n");
}

/** Throws where a range lies outside the one around it, which editors refuse. */
export function printSymbols(analysis: Analysis): string {
  return symbols(analysis)
    .flatMap((symbol) => printSymbol(analysis, symbol))
    .join("\n");
}

function printSymbol(analysis: Analysis, symbol: DocumentSymbol, margin = ""): readonly string[] {
  const { range, selectionRange, name, detail = "", children = [] } = symbol;
  if (!holds(range, selectionRange)) throw new Error(`${name}: the selection lies outside`);
  if (children.some((child) => !holds(range, child.range))) throw new Error(`${name}: a child lies outside`);
  const lines = `${range.start.line + 1}${range.start.line === range.end.line ? "" : `–${range.end.line + 1}`}`;
  const selected = textIn(analysis.text, analysis, selectionRange).split("\n")[0] ?? "";
  return [
    `${margin}${lines} ${name}｜${detail}｜〔${selected}〕`,
    ...children.flatMap((child) => printSymbol(analysis, child, `${margin}  `)),
  ];
}

/** Every action offered at the cursor with its effect; ▮ is where the cursor is left. */
function printActions({ text, analysis, cursor }: Case, isShown: (action: CodeAction) => boolean): string {
  return actionsAt(analysis, cursor)
    .filter(isShown)
    .map((action) => {
      const { title, kind, isPreferred, diagnostics: settled = [] } = action;
      const codes = settled.map(({ code }) => code).join(" ");
      return `${isPreferred ? "★" : "·"} ${title} [${[kind, codes].join(" ").trim()}]\n${diff(text, applyAction(analysis, action))}`;
    })
    .join("\n");
}

/** The effect of each allowance once its reason is written, and what it silences. */
function printAllowed({ text, analysis, cursor }: Case): string {
  return actionsAt(analysis, cursor)
    .filter(isAllowance)
    .map((action) => {
      const after = withReason(applyAction(analysis, action), "已发布更正公告");
      const gone = findingsMissing(analysis, analyze(after, defaultSettings));
      return `${diff(text, after)}\n不再提示：${gone.join("，") || "无"}`;
    })
    .join("\n");
}

/** Tells the actions that leave a gap for a reason from those that are done when they are applied. */
export function isAllowance({ edit }: CodeAction): boolean {
  return JSON.stringify(edit).includes("<!-- nianbao-allow");
}

/** The text with the gap of its one new allowance filled. */
export function withReason(text: string, reason: string): string {
  return text.replace(/(<!-- nianbao-allow(?:-file)? [a-z-]+: )▮?(?= -->)/u, `$1${reason}`);
}

/** Rules with the text they point at, as far as the second analysis has fewer of them. */
export function findingsMissing(before: Analysis, after: Analysis): readonly string[] {
  const left = findingsIn(after).slice();
  return findingsIn(before).filter((finding) => {
    const at = left.indexOf(finding);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function findingsIn(analysis: Analysis): readonly string[] {
  if (analysis.status !== "checked") return [];
  // What a blank cell points at may be the comment that was put into it.
  const shownText = (text: string) => text.replaceAll(/<!--.*?-->/gu, "").trim();
  return analysis.findings.map(({ rule, at }) => `${rule}“${shownText(analysis.text.slice(at.start, at.end))}”`);
}

/** Everything offered to a cursor at an offset. */
export function actionsAt(analysis: Analysis, cursor: number): readonly CodeAction[] {
  return codeActions(analysis, { ...everything, selection: { start: cursor, end: cursor } });
}

const everything: Omit<ActionRequest, "selection"> = {
  uri,
  version: 1,
  versioned: true,
  snippets: true,
  only: undefined,
  invoked: true,
  settings: defaultSettings,
};

/** The text after an action; a snippet's cursor is shown as ▮. */
export function applyAction(analysis: Analysis, { edit }: CodeAction): string {
  const edits = (edit?.documentChanges ?? []).flatMap((change) => ("edits" in change ? change.edits : []));
  return applyEdits(
    analysis.text,
    edits.map((one): Edit => {
      const at = { start: offsetAt(analysis.lines, one.range.start), end: offsetAt(analysis.lines, one.range.end) };
      return { at, text: "snippet" in one ? shown(one.snippet.value) : one.newText };
    }),
  );
}

function shown(snippet: string): string {
  return snippet.replaceAll(/\\([\\$}])|\$0/gu, (_, plain: string | undefined) => plain ?? "▮");
}

function diff(before: string, after: string): string {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const gone = a.slice(head, a.length - tail).map((line) => `-${line}`);
  const come = b.slice(head, b.length - tail).map((line) => `+${line}`);
  return [...gone, ...come].join("\n");
}

function textIn(text: string, { lines }: Analysis, { start, end }: Range): string {
  return text.slice(offsetAt(lines, start), offsetAt(lines, end));
}

function holds(outer: Range, inner: Range): boolean {
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}
