import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { reportOf, unseen } from "./documents.ts";
import { bareServer, type Document, ownServer, type Running, reportDocument, startServer } from "./language-server.ts";
import { elapsed, interleaved, megabytes, type Outcome, progress, quantile, time } from "./measure.ts";
import { servers } from "./peers.ts";
import type { Command } from "./processes.ts";

const SHORT = 15_000;
const longer = [
  { goal: "edit-150k", bytes: 150_000, edits: 200, parses: 10 },
  { goal: "edit-1500k", bytes: 1_500_000, edits: 200, parses: 2 },
  { goal: "edit-5m", bytes: 5_000_000, edits: 200, parses: 1 },
] as const;

/** From a keystroke to the diagnostics, from opening to the first ones, and what the server holds in the end. */
export async function measureEditing(): Promise<readonly Outcome[]> {
  const text = reportOf(SHORT);
  const parse = quantile(await parseTimes(text, 60), 0.5);
  const { outcome, p95 } = await measureShort(text, parse);
  const outcomes = [outcome, await measureKeys(text, p95), await measureOpening(text), await measureMemory(text)];
  for (const one of longer) outcomes.push(await measureLonger(text, one));
  return outcomes;
}

/** A longer report, beside the short one in turn: what slows the machine down for a moment slows both. */
async function measureLonger(short: string, { goal, bytes, edits, parses }: (typeof longer)[number]): Promise<Outcome> {
  progress(`${edits} edits of a report of ${bytes / 1000} KB`);
  const text = reportOf(bytes);
  const parse = quantile(await parseTimes(text, parses), 0.5);
  const documents = { own: reportDocument(text), short: reportDocument(short), bare: reportDocument(text) };
  const own = await opened(ownServer, documents.own);
  const beside = await opened(ownServer, documents.short);
  const bare = await opened(bareServer, documents.bare);
  const taken = await interleaved<"own" | "short" | "bare">(
    edits,
    {
      own: () => elapsed(() => own.type(documents.own)),
      short: () => elapsed(() => beside.type(documents.short)),
      bare: () => elapsed(() => bare.type(documents.bare)),
    },
    WARM_UP,
  );
  for (const server of [own, beside, bare]) server.end();
  const growth = quantile(taken.own, 0.95) / quantile(taken.short, 0.95);
  return {
    goal,
    measured: `${asParses(taken.own, parse)}, ${growth.toFixed(1)} × that of 15 KB in turn with it`,
    first: growth <= 2,
    later: growth <= 1.5,
    peers: `the protocol library alone ${times(taken.bare)}`,
  };
}

/** Edits that do not count, of no server: as with P, it is warm then. Thirty keys a second are measured without. */
const WARM_UP = 300;

/** The row all others are compared with: ours and the peers in turn. */
async function measureShort(text: string, parse: number): Promise<{ readonly outcome: Outcome; readonly p95: number }> {
  progress("600 edits of a report of 15 KB");
  const documents = {
    own: reportDocument(text),
    bare: reportDocument(text),
    rumdl: reportDocument(text),
    json: jsonDocument(SHORT),
  };
  const own = await opened(ownServer, documents.own);
  const bare = await opened(bareServer, documents.bare);
  const rumdl = servers.rumdl === undefined ? undefined : await opened(servers.rumdl, documents.rumdl);
  const json = servers.json === undefined ? undefined : await opened(servers.json, documents.json);
  const taken = await interleaved<"own" | "bare" | "rumdl" | "json">(
    600,
    {
      bare: () => elapsed(() => bare.type(documents.bare)),
      own: () => elapsed(() => own.type(documents.own)),
      ...(rumdl === undefined ? {} : { rumdl: () => elapsed(() => rumdl.type(documents.rumdl)) }),
      ...(json === undefined ? {} : { json: () => elapsed(() => json.type(documents.json)) }),
    },
    WARM_UP,
  );
  for (const server of [own, bare, rumdl, json]) server?.end();
  const p95 = quantile(taken.own, 0.95);
  const outcome: Outcome = {
    goal: "edit-15k",
    measured: asParses(taken.own, parse),
    first: p95 <= 0.5 * parse,
    later: rumdl === undefined ? undefined : p95 <= 0.15 * parse && p95 <= quantile(taken.rumdl, 0.95) / 2,
    peers: [
      `the protocol library alone ${times(taken.bare)}`,
      ...(rumdl === undefined ? [] : [`rumdl ${times(taken.rumdl)}`]),
      ...(json === undefined ? [] : [`JSON server of VS Code ${times(taken.json)}`]),
    ].join("; "),
  };
  return { outcome, p95 };
}

/** Milliseconds remark alone takes for the text, time and again as if it were new. */
async function parseTimes(text: string, runs: number): Promise<readonly number[]> {
  const processor = unified().use(remarkParse).use(remarkGfm);
  const parse = (round: number) => elapsed(() => processor.parse(unseen(text, round)));
  return (await interleaved<"parse">(runs, { parse }, Math.ceil(runs / 5))).parse;
}

function times(values: readonly number[]): string {
  return `p50 ${time(quantile(values, 0.5))}, p95 ${time(quantile(values, 0.95))}`;
}

function asParses(values: readonly number[], parse: number): string {
  return `${times(values)} = ${(quantile(values, 0.95) / parse).toFixed(2)} P (P = ${time(parse)})`;
}

async function opened(command: Command, document: Document): Promise<Running> {
  const server = await startServer(command);
  await server.open(document);
  return server;
}

/** Figures of about the same size as a JSON file. */
function jsonDocument(bytes: number): Document {
  const lines = Array.from({ length: Math.floor(bytes / 24) }, (_, nth) => `  "figure-${nth}": ${nth % 10}0,`);
  const digit = { start: { line: 9, character: 14 }, end: { line: 9, character: 15 } };
  const text = `{\n${lines.join("\n")}\n  "last": 0\n}\n`;
  return { uri: "file:///bench/report.json", language: "json", text, digit };
}

/** Thirty keys a second, whether or not the one before is answered. */
async function measureKeys(text: string, single: number): Promise<Outcome> {
  progress("30 keys a second");
  const document = reportDocument(text);
  const server = await opened(ownServer, document);
  const keys = 240;
  const start = performance.now();
  const answers: Promise<number>[] = [];
  for (let key = 0; key < keys; key += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, start + (key * 1000) / 30 - performance.now())));
    const at = performance.now();
    answers.push(server.type(document).then((isAnswered) => (isAnswered ? performance.now() - at : Number.NaN)));
  }
  const answered = (await Promise.all(answers)).filter((ms) => !Number.isNaN(ms));
  server.end();
  const share = answered.length / keys;
  const p95 = quantile(answered, 0.95);
  const isReached = share >= 0.99 && p95 <= 2.5 * single;
  return {
    goal: "keys",
    measured: `${(share * 100).toFixed(1)} % of ${keys} edits, ${times(answered)} = ${(p95 / single).toFixed(1)} × the figure above`,
    first: isReached,
    later: isReached,
    peers: "",
  };
}

const parseOnce = fileURLToPath(new URL("./parse-once.ts", import.meta.url));

/** Opening a report in a server that has done nothing yet, beside the first parse of a program that did nothing else. */
async function measureOpening(text: string): Promise<Outcome> {
  progress("open → first diagnostics");
  const document = reportDocument(text);
  const openOnce = async (command: Command) => {
    const server = await startServer(command);
    const ms = await elapsed(() => server.open(document));
    server.end();
    return ms;
  };
  const { rumdl } = servers;
  const taken = await interleaved<"own" | "parse" | "rumdl">(15, {
    own: () => openOnce(ownServer),
    parse: () => Number(execFileSync(process.execPath, [parseOnce], { input: text, encoding: "utf8" })),
    ...(rumdl === undefined ? {} : { rumdl: () => openOnce(rumdl) }),
  });
  const [own, parse] = [quantile(taken.own, 0.5), quantile(taken.parse, 0.5)];
  return {
    goal: "open",
    measured: `${time(own)} = ${(own / parse).toFixed(2)} cold P (cold P = ${time(parse)})`,
    first: own <= 1.3 * parse,
    later: own <= 0.5 * parse,
    peers: rumdl === undefined ? "" : `rumdl ${time(quantile(taken.rumdl, 0.5))}`,
  };
}

async function measureMemory(text: string): Promise<Outcome> {
  progress("10,000 edits");
  const document = reportDocument(text);
  const server = await opened(ownServer, document);
  for (let edit = 0; edit < 10_000; edit += 1) await server.type(document);
  const bytes = server.bytes();
  server.end();
  return {
    goal: "memory",
    measured: megabytes(bytes),
    first: Number.isNaN(bytes) ? undefined : bytes <= 150 * 1024 * 1024,
    later: Number.isNaN(bytes) ? undefined : bytes <= 85 * 1024 * 1024,
    peers: "",
  };
}
