import type { exportText } from "../server/export.ts";

/** Writes a report in another format, outside the bundle of the client: most days nobody exports anything. */
export type ExportText = (...given: Parameters<typeof exportText>) => Promise<ReturnType<typeof exportText>>;
