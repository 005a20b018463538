import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"];

// Started by hand or by an editor that says nothing, the server talks over stdio.
if (!process.argv.some((argument) => transports.includes(argument.split("=")[0] ?? ""))) process.argv.push("--stdio");

// Without it the heap grows to ten times what is in use before anything is cleared.
setFlagsFromString("--heap-growing-percent=20");

startServer(createConnection(ProposedFeatures.all));
