import type { CancellationToken, Disposable } from "vscode";
import type { ConvertJobs } from "./convert-worker.ts";
import type { PdfJobs } from "./pdf-worker.ts";

type Jobs = ConvertJobs & PdfJobs;

/** What a worker is asked: one of its jobs and what it is given. */
export interface Order {
  readonly job: keyof Jobs;
  readonly given: readonly unknown[];
}

/** What a worker says: what its job returned, or what went wrong. */
export type Answer = { readonly done: unknown } | { readonly fault: string };

/** Whether a message is an answer: the library for PDF files, too, says something where it finds itself in a worker. */
export function isAnswer(message: unknown): message is Answer {
  return typeof message === "object" && message !== null && ("done" in message || "fault" in message);
}

/** A worker that was asked one thing. */
export interface Asked {
  readonly answer: Promise<Answer>;
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
) => Promise<Awaited<ReturnType<Jobs[Job]>> | undefined>;

/** Converts in the workers a host starts, from the name of their script. */
export function convertIn(ask: (script: string, order: Order) => Asked): Convert {
  const convert = async (token: CancellationToken, job: keyof Jobs, ...given: readonly unknown[]) => {
    if (token.isCancellationRequested) return undefined;
    const { answer, end } = ask(job === "readPdf" ? "read-pdf.js" : "convert.js", { job, given });
    let listener: Disposable | undefined;
    const cancelled = new Promise<undefined>((resolve) => {
      listener = token.onCancellationRequested(() => resolve(undefined));
    });
    try {
      const said = await Promise.race([answer, cancelled]);
      if (said === undefined) return undefined;
      if ("fault" in said) throw new Error(said.fault);
      return said.done;
    } finally {
      listener?.dispose();
      end();
    }
  };
  // The workers are our own: they answer what their jobs return.
  return convert as Convert;
}
