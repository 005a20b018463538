import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reportOf, root, writeReports } from "./documents.ts";
import { interleaved, megabytes, type Outcome, progress, quantile, time } from "./measure.ts";
import { linters } from "./peers.ts";
import { type Command, node, type Run, runProcess } from "./processes.ts";

const cli = join(root, "dist", "cli.cjs");
/** What the command line keeps of an earlier run: the program as the engine compiled it. */
const compiled = join(root, "dist", "cli-program.js.cache");
const parseAlone = fileURLToPath(new URL("./parse.ts", import.meta.url));
const MANY = 10_000;

const check = (path: string, ...options: readonly string[]): Command => node(cli, "check", ...options, path);

/** What the command line takes for one report, for one large file, for a thousand reports and for ten thousand. */
export async function measureBatch(): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  try {
    progress(`writing ${MANY} reports`);
    const reports = join(folder, "reports");
    mkdirSync(reports);
    writeReports(reports, MANY);
    const hundred = join(folder, "hundred");
    writeReports(hundred, 100);
    const large = join(folder, "large", "large.md");
    mkdirSync(join(folder, "large"));
    writeFileSync(large, reportOf(5_000_000));
    const [thousand = "", ...others] = readdirSync(reports).map((name) => join(reports, name));
    const single = join(thousand, readdirSync(thousand)[0] ?? "");
    return [
      ...(await measureFolders(reports, thousand, hundred, others.length + 1)),
      await measureOne(single),
      await measureLarge(large),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureFolders(
  reports: string,
  thousand: string,
  hundred: string,
  parts: number,
): Promise<readonly Outcome[]> {
  progress("1,000 reports by every tool");
  const peak = { own: Number.NaN, many: Number.NaN };
  const run = (command: Command) => async () => (await runProcess(command)).ms;
  const rumdl = linters.rumdl(thousand);
  const rumdlAlone = linters["rumdl, one thread"](thousand);
  const halves = ["1/2", "2/2"].map((shard) => check(thousand, "--shard", shard));
  const taken = await interleaved<"parse" | "own" | "halves" | "rumdl" | "rumdlAlone">(3, {
    halves: async () => Math.max(...(await Promise.all(halves.map((half) => runProcess(half)))).map(({ ms }) => ms)),
    parse: run(node(parseAlone, thousand)),
    own: async () => {
      const { ms, bytes } = await runProcess(check(thousand));
      peak.own = bytes;
      return ms;
    },
    ...(rumdl === undefined ? {} : { rumdl: run(rumdl) }),
    ...(rumdlAlone === undefined ? {} : { rumdlAlone: run(rumdlAlone) }),
  });
  const [parse, own] = [Math.min(...taken.parse), Math.min(...taken.own)];
  const ofRumdl = rumdl === undefined ? Number.NaN : Math.min(...taken.rumdl);
  const peers: string[] = [
    `remark-gfm, parsing alone, ${time(parse)}`,
    `two processes of our own, each half of them, ${time(Math.min(...taken.halves))}`,
  ];
  if (rumdl !== undefined) peers.push(`rumdl ${time(ofRumdl)}, with one thread ${time(Math.min(...taken.rumdlAlone))}`);
  for (const name of ["autocorrect --lint", "markdownlint-cli2"] as const) {
    const command = linters[name](hundred);
    if (command !== undefined) peers.push(`${name} ${time((await runProcess(command)).ms)} for 100 of them`);
  }
  progress("10,000 reports");
  const many = await runProcess(check(reports));
  // One run is compared with what a run usually takes, not with the luckiest.
  const growth = many.ms / quantile(taken.own, 0.5) / parts;
  return [
    {
      goal: "thousand",
      measured: `${time(own)} (${Math.round(1e6 / own).toLocaleString("en")} a second) = ${(own / parse).toFixed(2)} of parsing alone, ${megabytes(peak.own)}`,
      first: own <= 0.2 * parse,
      later: Number.isNaN(ofRumdl) ? undefined : own * 1.2 <= ofRumdl,
      peers: peers.join("; "),
    },
    {
      goal: "ten-thousand",
      measured: `${megabytes(many.bytes)}, ${time(many.ms)} = ${(growth * parts).toFixed(1)} × the time of 1,000`,
      ...both(Number.isNaN(many.bytes) ? undefined : many.bytes <= mega(200) && growth <= 1.1),
      peers: "",
    },
  ];
}

async function measureOne(report: string): Promise<Outcome> {
  progress("one report");
  const rumdl = linters.rumdl(report);
  const run = (command: Command) => async () => (await runProcess(command)).ms;
  const own = run(check(report));
  const taken = await interleaved<"bare" | "own" | "first" | "rumdl">(25, {
    bare: run(node("-e", "0")),
    own,
    first: () => {
      rmSync(compiled, { force: true });
      return own();
    },
    ...(rumdl === undefined ? {} : { rumdl: run(rumdl) }),
  });
  const [bare, later, first] = [Math.min(...taken.bare), Math.min(...taken.own), Math.min(...taken.first)];
  return {
    goal: "one",
    measured: `${time(later)} = ${(later / bare).toFixed(2)} B (B = ${time(bare)}); ${time(first)} the first time after it was installed`,
    first: later <= 1.8 * bare,
    later: later <= 1.3 * bare,
    peers: rumdl === undefined ? "" : `rumdl ${time(Math.min(...taken.rumdl))}`,
  };
}

/** The file is far above what is read: the answer is that it is too complex, and has to come at once. */
async function measureLarge(file: string): Promise<Outcome> {
  progress("one file of 5 MB");
  const several = async (command: Command): Promise<Run> => {
    const runs = [await runProcess(command, [0, 1, 2]), await runProcess(command, [0, 1, 2])];
    return {
      ms: Math.min(...runs.map(({ ms }) => ms)),
      bytes: quantile(
        runs.map(({ bytes }) => bytes),
        1,
      ),
    };
  };
  const own = await several(check(file));
  const command = linters.rumdl(file);
  const rumdl = command === undefined ? undefined : await several(command);
  return {
    goal: "large",
    measured: `${time(own.ms)}, ${megabytes(own.bytes)}: refused as too complex`,
    first: Number.isNaN(own.bytes) ? undefined : own.bytes <= mega(300),
    later: rumdl === undefined || Number.isNaN(own.bytes) ? undefined : own.ms <= rumdl.ms && own.bytes <= mega(120),
    peers: rumdl === undefined ? "" : `rumdl ${time(rumdl.ms)}, ${megabytes(rumdl.bytes)}`,
  };
}

function mega(count: number): number {
  return count * 1024 * 1024;
}

function both(isReached: boolean | undefined) {
  return { first: isReached, later: isReached };
}
