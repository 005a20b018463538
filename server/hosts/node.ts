import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"];

// Started by hand or by an editor that says nothing, the server talks over stdio.
if (!process.argv.some((argument) => transports.includes(argument.split("=")[0] ?? ""))) process.argv.push("--stdio");

startServer(createConnection(ProposedFeatures.all));

// Without it the heap grows to ten times what is in use before anything is cleared. Nothing at the start waits for it.
setTimeout(async () => (await import("node:v8")).setFlagsFromString("--heap-growing-percent=20"), 1000).unref();
