import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";

// Starts the command line with what the engine compiled of it in an earlier run: to compile it anew takes longer than
// all the rest of checking one report (V8's code cache, https://v8.dev/blog/code-caching-for-devs). Beside the program
// it is as safe as the program itself, and goes with it.

/** The program, as the build wrote it: a function of what Node gives a module of its kind. */
const program = join(import.meta.dirname, "cli-program.js");
const compiled = `${program}.cache`;

/** What the compiled program begins with: it is that of one engine and of one build. */
const { size, mtimeMs } = statSync(program);
const mark = `${process.version} ${process.arch} ${size} ${mtimeMs}`.padEnd(64);

const cachedData = readCompiled();
const script = new Script(readFileSync(program, "latin1"), {
  filename: program,
  ...(cachedData === undefined ? {} : { cachedData }),
});
script.runInThisContext()(require, import.meta.dirname);

if (cachedData === undefined || script.cachedDataRejected) {
  process.once("exit", (code) => {
    // Functions are compiled as they are called, and only a check calls those that are needed again.
    if (process.argv[2] === "check" && code < 2) keepCompiled(script.createCachedData());
  });
}

function readCompiled(): Uint8Array | undefined {
  try {
    const bytes = readFileSync(compiled);
    return bytes.toString("latin1", 0, mark.length) === mark ? bytes.subarray(mark.length) : undefined;
  } catch {
    // There is none yet, or it cannot be read: the engine compiles.
    return undefined;
  }
}

/** Writes it beside and moves it into place: another run may be reading it. */
function keepCompiled(code: Uint8Array): void {
  const temporary = `${compiled}.${process.pid}`;
  try {
    writeFileSync(temporary, Buffer.concat([Buffer.from(mark, "latin1"), code]));
    renameSync(temporary, compiled);
  } catch {
    // Where programs are installed for all, nobody may write: every run compiles.
    rmSync(temporary, { force: true });
  }
}
