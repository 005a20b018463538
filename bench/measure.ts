import type { GoalId } from "../test/support/goals.ts";

/** What was measured for one goal. */
export interface Outcome {
  readonly goal: GoalId;
  readonly measured: string;
  /** Whether each goal is reached; undefined where it is a matter of peers that are not installed. */
  readonly first: boolean | undefined;
  readonly later: boolean | undefined;
  /** The same thing done by others. */
  readonly peers: string;
}

/** Tells what is being done, on a line of its own. */
export function progress(doing: string): void {
  process.stderr.write(`… ${doing}\n`);
}

/** The value below which a share of all values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds that went by. */
export async function elapsed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** Milliseconds this thread computed: what other programs do meanwhile does not count. */
export function computed(run: () => unknown): number {
  const before = process.threadCpuUsage();
  const start = performance.now();
  run();
  const wall = performance.now() - start;
  const { user, system } = process.threadCpuUsage(before);
  return Math.min(wall, (user + system) / 1000 + TICK);
}

/** Systems count what a thread computes in ticks of so many milliseconds; the clock on the wall is finer. */
const TICK = 4;

/**
 * Has the jobs measure themselves in turn, each as often before as behind the others, so that a slow moment of the
 * machine hits all of them alike. The rounds before the first count as warm-up.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  jobs: Readonly<Partial<Record<Name, (round: number) => number | Promise<number>>>>,
  warmUp = 0,
): Promise<Readonly<Record<Name, readonly number[]>>> {
  const names = Object.keys(jobs) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const value = await jobs[name]?.(round + warmUp);
      if (value !== undefined && round >= 0) taken[name].push(value);
    }
  }
  return taken;
}

/** `1.23 ms`, `1.2 s`. */
export function time(ms: number): string {
  if (ms >= 10_000) return `${(ms / 1000).toFixed(1)} s`;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms.toFixed(ms < 10 ? 2 : 0)} ms`;
}

/** `1.2 MB` from bytes. */
export function megabytes(bytes: number): string {
  const value = bytes / 1024 / 1024;
  return Number.isNaN(value) ? "not known" : `${value.toFixed(value < 10 ? 2 : 0)} MB`;
}
