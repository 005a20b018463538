import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import {
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
} from "vscode-languageserver/node";
import { analyze, defaultSettings } from "../server/analysis.ts";
import { measureBatch } from "./batch.ts";
import { connect, measureStart } from "./start.ts";

/**
 * Measures, for a report of about 15 KB and one of about 150 KB: remark's parse alone, the whole analysis, and the time
 * from a keystroke to the diagnostics over stdio; and a folder of reports by the command line. All figures are also given as a multiple of the parse, taken in the
 * same run: absolute times move with the machine.
 */
const root = join(import.meta.dirname, "..");
const short = readFileSync(join(root, "examples", "01-无误.md"), "utf8");
const EDITS = 200;

/** p50 and p95 in milliseconds. */
interface Times {
  readonly p50: number;
  readonly p95: number;
}

for (const { name, text } of [
  { name: "15 KB", text: padded(short, 15_000) },
  { name: "150 KB", text: padded(short, 150_000) },
]) {
  const runs = name === "15 KB" ? 200 : 20;
  const processor = unified().use(remarkParse).use(remarkGfm);
  const [parse, analysis] = interleaved(runs, [
    (run) => processor.parse(unseen(text, run)),
    (run) => analyze(unseen(text, run), defaultSettings),
  ]);
  const { times, megabytes } = await keystrokes(text);
  console.log(`\n${name} (${Buffer.byteLength(text)} bytes, ${EDITS} edits)`);
  print("remark parse alone", parse, parse);
  print("whole analysis", analysis, parse);
  print("keystroke → diagnostics, stdio", times, parse);
  console.log(`  ${"server memory after the edits".padEnd(34)} ${megabytes.toFixed(0)} MB`);
}

const start = await measureStart();
const { files, parse, check, bare, single } = measureBatch(500);
console.log(`\n${files} reports of about 16 KB, by the command line`);
console.log(`  remark parse alone ${(parse / 1000).toFixed(2)} s, check ${(check / 1000).toFixed(2)} s`);
console.log(`  check                              = ${(check / parse).toFixed(2)} × parse`);
console.log(`  one report                         = ${(single / bare).toFixed(2)} × node -e 0 (${bare.toFixed(0)} ms)`);
console.log(`  start of the server → initialize   = ${(start / bare).toFixed(2)} × node -e 0`);

/** The report with its prose repeated until it has the size. */
function padded(text: string, bytes: number): string {
  const paragraph = "本机关按照要求做好政府信息的公开、更新和管理，方便公众查询和利用，并接受社会监督。";
  const missing = Math.max(0, bytes - Buffer.byteLength(text));
  const count = Math.floor(missing / (Buffer.byteLength(paragraph) + 2));
  const place = text.indexOf("\n## 五") < 0 ? text.length : text.indexOf("\n## 五");
  return `${text.slice(0, place)}\n${`${paragraph}\n\n`.repeat(count)}${text.slice(place)}`;
}

/** The report with every section changed, so that nothing of it has been read before. */
function unseen(text: string, run: number): string {
  return `${text.replaceAll("\n## ", `\n本段为第${run}稿。\n\n## `)}\n第${run}稿。\n`;
}

/**
 * Runs the jobs in turn, each as often before as behind the others, so that a slow moment of the machine and the garbage
 * of one job hit all of them alike. The first fifth is warm-up.
 */
function interleaved(runs: number, jobs: readonly ((run: number) => unknown)[]): readonly Times[] {
  const taken = jobs.map((): number[] => []);
  for (let run = 0; run < runs * 1.2; run += 1) {
    const order = jobs.map((job, at) => ({ job, at }));
    for (const { job, at } of run % 2 === 0 ? order : order.toReversed()) {
      const start = performance.now();
      job(run);
      if (run >= runs * 0.2) taken[at]?.push(performance.now() - start);
    }
  }
  return taken.map(summary);
}

function summary(values: readonly number[]): Times {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

/** Types digits into a cell of the built server and waits for the diagnostics of each. */
async function keystrokes(text: string): Promise<{ readonly times: Times; readonly megabytes: number }> {
  // With the flags the client starts it with.
  const { server, connection } = connect("--max-semi-space-size=8");
  const uri = "file:///bench/report.md";
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: "markdown", version: 0, text },
  });
  const lines = text.split("\n");
  const line = lines.findIndex((one) => one.startsWith("| 行政许可 |"));
  const character = (lines[line] ?? "").indexOf("|", 2) + 2;
  const range = { start: { line, character }, end: { line, character: character + 1 } };
  const taken: number[] = [];
  for (let version = 1; version <= EDITS; version += 1) {
    const start = performance.now();
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text: String(version % 10) }],
    });
    await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    taken.push(performance.now() - start);
  }
  const megabytes = residentMegabytes(server);
  connection.end();
  server.kill();
  return { times: summary(taken), megabytes };
}

/** Linux only; not a number elsewhere. */
function residentMegabytes({ pid }: ChildProcess): number {
  if (process.platform !== "linux") return Number.NaN;
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/u.exec(status)?.[1] ?? Number.NaN) / 1024;
}

function print(name: string, times: Times | undefined, parse: Times | undefined): void {
  if (times === undefined || parse === undefined) throw new Error("Nothing was measured");
  const figure = (value: number) => value.toFixed(2).padStart(8);
  const ratio = (times.p50 / parse.p50).toFixed(2);
  console.log(`  ${name.padEnd(34)} p50 ${figure(times.p50)} ms  p95 ${figure(times.p95)} ms  = ${ratio} × parse`);
}
