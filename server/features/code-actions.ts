import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import type { Analysis, Settings } from "../analysis.ts";
import { positionAt } from "../read/lines.ts";
import type { Span } from "../read/outline.ts";
import { readAllowances } from "../rules/allowances.ts";
import { ruleOf } from "../rules/index.ts";
import type { Edit, Finding, Fix } from "../rules/rule.ts";
import { allow } from "./allow.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { blankFillings } from "./fill-blanks.ts";
import { safeFixes } from "./safe-fixes.ts";
import { totalsUpdate } from "./totals-update.ts";
import { type EditTarget, gapEdit, workspaceEdit } from "./workspace-edit.ts";

const quickFixKind = "quickfix";

/** The kind of the actions that let the totals follow a figure, or fill the blanks of a row or a table. */
export const rewriteKind = "refactor.rewrite";

/** The kind of the action that applies every safe fix, for `editor.codeActionsOnSave`. */
export const fixAllKind = "source.fixAll.nianbao";

/** What an editor asks for. */
export interface ActionRequest extends EditTarget {
  /** Offsets; a bare cursor is an empty span. */
  readonly selection: Span;
  /** Kinds wanted, sub-kinds included; undefined where every kind is. */
  readonly only: readonly string[] | undefined;
  /** Asked for by the clerk, not by the editor after each move of the cursor. */
  readonly invoked: boolean;
  readonly settings: Settings;
}

type Checked = Extract<Analysis, { readonly status: "checked" }>;

/**
 * Fixes for the findings the selection touches, best first; then what the figure or the blank invites to; then all safe
 * fixes; last, allowing with a reason.
 */
export function codeActions(analysis: Analysis, request: ActionRequest): CodeAction[] {
  if (analysis.status !== "checked") return [];
  const { start, end } = request.selection;
  const touched = analysis.findings.filter(({ at }) => at.start <= end && start <= at.end);
  const quick = wants(request, quickFixKind);
  const fixing = quick ? fixes(analysis, request, touched) : [];
  return [
    ...fixing,
    ...(wants(request, rewriteKind) ? rewritings(analysis, request, fixing) : []),
    ...(wants(request, fixAllKind) ? fixAll(analysis, request) : []),
    ...(quick ? allowances(analysis, request, touched) : []),
  ];
}

/** All fixes take an analysis or two, too much for every move of the cursor; a rewriting is no reason for a lightbulb. */
function wants({ only, invoked }: ActionRequest, kind: string): boolean {
  if (only === undefined) return invoked || kind === quickFixKind;
  return only.some((wanted) => wanted === "" || wanted === kind || kind.startsWith(`${wanted}.`));
}

/** One action per fix; findings that offer the same one share it. */
function fixes(analysis: Checked, request: ActionRequest, findings: readonly Finding[]): CodeAction[] {
  const actions = new Map<string, CodeAction & { readonly diagnostics: Diagnostic[] }>();
  for (const finding of findings) {
    const { fixes: offered = [] } = finding;
    const diagnostic = diagnosticOf(analysis, finding, request.uri);
    for (const fix of offered) {
      const key = JSON.stringify([fix.title, fix.edits]);
      const same = actions.get(key);
      if (same !== undefined) {
        same.diagnostics.push(diagnostic);
        continue;
      }
      actions.set(key, {
        title: fix.title,
        kind: quickFixKind,
        diagnostics: [diagnostic],
        ...(isPreferred(fix, offered) ? { isPreferred: true } : {}),
        edit: workspaceEdit(analysis, request, fix.edits),
      });
    }
  }
  return [...actions.values()];
}

/** Only what nobody could object to is applied without a look: the first safe fix, or the only one there is. */
function isPreferred(fix: Fix, offered: readonly Fix[]): boolean {
  return offered.length === 1 || fix === offered.find(({ safe }) => safe);
}

function rewritings(analysis: Checked, request: ActionRequest, fixing: readonly CodeAction[]): CodeAction[] {
  const { draft } = analysis;
  const { start } = request.selection;
  const rewriting = ({ title, edits }: { readonly title: string; readonly edits: readonly Edit[] }) => {
    return { title, kind: rewriteKind, edit: workspaceEdit(analysis, request, edits) };
  };
  const update = totalsUpdate(draft, start);
  return [
    ...(update === undefined ? [] : [rewriting(update)]),
    // A blank that is reported has a fix of its own.
    ...blankFillings(draft, start)
      .map(rewriting)
      .filter((one) => !isAmong(one, fixing)),
  ];
}

/** Whether another action does just the same. */
function isAmong({ edit }: CodeAction, others: readonly CodeAction[]): boolean {
  return others.some((other) => JSON.stringify(other.edit) === JSON.stringify(edit));
}

function fixAll(analysis: Checked, request: ActionRequest): CodeAction[] {
  const { edits, settled } = safeFixes(analysis, request.settings);
  if (edits.length === 0) return [];
  return [
    { title: `修正全部安全项（${settled} 处）`, kind: fixAllKind, edit: workspaceEdit(analysis, request, edits) },
  ];
}

/** One action per rule and line: an allowance covers everything the rule finds there. */
function allowances(analysis: Checked, request: ActionRequest, findings: readonly Finding[]): CodeAction[] {
  const actions = new Map<string, CodeAction>();
  for (const finding of findings) {
    const key = `${finding.rule}:${positionAt(analysis.lines, finding.at.start).line}`;
    const rule = ruleOf(finding.rule);
    // What is wrong with an allowance, and what is still to be written, cannot be allowed.
    if (
      actions.has(key) ||
      rule?.audit !== undefined ||
      rule?.summarise !== undefined ||
      awaitsReason(analysis, finding)
    )
      continue;
    const gap = allow(analysis.draft, finding);
    if (gap === undefined) continue;
    const title = rule?.title ?? finding.rule;
    actions.set(key, {
      title: `以说明理由的方式${gap.scope === "file" ? "在全文" : ""}允许：${title}`,
      kind: quickFixKind,
      diagnostics: [diagnosticOf(analysis, finding, request.uri)],
      edit: gapEdit(analysis, request, gap),
    });
  }
  return [...actions.values()];
}

/** A comment for the finding is there and only lacks its reason: a second one would not help. */
function awaitsReason({ draft, lines }: Checked, { rule, at }: Finding): boolean {
  const { line } = positionAt(lines, at.start);
  return readAllowances(draft).some((one) => {
    const own = positionAt(lines, one.span.end).line;
    return one.rule === rule && one.reason === "" && (one.scope === "file" || own === line || own === line - 1);
  });
}
