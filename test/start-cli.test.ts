import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { forms } from "../server/form/index.ts";
import { built, type CliRun, runCli } from "./support/built-cli.ts";
import { anyCells, randomFrom, reportText } from "./support/reports.ts";

// The command line keeps what the engine compiled of it. Nobody may notice, but for the time.

const parts = ["cli.cjs", "cli-program.js", "markup.node.cjs"];
const kept = "cli-program.js.cache";
const report = forms.slice(0, 1).map((form) => reportText(form, anyCells(form, randomFrom(3))))[0] ?? "";

let program = "";
let cwd = "";

beforeEach(async () => {
  program = await mkdtemp(join(tmpdir(), "nianbao-program-"));
  cwd = await mkdtemp(join(tmpdir(), "nianbao-cli-"));
  for (const part of parts) await cp(join(built, part), join(program, part));
  await writeFile(join(cwd, "a.md"), report);
});

afterEach(async () => {
  for (const folder of [program, cwd]) await rm(folder, { recursive: true, force: true });
});

const run = (...argv: readonly string[]): Promise<CliRun> => runCli(argv, { cwd, program });
const check = () => run("check", "--format", "json", "a.md");
/** Another file each time it is written. */
const version = async () => (await stat(join(program, kept), { bigint: true })).ino;

/** Makes another program of it, which says something else in as many characters. */
async function rebuild(): Promise<void> {
  const path = join(program, "cli-program.js");
  const code = await readFile(path, "latin1");
  expect(code).toContain("nianbao/check/1");
  await writeFile(path, code.replaceAll("nianbao/check/1", "nianbao/check/9"));
}

test("a check is the same with it and without, and writes it once", async () => {
  const first = await check();
  expect([first.code, first.err]).toEqual([1, ""]);
  expect(await readdir(program)).toEqual([...parts, kept].toSorted());
  const before = await version();
  expect(await check()).toEqual(first);
  expect(await version()).toBe(before);
});

test("nothing but a check of reports is worth keeping", async () => {
  await writeFile(join(cwd, "other.md"), "# 通知\n");
  for (const argv of [["--help"], ["explain"], ["check"], ["check", "none.md"], ["check", "other.md"]])
    await run(...argv);
  expect(await readdir(program)).toEqual(parts.toSorted());
});

test("that of another build, of another engine or of nobody is not run, but replaced", async () => {
  const first = await check();
  const good = await readFile(join(program, kept));
  const spoilt = {
    empty: Buffer.alloc(0),
    "cut off": good.subarray(0, 5000),
    "other engine": Buffer.concat([Buffer.from("v1.2.3 "), good.subarray(7)]),
    "no code": Buffer.concat([good.subarray(0, 64), Buffer.alloc(5000, 7)]),
  };
  for (const [what, bytes] of Object.entries(spoilt)) {
    await writeFile(join(program, kept), bytes);
    expect(await check(), what).toEqual(first);
    expect((await readFile(join(program, kept))).subarray(0, 64), what).toEqual(good.subarray(0, 64));
    expect((await stat(join(program, kept))).size, what).toBeGreaterThan(good.length / 2);
  }
  await rebuild();
  expect(await check()).toEqual({ ...first, out: first.out.replace("check/1", "check/9") });
});

test("where it cannot be written everything else is as ever", async () => {
  await mkdir(join(program, kept));
  expect(await check()).toMatchObject({ code: 1, err: "" });
  expect(await readdir(program)).toEqual([...parts, kept].toSorted());
});

test("results of another build are not taken over", async () => {
  const cached = () => run("check", "--format", "json", "--cache", "结果", "a.md");
  await cached();
  const results = join(cwd, "结果");
  const [before, known] = [await readFile(results, "utf8"), await stat(results)];
  await cached();
  expect(await readFile(results, "utf8")).toBe(before);
  await rebuild();
  await cached();
  expect([(await readFile(results, "utf8")) === before, known.size]).toEqual([false, (await stat(results)).size]);
});
