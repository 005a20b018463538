import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";

/** Where the build puts the command line. */
export const built = join(import.meta.dirname, "../../dist");

/** What a run of the built command line came to. */
export interface CliRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a run is fed and read. */
export interface CliSetting {
  readonly cwd: string;
  readonly input?: string | Uint8Array;
  /** The folder of another copy of the command line. */
  readonly program?: string;
  /** Stops reading after the first piece of output, as `head` does. */
  readonly stopsReading?: boolean;
  /** A file or device the standard output goes to instead; `out` stays empty. */
  readonly outTo?: string;
}

/** Runs the built command line as a process of its own. */
export function runCli(
  argv: readonly string[],
  { cwd, input, program = built, stopsReading, outTo }: CliSetting,
): Promise<CliRun> {
  const out = outTo === undefined ? "pipe" : openSync(outTo, "w");
  const child = spawn(process.execPath, [join(program, "cli.cjs"), ...argv], { cwd, stdio: ["pipe", out, "pipe"] });
  if (out !== "pipe") closeSync(out);
  const texts = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (piece: string) => {
    texts.out += piece;
    if (stopsReading === true) child.stdout?.destroy();
  });
  child.stderr?.setEncoding("utf8").on("data", (piece: string) => {
    texts.err += piece;
  });
  child.stdin?.end(input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => resolve({ code, ...texts }));
  });
}
