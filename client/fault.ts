import { commands, type LogOutputChannel, l10n, window } from "vscode";

/**
 * Tells the clerk that something in the extension went wrong, and what she can do; the log gets the rest. What goes
 * wrong at every key is told once at a time.
 */
export async function tellFault(log: LogOutputChannel, error: unknown): Promise<void> {
  log.error(error instanceof Error ? error : String(error));
  if (isTelling) return;
  isTelling = true;
  const restart = l10n.t("Restart");
  const show = l10n.t("Show Log");
  const chosen = await window.showErrorMessage(
    l10n.t("The check of annual reports met a fault. Restart its language server; if it happens again, see the log."),
    restart,
    show,
  );
  isTelling = false;
  if (chosen === restart) await commands.executeCommand("nianbao.restart");
  if (chosen === show) log.show();
}

let isTelling = false;
