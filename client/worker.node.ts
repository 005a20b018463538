import { Worker } from "node:worker_threads";
import { type Answer, type Asked, isAnswer, type Order } from "./convert.ts";

/** Workers of Node and of browsers differ in names only: with these one bundle serves both. */
const asInBrowsers = `
  const { parentPort, workerData } = require("node:worker_threads");
  globalThis.postMessage = (answer) => parentPort.postMessage(answer);
  globalThis.addEventListener = (name, listener) => parentPort.on(name, (data) => listener({ data }));
  import(workerData);
`;

/** Asks a worker that runs the script at a `file:` address. */
export function askWorker(script: string, order: Order): Asked {
  const worker = new Worker(asInBrowsers, { eval: true, workerData: script });
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.on("message", (message) => isAnswer(message) && resolve(message)).once("error", reject);
  });
  worker.postMessage(order);
  return { answer, end: () => void worker.terminate() };
}
