import { l10n, Position, Range, window, workspace } from "vscode";
import { formOfYear } from "../../server/form/index.ts";
import { writeMarkdown } from "../../server/write/markdown.ts";
import { firstYear, yearDue } from "../report-year.ts";
import type { Command } from "./command.ts";

/** 新建年报: the blank official form in a new document. `{ agency, year }` as an argument answers both questions. */
export const newReport: Command = {
  id: "nianbao.newReport",
  enablement: "true",
  run: async (_session, told) => {
    const agency = textOf(told, "agency") ?? (await askAgency());
    if (agency === undefined) return undefined;
    const year = textOf(told, "year") ?? (await askYear());
    if (year === undefined) return undefined;
    const form = formOfYear(Number(year));
    const fault = faultOfAgency(agency) ?? faultOfYear(year);
    if (form === undefined || fault !== undefined) {
      void window.showErrorMessage(fault ?? l10n.t("There is no official form for the year {0}.", year));
      return undefined;
    }
    const content = writeMarkdown(form, { agency: agency.trim(), year: Number(year) });
    const document = await workspace.openTextDocument({ language: "markdown", content });
    const introduction = new Position(1, 0);
    // Writing begins below the title.
    await window.showTextDocument(document, { selection: new Range(introduction, introduction) });
    return document.uri;
  },
};

/** An answer given in the argument: menus and keys may pass anything. */
function textOf(told: unknown, key: "agency" | "year"): string | undefined {
  if (typeof told !== "object" || told === null || !(key in told)) return undefined;
  const value: unknown = Reflect.get(told, key);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

const title = () => l10n.t("New annual report");

function askAgency(): Thenable<string | undefined> {
  return window.showInputBox({
    title: `${title()} (1/2)`,
    prompt: l10n.t("Full name of the agency, as it stands on its seal"),
    ignoreFocusOut: true,
    validateInput: faultOfAgency,
  });
}

function askYear(): Thenable<string | undefined> {
  const due = String(yearDue());
  return window.showInputBox({
    title: `${title()} (2/2)`,
    prompt: l10n.t("Year the report is about"),
    value: due,
    valueSelection: [0, due.length],
    ignoreFocusOut: true,
    validateInput: faultOfYear,
  });
}

function faultOfAgency(text: string): string | undefined {
  const name = text.trim();
  if (name === "") return l10n.t("Enter the name of the agency.");
  return name.length > longest || /[\r\n]/u.test(name) ? l10n.t("Enter the name of the agency alone.") : undefined;
}

/** No agency's name comes near this many characters. */
const longest = 60;

function faultOfYear(text: string): string | undefined {
  const last = yearDue() + 1;
  const year = Number(text.trim());
  const isYear = /^\s*\d{4}\s*$/u.test(text) && firstYear <= year && year <= last;
  return isYear ? undefined : l10n.t("Enter a year from {0} to {1}.", firstYear, last);
}
