import { l10n, window } from "vscode";
import type { Command } from "./command.ts";

/** 重新启动语言服务. */
export const restart: Command = {
  id: "nianbao.restart",
  enablement: "true",
  run: async ({ server }) => {
    await server.restart();
    window.setStatusBarMessage(l10n.t("Annual reports: the language server has been restarted"), shownMs);
  },
};

const shownMs = 5000;
