import { moveCursor } from "../table-keys.ts";
import type { Command } from "./command.ts";

/** 下一格, Tab in the table of a report. */
export const nextCell: Command = {
  id: "nianbao.nextCell",
  enablement: "nianbao:inTable",
  run: () => moveCursor("next"),
};
