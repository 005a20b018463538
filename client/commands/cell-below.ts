import { moveCursor } from "../table-keys.ts";
import type { Command } from "./command.ts";

/** 下方一格, Enter in the table of a report. */
export const cellBelow: Command = {
  id: "nianbao.cellBelow",
  enablement: "nianbao:inTable",
  run: () => moveCursor("below"),
};
