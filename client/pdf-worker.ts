import { readPdf } from "../server/pdf.ts";
import { answerOrders } from "./answer-orders.ts";

// Our own code asks for nothing outside; of so large a library one had better make sure.
for (const way of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts"]) {
  Object.defineProperty(globalThis, way, { value: undefined });
}

const jobs = { readPdf };

/** What this worker does: its library is larger than everything else together. */
export type PdfJobs = typeof jobs;

answerOrders(jobs);
