import { HoverRequest } from "vscode-languageserver/node";
import { checkRequest } from "../server/lsp/protocol.ts";
import { madeUpReport, reportOf } from "./documents.ts";
import { ownServer, reportDocument, startServer } from "./language-server.ts";
import { elapsed, type Outcome, progress, quantile, time } from "./measure.ts";

const FILES = 10_000;
/** Texts that differ; the server keeps none of them. */
const TEXTS = 1000;
const PAUSE = 40;

/** Hovers while the files of a workspace are checked, one after the other, as the client has them checked. */
export async function measureWorkspace(): Promise<readonly Outcome[]> {
  progress(`hovers while ${FILES} files are checked`);
  const texts = Array.from({ length: TEXTS }, (_, seed) => madeUpReport(seed));
  const document = reportDocument(reportOf(15_000));
  const server = await startServer(ownServer);
  await server.open(document);
  const { connection } = server;
  const hover = () =>
    connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: document.uri },
      position: document.digit.start,
    });
  let checked = 0;
  const checkAll = async () => {
    for (; checked < FILES; checked += 1) {
      const text = `${texts[checked % TEXTS]}\n第${checked}份。\n`;
      await connection.sendRequest(checkRequest, { uri: `file:///bench/${checked}.md`, text });
    }
  };
  const taken: number[] = [];
  const total = await elapsed(async () => {
    const all = checkAll();
    while (checked < FILES) {
      taken.push(await elapsed(hover));
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    await all;
  });
  server.end();
  const p99 = quantile(taken, 0.99);
  const isReached = p99 <= 50;
  return [
    {
      goal: "hover",
      measured: `${taken.length.toLocaleString("en")} hovers: p50 ${time(quantile(taken, 0.5))}, p99 ${time(p99)}, longest ${time(Math.max(...taken))}; all files in ${time(total)}`,
      first: isReached,
      later: isReached,
      peers: "",
    },
  ];
}
