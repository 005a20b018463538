import type { Command } from "./command.ts";

/** 显示日志. */
export const showLog: Command = {
  id: "nianbao.showLog",
  enablement: "true",
  run: async ({ log }) => log.show(),
};
