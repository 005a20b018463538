import {
  Disposable,
  EventEmitter,
  l10n,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Uri,
  window,
  workspace,
} from "vscode";
import { documentInFront, onDocumentInFront } from "./document-in-front.ts";
import { tellFault } from "./fault.ts";
import { type Checklist, type ChecklistItem, type ChecklistPart, checklistRequest } from "./protocol.ts";
import type { Session } from "./session.ts";

/** The checklist of the report in front; while something else than a text is in front, that of the last one. */
export function showChecklist({ server, reports, log }: Session): Disposable {
  const changes = new EventEmitter<void>();
  let shown: { readonly uri: Uri; readonly list: Checklist } | undefined;

  const view = window.createTreeView<Row>("nianbao.checklist", {
    treeDataProvider: {
      onDidChangeTreeData: changes.event,
      getChildren: (row) => {
        if (shown === undefined) return [];
        if (row === undefined) return [...shown.list.parts];
        return "items" in row ? [...row.items] : [];
      },
      getTreeItem: (row) => (shown === undefined ? new TreeItem("") : itemOf(row, shown.uri)),
    },
  });

  function show(next: typeof shown): void {
    shown = next;
    const isDraft = next?.list.stage === "draft";
    view.message = isDraft ? l10n.t("Still a draft: what is not there yet is told once for each section.") : "";
    changes.fire();
  }
  async function ask(uri: Uri): Promise<void> {
    const client = await server.start();
    const params = { uri: client.code2ProtocolConverter.asUri(uri) };
    const list = await client.sendRequest(checklistRequest, params);
    // Meanwhile another document may have come to the front.
    if (documentInFront()?.uri.toString() === uri.toString()) show(list === null ? undefined : { uri, list });
  }
  function update(): void {
    const document = documentInFront();
    if (document === undefined || !view.visible) return;
    const status = reports.statusOf(document)?.status;
    // Before the server has said anything of a document there is nothing to ask.
    if (status === "checked" || status === "too-complex") ask(document.uri).catch((error) => tellFault(log, error));
    else if (shown !== undefined) show(undefined);
  }
  function close(uri: Uri): void {
    if (shown?.uri.toString() === uri.toString()) show(undefined);
  }
  update();
  return Disposable.from(
    view,
    changes,
    view.onDidChangeVisibility(update),
    onDocumentInFront(update),
    reports.onDidChange(update),
    workspace.onDidCloseTextDocument(({ uri }) => close(uri)),
  );
}

/** A section, or below it one reason for its state. */
type Row = ChecklistPart | ChecklistItem;

function itemOf(row: Row, uri: Uri): TreeItem {
  const item = "items" in row ? partItem(row) : reasonItem(row);
  const { start, end } = row.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  item.command = { title: l10n.t("Go to the place"), command: "vscode.open", arguments: [uri, { selection }] };
  return item;
}

function partItem(part: ChecklistPart): TreeItem {
  const { id, title, state, items } = part;
  const { Collapsed, None } = TreeItemCollapsibleState;
  const item = new TreeItem(title, items.length > 0 ? Collapsed : None);
  const words = describe(part);
  item.id = id;
  item.iconPath = icons[state];
  item.description = words;
  item.tooltip = `${title}  ${words}`;
  item.accessibilityInformation = { label: `${title}, ${words.replace("✓", l10n.t("done"))}` };
  return item;
}

function describe({ state, errors, warnings, unfilled, allowed }: ChecklistPart): string {
  const open = unfilled > 0 ? [l10n.t("{0} to fill in", unfilled)] : [];
  const explained = allowed > 0 ? [l10n.t("{0} explained", allowed)] : [];
  const words = {
    done: ["✓"],
    faulty: [l10n.t("{0} wrong", errors + warnings), ...open],
    unfilled: open,
    unchecked: [l10n.t("not checked")],
  };
  return [...words[state], ...explained].join(" · ");
}

function reasonItem({ kind, text }: ChecklistItem): TreeItem {
  const item = new TreeItem(text);
  item.iconPath = icons[kind];
  item.tooltip = text;
  item.accessibilityInformation = { label: `${nameOf(kind)}: ${text}` };
  return item;
}

function nameOf(kind: ChecklistItem["kind"]): string {
  if (kind === "error") return l10n.t("error");
  if (kind === "warning") return l10n.t("warning");
  if (kind === "unfilled") return l10n.t("to fill in");
  if (kind === "unchecked") return l10n.t("not checked");
  return kind === "allowed" ? l10n.t("explained") : l10n.t("hint");
}

const error = new ThemeIcon("error", new ThemeColor("problemsErrorIcon.foreground"));
const information = new ThemeIcon("info", new ThemeColor("problemsInfoIcon.foreground"));

const icons: Readonly<Record<ChecklistPart["state"] | ChecklistItem["kind"], ThemeIcon>> = {
  done: new ThemeIcon("pass", new ThemeColor("testing.iconPassed")),
  faulty: error,
  unfilled: new ThemeIcon("circle-outline"),
  unchecked: new ThemeIcon("question"),
  error,
  warning: new ThemeIcon("warning", new ThemeColor("problemsWarningIcon.foreground")),
  info: information,
  hint: information,
  allowed: new ThemeIcon("comment"),
};
