/** A goal of speed. What is compared with P or B was taken in the same run, so that it holds on any machine. */
export interface Goal {
  readonly id: string;
  readonly what: string;
  /** What was to be reached first, and what is to be reached later. */
  readonly first: string;
  readonly later: string;
}

/** Every goal of the benchmark, in the order of `docs/performance.md`. */
export const goals = [
  {
    id: "edit-15k",
    what: "edit → diagnostics over stdio, 15 KB",
    first: "p95 ≤ 0.5 P",
    later: "p95 ≤ 0.15 P and ≤ ½ of rumdl's",
  },
  { id: "edit-150k", what: "the same at 150 KB", first: "p95 ≤ 2 × the 15 KB figure", later: "≤ 1.5 ×" },
  { id: "edit-1500k", what: "the same at 1.5 MB", first: "p95 ≤ 2 × the 15 KB figure", later: "≤ 1.5 ×" },
  { id: "edit-5m", what: "the same at 5 MB", first: "p95 ≤ 2 × the 15 KB figure", later: "≤ 1.5 ×" },
  {
    id: "keys",
    what: "30 keys a second, 15 KB",
    first: "diagnostics for ≥ 99 % of the edits, p95 ≤ 2.5 × the figure above",
    later: "the same",
  },
  { id: "open", what: "open → first diagnostics, server just started", first: "≤ 1.3 cold P", later: "≤ 0.5 cold P" },
  { id: "start", what: "start → initialize", first: "≤ 2.5 B", later: "≤ 1.9 B" },
  {
    id: "thousand",
    what: "1,000 reports by the command line, all rules",
    first: "≤ 0.2 of parsing alone with remark-gfm",
    later: "≥ 1.2 × rumdl's files a second",
  },
  { id: "one", what: "one report by the command line", first: "≤ 1.8 B", later: "≤ 1.3 B" },
  {
    id: "large",
    what: "one 5 MB file by the command line",
    first: "finishes, ≤ 300 MB",
    later: "≤ rumdl's time, ≤ 120 MB",
  },
  {
    id: "ten-thousand",
    what: "10,000 reports by the command line",
    first: "≤ 200 MB; 10 × the time of 1,000, ± 10 %",
    later: "the same",
  },
  { id: "memory", what: "server memory after 10,000 edits, 15 KB open", first: "≤ 150 MB", later: "≤ 85 MB" },
  {
    id: "hostile",
    what: "hostile inputs",
    first: "linear (exponent ≤ 1.15) or too-complex within 50 ms, no exception",
    later: "too-complex within 20 ms at 128 KB",
  },
  { id: "patterns", what: "every own regular expression", first: "time of 2n ≤ 2.5 × time of n", later: "the same" },
  {
    id: "hover",
    what: "hover while 10,000 files of the workspace are checked",
    first: "within 50 ms",
    later: "the same",
  },
  {
    id: "size",
    what: "VSIX; server bundle for browsers",
    first: "≤ 1.5 MB; ≤ 600 KB",
    later: "≤ 800 KB; ≤ 400 KB",
  },
] as const satisfies readonly Goal[];

export type GoalId = (typeof goals)[number]["id"];
