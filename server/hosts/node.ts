import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"];

// Started by hand or by an editor that says nothing, the server talks over stdio.
if (!process.argv.some((argument) => transports.includes(argument.split("=")[0] ?? ""))) process.argv.push("--stdio");

startServer(createConnection(ProposedFeatures.all));

/**
 * How memory is cleared. The heap would grow to ten times what is in use before anything is; and what outlives one
 * clearing would be made where it stays, together with the text it was taken from.
 */
const memoryFlags = ["--heap-growing-percent=20", "--no-allocation-site-pretenuring"];

// Nothing at the start waits for it.
setTimeout(async () => {
  const { setFlagsFromString } = await import("node:v8");
  for (const flag of memoryFlags) setFlagsFromString(flag);
}, 200).unref();
