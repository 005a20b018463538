import { ownServer, startServer } from "./language-server.ts";
import { elapsed, interleaved, type Outcome, progress, time } from "./measure.ts";
import { servers } from "./peers.ts";
import { type Command, node, runProcess } from "./processes.ts";

/** From the start of a server to its answer to `initialize`, beside what Node itself takes: the shortest of each. */
export async function measureStarting(): Promise<readonly Outcome[]> {
  progress("start → initialize");
  const start = (command: Command) => async () => {
    let end = (): void => undefined;
    const ms = await elapsed(async () => {
      ({ end } = await startServer(command));
    });
    end();
    return ms;
  };
  const { rumdl, json } = servers;
  const taken = await interleaved<"bare" | "own" | "rumdl" | "json">(15, {
    bare: async () => (await runProcess(node("-e", "0"))).ms,
    own: start(ownServer),
    ...(rumdl === undefined ? {} : { rumdl: start(rumdl) }),
    ...(json === undefined ? {} : { json: start(json) }),
  });
  const bare = Math.min(...taken.bare);
  const own = Math.min(...taken.own);
  const peers = [
    ...(rumdl === undefined ? [] : [`rumdl ${time(Math.min(...taken.rumdl))}`]),
    ...(json === undefined ? [] : [`JSON server of VS Code ${(Math.min(...taken.json) / bare).toFixed(1)} B`]),
  ];
  return [
    {
      goal: "start",
      measured: `${time(own)} = ${(own / bare).toFixed(2)} B (B = ${time(bare)})`,
      first: own <= 2.5 * bare,
      later: own <= 1.9 * bare,
      peers: peers.join("; "),
    },
  ];
}
