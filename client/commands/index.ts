import { commands, Disposable } from "vscode";
import { tellFault } from "../fault.ts";
import type { Session } from "../session.ts";
import { cellBelow } from "./cell-below.ts";
import { checkBeforeSubmission } from "./check-before-submission.ts";
import { checkDocument } from "./check-document.ts";
import { checkWorkspace } from "./check-workspace.ts";
import type { Command } from "./command.ts";
import { copyTable } from "./copy-table.ts";
import { explainRule } from "./explain-rule.ts";
import { exportReport } from "./export.ts";
import { fixAll } from "./fix-all.ts";
import { importReport } from "./import.ts";
import { newFromLastYear } from "./new-from-last-year.ts";
import { newReport } from "./new-report.ts";
import { nextCell } from "./next-cell.ts";
import { pasteByLabel } from "./paste-by-label.ts";
import { previousCell } from "./previous-cell.ts";
import { restart } from "./restart.ts";
import { showLog } from "./show-log.ts";

/** Every command, in the order of the manifest. */
export const list: readonly Command[] = [
  checkDocument,
  checkBeforeSubmission,
  checkWorkspace,
  fixAll,
  newReport,
  exportReport,
  importReport,
  newFromLastYear,
  nextCell,
  previousCell,
  cellBelow,
  pasteByLabel,
  copyTable,
  explainRule,
  restart,
  showLog,
];

/** Registers them; what goes wrong in one is told and logged here, once. */
export function registerCommands(session: Session): Disposable {
  return Disposable.from(
    ...list.map(({ id, run }) =>
      commands.registerCommand(id, (...args: readonly unknown[]) =>
        run(session, ...args).catch((error: unknown) => void tellFault(session.log, error)),
      ),
    ),
  );
}
