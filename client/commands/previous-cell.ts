import { moveCursor } from "../table-keys.ts";
import type { Command } from "./command.ts";

/** 上一格, Shift+Tab in the table of a report. */
export const previousCell: Command = {
  id: "nianbao.previousCell",
  enablement: "nianbao:inTable",
  run: () => moveCursor("previous"),
};
