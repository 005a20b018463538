import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { forms } from "../server/form/index.ts";
import { rules } from "../server/rules/index.ts";
import { formats } from "../server/write/formats.ts";
import { runCli } from "./support/built-cli.ts";
import { docx, wordParagraph } from "./support/docx.ts";
import { pdf, pdfText } from "./support/pdf.ts";
import { consistentCells, randomFrom, reportText } from "./support/reports.ts";
import { runProgram, transcribe } from "./support/transcript.ts";

const clean = forms.slice(0, 1).map((form) => reportText(form, consistentCells(form, randomFrom(7))))[0] ?? "";
const unsafe = clean.replace(/(（七）总计 \|.*\| )\d+ \|$/mu, "$1999999 |");
const styled = clean.replace(/(行政处罚 \| )\d+/u, "$11,200");
const fixed = clean.replace(/(行政处罚 \| )\d+/u, "$11200");

describe("transcripts", async () => {
  const folder = join(import.meta.dirname, "cli");
  test.each(await readdir(folder))("%s", async (name) => {
    const path = join(folder, name);
    await expect(await transcribe(await readFile(path, "utf8"))).toMatchFileSnapshot(path);
  });
});

describe("explain", () => {
  test("lists every rule once, in order", async () => {
    const { out } = await runProgram(["explain"], new Map());
    const ids = String(out)
      .trimEnd()
      .split("\n")
      .map((line) => line.split(" ")[0]);
    expect(ids).toEqual(rules.map(({ id }) => id));
  });

  test.each(rules)("$id", async ({ id, title, source }) => {
    const { out, code } = await runProgram(["explain", id], new Map());
    expect(out).toContain(`${title}  [${id}]`);
    expect(out).toContain(source);
    expect(code).toBe(0);
  });
});

describe("the cache", () => {
  const check = ["check", "--format", "json", "--cache", "结果", "."];
  const program = "1.2.3";

  /** A file of results with other words in it, as the program itself would have written it. */
  function reworded(text: string): string {
    const results = (text.split("\n")[1] ?? "").replaceAll("应写作", "最好写作");
    const settings = JSON.stringify({ form: "auto", severity: {}, mode: "final" });
    const seal = createHash("sha256").update(`${program}\n${settings}\n${results}`).digest("base64");
    return `nianbao/cache/1 ${seal}\n${results}\n`;
  }

  test("gives what a check finds", async () => {
    const folder = join(import.meta.dirname, "..", "examples");
    const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
    const files = new Map([
      ...names.map((name, at) => [name, texts[at] ?? ""] as const),
      ["bom.md", `\uFEFF${styled}`],
    ]);
    const fresh = await runProgram(["check", "--format", "json", "."], files);
    expect(await runProgram(check, files)).toEqual(fresh);
    expect(await runProgram(check, files)).toEqual(fresh);
  });

  test("is asked for the same text by the same program under the same settings, and for nothing else", async () => {
    const files = new Map([["a.md", styled]]);
    await runProgram(check, files);
    files.set("结果", reworded(files.get("结果") ?? ""));
    const out = async (argv: readonly string[], changed = {}) =>
      String((await runProgram(argv, new Map(files), changed)).out);
    expect(await out(check)).toContain("最好写作");
    expect(await out([...check, "--mode", "draft"])).not.toContain("最好写作");
    expect(await out(check, { program: async () => "1.2.4" })).not.toContain("最好写作");
    files.set("a.md", `${styled}\n`);
    expect(await out(check)).not.toContain("最好写作");
  });
});

describe("a fault in the program itself", () => {
  test("is reported and exits with 2", async () => {
    const { code, warnings } = await runProgram(["--version"], new Map(), {
      version: () => Promise.reject(new Error("broken")),
    });
    expect(code).toBe(2);
    expect(warnings.join("\n")).toContain("内部错误");
    expect(warnings.join("\n")).toContain("broken");
  });

  test("that one file brings to light does not hide the findings in the others", async () => {
    const { code, out, warnings } = await runProgram(["check", "a.md", "b.md"], new Map(), {
      look: async () => "file",
      readText: async (path) => (path === "a.md" ? Promise.reject(new Error("broken")) : unsafe),
    });
    expect(code).toBe(2);
    expect(warnings[0]).toMatch(/^a\.md：内部错误.*broken/u);
    expect(out).toMatch(/^b\.md:\d+:\d+ {2}错误/u);
  });
});

/** What nobody can check without last year's report. */
const unchecked = "未核对 1 项\n未核对  没有上一年度的年报，“二、上年结转政府信息公开申请数量”没有与它比对\n";

describe("the built command line", () => {
  let cwd = "";

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), "年报-"));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const put = async (path: string, text: string | Uint8Array) => {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  };
  const read = (path: string) => readFile(join(cwd, path), "utf8");
  const run = (...argv: string[]) => runCli(argv, { cwd });

  test("exits with 0, 1 and 2", async () => {
    await put("clean.md", clean);
    await put("unsafe.md", unsafe);
    expect(await run("check", "clean.md")).toEqual({
      code: 0,
      out: `共检查 1 份报告：错误 0，警告 0，提示 0；${unchecked}`,
      err: "",
    });
    const { code, out, err } = await run("check", "unsafe.md");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(/^unsafe\.md:\d+:\d+ {2}错误 {2}.*999999.* {2}\[sum-mismatch\]\n/u);
    expect((await run("check", "absent.md")).code).toBe(2);
    expect((await run("chekc")).code).toBe(2);
  });

  test("names its version", async () => {
    const { version } = JSON.parse(await readFile(join(import.meta.dirname, "../package.json"), "utf8"));
    expect((await run("--version")).out).toBe(`${version}\n`);
  });

  test("checks a folder of reports, in the order of their paths", async () => {
    await put("b/2023.md", unsafe);
    await put("a/deep/er/2022.md", clean);
    await put("a/README.md", "# 说明\n\n这里是年报。\n");
    await put("a/node_modules/other.md", unsafe);
    await put(".git/old.md", unsafe);
    await symlink(cwd, join(cwd, "a/loop"));
    await symlink(join(cwd, "b/2023.md"), join(cwd, "linked.md"));
    const { code, out } = await run("check", "--format", "json", ".");
    const { files, summary } = JSON.parse(out);
    expect(files.map(({ path, status }: Record<string, string>) => `${path} ${status}`)).toEqual([
      "a/README.md not-a-report",
      "a/deep/er/2022.md checked",
      "b/2023.md checked",
      "linked.md checked",
    ]);
    expect([code, summary.files, summary.errors]).toEqual([1, 4, 2]);
  });

  test("reads the standard input", async () => {
    const { code, out } = await runCli(["check", "--stdin", "--stdin-filename", "草稿.md"], { cwd, input: unsafe });
    expect(code).toBe(1);
    expect(out).toMatch(/^草稿\.md:/u);
  });

  test("stands in a pipe: the fixed text comes out, byte by byte", async () => {
    const input = `\uFEFF${styled.replaceAll("\n", "\r\n")}`;
    const { code, out } = await runCli(["check", "--stdin", "--fix"], { cwd, input });
    expect(code).toBe(0);
    expect(out).toBe(`\uFEFF${fixed.replaceAll("\n", "\r\n")}`);
  });

  test("does not mind a reader that stops early", async () => {
    for (let nth = 0; nth < 30; nth += 1) await put(`${nth}.md`, unsafe);
    const { code, err } = await runCli(["check", "--format", "json", "."], { cwd, stopsReading: true });
    expect([code, err]).toEqual([1, ""]);
  });

  test.skipIf(!existsSync("/dev/full"))("says so when what it prints does not fit on a disk", async () => {
    const { code, err } = await runCli(["check", "--stdin"], { cwd, input: unsafe, outTo: "/dev/full" });
    expect([code, err]).toEqual([2, "结果没能写出去：磁盘空间不足\n"]);
  });

  test("fixes a file as a whole and keeps its mode, line endings and byte order mark", async () => {
    await put("a.md", `\uFEFF${styled.replaceAll("\n", "\r\n")}`);
    await chmod(join(cwd, "a.md"), 0o640);
    expect((await run("check", "--fix", "a.md")).code).toBe(0);
    expect(await read("a.md")).toBe(`\uFEFF${fixed.replaceAll("\n", "\r\n")}`);
    expect((await stat(join(cwd, "a.md"))).mode & 0o777).toBe(process.platform === "win32" ? 0o666 : 0o640);
    expect(await readdir(cwd)).toEqual(["a.md"]);
  });

  test("fixes what a link leads to, and leaves the link", async () => {
    await put("real/a.md", styled);
    await symlink(join(cwd, "real/a.md"), join(cwd, "link.md"));
    expect((await run("check", "--fix", "link.md")).code).toBe(0);
    expect((await lstat(join(cwd, "link.md"))).isSymbolicLink()).toBe(true);
    expect(await read("real/a.md")).toBe(fixed);
  });

  test("does not touch a file without a safe fix", async () => {
    await put("a.md", unsafe);
    const before = await stat(join(cwd, "a.md"), { bigint: true });
    expect((await run("check", "--fix", "a.md")).code).toBe(1);
    const after = await stat(join(cwd, "a.md"), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  test("tells what is not UTF-8, and checks the rest", async () => {
    const gbk = Uint8Array.of(0x23, 0x20, 0xc4, 0xea, 0xb1, 0xa8, 0x0a);
    await put("gbk.md", gbk);
    await put("utf-16.md", Buffer.from(`\uFEFF${clean}`, "utf16le"));
    await put("clean.md", clean);
    const { code, out, err } = await run("check", "--fix", ".");
    expect(code).toBe(2);
    expect(out).toBe(`共检查 1 份报告：错误 0，警告 0，提示 0；另有 2 个文件没能检查；${unchecked}`);
    expect(err.match(/另存为/gu)).toHaveLength(2);
    expect(new Uint8Array(await readFile(join(cwd, "gbk.md")))).toEqual(gbk);
  });

  test("exports a report once, as a whole, and leaves nothing beside it", async () => {
    await put("年报.md", clean);
    for (const format of formats.filter((each) => each !== "md")) {
      const argv = ["export", "年报.md", "-o", `年报.${format}`];
      expect((await run(...argv)).code).toBe(0);
      const again = await run(...argv);
      expect([again.code, again.err]).toEqual([2, `年报.${format}：已经有这个文件，不会覆盖它\n`]);
    }
    expect((await readFile(join(cwd, "年报.docx"))).subarray(0, 2).toString()).toBe("PK");
    expect(await read("年报.html")).toMatch(/^<!DOCTYPE html>/u);
    const same = await run("export", "年报.md", "-o", "./年报.md");
    expect([same.code, await read("年报.md")]).toEqual([2, clean]);
    const nowhere = await run("export", "年报.md", "-o", "没有/年报.docx");
    expect([nowhere.code, nowhere.err]).toEqual([2, "没有/年报.docx：没有这个文件或文件夹\n"]);
    expect((await readdir(cwd)).toSorted()).toEqual(formats.map((format) => `年报.${format}`).toSorted());
  });

  test("writes a new report once", async () => {
    const argv = ["new", "--agency", "某某市水务局", "--year", "2023", "-o", "new.md"];
    expect((await run(...argv)).code).toBe(0);
    const written = await read("new.md");
    expect(written).toMatch(/^# 某某市水务局2023年/u);
    const again = await run(...argv);
    expect([again.code, again.err]).toEqual([2, "new.md：已经有这个文件，不会覆盖它\n"]);
    expect(await read("new.md")).toBe(written);
    expect((await run("check", "new.md")).code).toBe(0);
  });

  test("imports a Word document, a PDF file and text in GBK, and leaves the files as they are", async () => {
    const title = "某某市水务局2023年政府信息公开工作年度报告";
    const gbk = Uint8Array.of(0xd2, 0xbb, 0xa1, 0xa2, 0xd7, 0xdc, 0xcc, 0xe5, 0xc7, 0xe9, 0xbf, 0xf6);
    const word = docx({ body: wordParagraph(title) });
    await put("a.docx", word);
    await put("b.pdf", pdf([pdfText(title, 60, 700)]));
    await put("c.txt", gbk);
    for (const name of ["a.docx", "b.pdf"]) {
      const { code, out } = await run("import", name);
      expect([code, out]).toEqual([1, `# ${title}\n`]);
    }
    // The heading of a section alone makes no report, but it is read.
    expect((await run("import", "c.txt")).err).toContain("没有认出");
    expect((await run("import", "a.docx", "-o", "a.docx")).code).toBe(2);
    expect(new Uint8Array(await readFile(join(cwd, "a.docx")))).toEqual(word);
    expect((await run("import", "a.docx", "-o", "neu/a.md")).err).toContain("没有这个文件或文件夹");
    expect((await run("import", "a.docx", "-o", "a.md")).code).toBe(1);
    expect((await readdir(cwd)).toSorted()).toEqual(["a.docx", "a.md", "b.pdf", "c.txt"]);
  });
});
