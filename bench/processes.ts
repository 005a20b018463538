import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** A program and its words. */
export interface Command {
  readonly file: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A script of Node, run by the Node that runs the benchmark. */
export function node(...words: readonly string[]): Command {
  return { file: process.execPath, words };
}

/** What a run took: milliseconds, and bytes at most; memory is known on Linux only, and else not a number. */
export interface Run {
  readonly ms: number;
  readonly bytes: number;
}

/** Runs a program to its end and throws its output away; any other exit than those expected of linters is a fault. */
export function runProcess({ file, words, env = {} }: Command, exits: readonly number[] = [0, 1]): Promise<Run> {
  const start = performance.now();
  const child = spawn(file, words, { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let bytes = Number.NaN;
  // The mark is the highest so far: the last look before the end is all that counts.
  const look = setInterval(() => {
    bytes = memoryOf(child.pid, "VmHWM") || bytes;
  }, 10);
  let complaint = "";
  child.stderr.on("data", (data) => {
    complaint = (complaint + data).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      clearInterval(look);
      if (code !== null && exits.includes(code)) resolve({ ms: performance.now() - start, bytes });
      else reject(new Error(`${file} ${words.join(" ")} ended with ${code}: ${complaint}`));
    });
  });
}

/** Bytes a process holds (`VmRSS`) or held at most (`VmHWM`); not a number where that cannot be told. */
export function memoryOf(pid: number | undefined, kind: "VmRSS" | "VmHWM"): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(new RegExp(`${kind}:\\s+(\\d+) kB`, "u").exec(status)?.[1] ?? Number.NaN) * 1024;
  } catch {
    // The process has ended, or this is not Linux.
    return Number.NaN;
  }
}
