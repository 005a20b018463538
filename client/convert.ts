import type { CancellationToken, Disposable } from "vscode";
import type { Jobs } from "./convert-worker.ts";

/** What a worker is asked: one of its jobs and what it is given. */
export interface Order {
  readonly job: keyof Jobs;
  readonly given: readonly unknown[];
}

/** A worker that was asked one thing. */
export interface Asked {
  readonly answer: Promise<unknown>;
  /** Ends the worker, whatever it is doing. */
  readonly end: () => void;
}

/**
 * Imports and exports, in a worker that is there for one job only: the editor goes on meanwhile, and a job that is
 * cancelled ends there and then. Answers undefined where it was cancelled.
 */
export type Convert = <Job extends keyof Jobs>(
  token: CancellationToken,
  job: Job,
  ...given: Parameters<Jobs[Job]>
) => Promise<ReturnType<Jobs[Job]> | undefined>;

/** Converts in the workers a host starts. */
export function convertIn(ask: (order: Order) => Asked): Convert {
  return async <Job extends keyof Jobs>(token: CancellationToken, job: Job, ...given: Parameters<Jobs[Job]>) => {
    if (token.isCancellationRequested) return undefined;
    const { answer, end } = ask({ job, given });
    let listener: Disposable | undefined;
    const cancelled = new Promise<undefined>((resolve) => {
      listener = token.onCancellationRequested(() => resolve(undefined));
    });
    try {
      // The worker is our own: it answers what its job returns.
      return await Promise.race([answer as Promise<ReturnType<Jobs[Job]>>, cancelled]);
    } finally {
      listener?.dispose();
      end();
    }
  };
}
