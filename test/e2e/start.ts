import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "./hosts/process.ts";
import { startWebHost } from "./hosts/web.ts";

// Shows what Nianbao does: its findings in the examples, then a real VS Code with the examples opened.

const { values } = parseArgs({
  options: {
    serve: { type: "boolean", default: true },
    port: { type: "string" },
    language: { type: "string", default: "zh-cn" },
  },
  allowNegative: true,
});
const examples = join(projectFolder, "examples");
const check = spawnSync(process.execPath, [join(projectFolder, "dist", "cli.cjs"), "check", "examples/"], {
  cwd: projectFolder,
  stdio: "inherit",
});
// One is the expected result: the examples have faults to show. Anything above means that they were not checked.
if (check.status === null || check.status > 1) process.exit(check.status ?? 2);
if (values.serve) await serve();

async function serve(): Promise<void> {
  const host = await startWebHost({
    extensionDevelopmentPath: projectFolder,
    folder: examples,
    language: values.language === "en" ? "en" : "zh-cn",
    ...(values.port ? { port: Number(values.port) } : {}),
  });
  console.log(
    `\n在浏览器中打开 VS Code（已打开 examples/）· VS Code with examples/ opened:\n\n  ${host.url}\n\nCtrl+C`,
  );
  const end = () => void host.dispose();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}
