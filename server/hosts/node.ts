import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { startServer } from "../lsp/server.ts";
import { clearEarly } from "./memory.ts";

const transports = ["--stdio", "--node-ipc", "--socket", "--pipe"];

// Started by hand or by an editor that says nothing, the server talks over stdio.
if (!process.argv.some((argument) => transports.includes(argument.split("=")[0] ?? ""))) process.argv.push("--stdio");

startServer(createConnection(ProposedFeatures.all));

// Nothing at the start waits for it.
setTimeout(clearEarly, 200).unref();
