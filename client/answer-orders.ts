import type { Answer, Order } from "./convert.ts";

/** In a worker: does what it is asked and says what came of it, a fault included. It is ended by the one who asked. */
export function answerOrders(jobs: Readonly<Record<string, (...given: never[]) => unknown>>): void {
  addEventListener("message", async ({ data: { job, given } }: MessageEvent<Order>) => {
    postMessage(await answerTo(() => jobs[job]?.(...(given as never[]))));
  });
}

async function answerTo(work: () => unknown): Promise<Answer> {
  try {
    return { done: await work() };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
