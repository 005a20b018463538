import { LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** Where faults are told to. */
export interface Log {
  readonly error: (message: string) => void;
}

/** Runs one capability. A fault in it costs this one answer: it is logged and answered with `empty`. */
export async function guard<T>(log: Log, name: string, empty: T, run: () => T | Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (fault) {
    log.error(`${name}: ${describe(fault)}`);
    return empty;
  }
}

/** The kind of a fault and where it happened. Its message is left out, for it may quote the report. */
function describe(fault: unknown): string {
  if (!(fault instanceof Error)) return "not an Error";
  const frames = fault.stack?.split("\n").filter((line) => /^\s+at /u.test(line)) ?? [];
  return [fault.name, ...frames].join("\n");
}

/** The answer to a request that its client took back; never an empty result, which would wipe what is shown. */
export function cancelled(): ResponseError<never> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Request cancelled");
}
