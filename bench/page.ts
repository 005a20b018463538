import { cpus } from "node:os";
import { goals } from "../test/support/goals.ts";
import type { Outcome } from "./measure.ts";
import { hasPeers, howToInstall } from "./peers.ts";

/** One line for each goal that was measured, for a terminal. */
export function printed(outcomes: readonly Outcome[]): string {
  return inOrder(outcomes)
    .map(({ goal, outcome }) => {
      const others = outcome.peers === "" ? "" : `\n     beside: ${outcome.peers}`;
      return `${mark(outcome.first)} ${mark(outcome.later)} ${goal.what}\n     ${outcome.measured}\n     goal: ${goal.first}; then ${goal.later}${others}`;
    })
    .join("\n");
}

/** The page of all figures, in Markdown. */
export function pageOf(outcomes: readonly Outcome[], minutes: number): string {
  const rows = inOrder(outcomes).map(({ goal, outcome }) =>
    [goal.what, goal.first, mark(outcome.first), goal.later, mark(outcome.later), outcome.measured, outcome.peers]
      .map((cell) => cell.replaceAll("|", "\\|"))
      .join(" | "),
  );
  return `${[
    "# Speed",
    "",
    "速度实测：每一项写明目标、实测值和同类工具在同一台机器、同一次运行中的数值。",
    "",
    `Measured by \`npm run bench\` in about ${minutes} minutes on ${cpus().length} cores, Node ${process.versions.node}, ${process.platform}. Absolute times move with the machine; what counts are the ratios, which are taken within one run.`,
    "",
    "- **P** is one warm parse of the same text by `unified` with `remark-parse` and `remark-gfm` (the median).",
    "- **Cold P** is the first parse in a program that has just started and done nothing else (the median).",
    "- **B** is `node -e 0` (the shortest of several runs).",
    "- ✓ reached, ✗ not reached, – not known here.",
    "",
    "| what | goal | | goal after that | | measured | beside it |",
    "| --- | --- | :-: | --- | :-: | --- | --- |",
    ...rows.map((row) => `| ${row} |`),
    "",
    "## What the rows mean",
    "",
    "- The reports are made up: no two have a paragraph in common, every sum in them holds. Texts above 512 × 1024 characters are not read but refused at once; the rows on 5 MB measure the refusal.",
    "- An edit is a number typed over another in a table, no two of them alike. The time runs from the sending of the change to the arrival of the diagnostics for it, in a client that asks for them as VS Code does. The first three hundred edits, while engines still compile, do not count, of no server; the row of 30 keys a second begins with a server just started.",
    "- Hostile texts are made of nothing but one mark or word, hundreds of thousands of times, inside a report. Time counts as computing time of the thread. The exponent says how it grows with the size, over texts of 16 to 500 KB: 1 is linear. A check that takes no longer than a refusal may is as good as one.",
    "- The regular expressions are those written in the sources and those put together while reports are checked, each run over repetitions of its own words and of common characters.",
    "- Ten thousand reports in less than ten times the time of a thousand count as reached: more of them share the start and the compiling.",
    "- The tools beside us do other work than we do; they are here to show what is usual. rumdl and markdownlint-cli2 check Markdown in general, autocorrect Chinese typography.",
    "",
    "## What stands in the way",
    "",
    "- **A key**: the protocol library alone, without any check, has the figures beside ours; the rest are 47 rules over the tables and every paragraph. Paragraphs and tables that did not change are not read anew, and most paragraphs are asked one thing only: whether they tell anything.",
    "- **Large texts**: the library writes the whole text anew for every change, a megabyte of it at 1.5 MB; clearing that away is what the slowest keys wait for. See what the library takes alone. A text that is refused, as at 5 MB, is kept as lines instead.",
    "- **1,000 reports**: remark is not asked at all any more. What remains are the rules, on words that no report before had, and a fifth for the start and for what the engine compiles on the way. Two processes side by side gain little, see their figure: the engine compiles and clears beside the one thread already.",
    "- **One report**: of the time above `node -e 0` a quarter goes by before the check begins (reading the program and what the engine compiled of it the last time, and setting up its data), a fifth is compiling patterns, which engines do not keep, a tenth clearing memory, and the rest running what has never run before. Less data, fewer rules' texts and other flags of the engine were tried and gain nothing. The thousandth report of a run takes less than a millisecond.",
    "",
    "## Again",
    "",
    "```sh",
    `${howToInstall}   # the tools beside us; without them their figures are left out`,
    "npm run bench                                # everything, and writes this page",
    "npm run bench -- hostile                     # one part, and leaves this page alone",
    "```",
    "",
  ].join("\n")}`;
}

/** What to do where nothing stands beside our figures. */
export function advice(): string {
  return hasPeers ? "" : `\nThe tools to compare with are not installed: ${howToInstall}\n`;
}

function inOrder(outcomes: readonly Outcome[]) {
  return goals.flatMap((goal) =>
    outcomes.filter((outcome) => outcome.goal === goal.id).map((outcome) => ({ goal, outcome })),
  );
}

function mark(isReached: boolean | undefined): string {
  return isReached === undefined ? "–" : isReached ? "✓" : "✗";
}
