import { type Answer, type Asked, isAnswer, type Order } from "./convert.ts";

/** Asks a worker that runs the script at an address. */
export function askWorker(script: string, order: Order): Asked {
  const worker = new Worker(script);
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (isAnswer(data)) resolve(data);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
  });
  worker.postMessage(order);
  return { answer, end: () => worker.terminate() };
}
