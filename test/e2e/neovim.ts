import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./hosts/process.ts";
import { makeWorkspace } from "./workspace.ts";

// Runs the server in Neovim, as one of the editors that are not VS Code: `npm run e2e:neovim`.

const workspace = makeWorkspace(join(projectFolder, "examples"));
try {
  const { right, wrong } = workspace.wrongTotal;
  const told = {
    server: [process.execPath, join(projectFolder, "dist", "server.node.cjs"), "--stdio"],
    folder: workspace.folder,
    wrong: join(workspace.folder, "wrong-total.md"),
    clean: readFileSync(join(workspace.folder, "clean.md"), "utf8"),
    figure: { right, wrong },
  };
  const suite = join(projectFolder, "test", "e2e", "neovim", "suite.lua");
  const run = spawnSync(
    process.env.NIANBAO_NVIM ?? "nvim",
    // Without the user's configuration and without leaving anything behind.
    [
      "--headless",
      "-u",
      "NONE",
      "-i",
      "NONE",
      "-n",
      "--cmd",
      "lua nianbao = vim.json.decode(vim.env.NIANBAO_TEST)",
    ].concat("-S", suite),
    {
      env: {
        ...process.env,
        NIANBAO_TEST: JSON.stringify(told),
        XDG_STATE_HOME: workspace.folder,
        XDG_CACHE_HOME: workspace.folder,
      },
      stdio: ["ignore", "inherit", "inherit"],
      timeout: 180_000,
    },
  );
  if (run.error !== undefined)
    throw new Error("Neovim could not be run (Debian: apt-get install neovim)", { cause: run.error });
  process.exitCode = run.status ?? 1;
} finally {
  workspace.dispose();
}
