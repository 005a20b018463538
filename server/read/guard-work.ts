import { type Lead, leadOf } from "./guard-lead.ts";
import { addressWork, countMarks, type Marks, noMarks } from "./guard-marks.ts";

/**
 * Adds up, line by line, what makes the Markdown parser slower than linear. The weights are milliseconds, measured
 * with texts of nothing but the thing in question; what cannot be told apart without parsing counts as the worse.
 */
export interface Work {
  /** Estimated milliseconds beyond what the length alone costs. */
  ms: number;
  /** Lists, quotes and footnotes that may be open, one in the other. */
  depth: number;
  lines: number;
  /** Grows with every line and every container; all of it is copied when a container ends. */
  events: number;
  /** Link and footnote definitions, all of which are looked through for every reference and definition. */
  definitions: number;
  /** Container marks of the last line that is not blank. */
  shape: string;
  wasBlank: boolean;
  block: Block;
}

/** Lines that may be one paragraph. */
interface Block {
  lines: number;
  length: number;
  /** Lines that may continue the paragraph of a container they do not name. */
  lazy: number;
  readonly marks: Marks;
}

/** Nothing counted yet. */
export function noWork(): Work {
  return { ms: 0, depth: 0, lines: 0, events: 0, definitions: 0, shape: "", wasBlank: true, block: noBlock() };
}

/** Adds the next line. `isRow` says that it is surely a table row, so that its text ends with it. */
export function addLine(work: Work, line: string, isRow: boolean): void {
  work.lines += 1;
  work.events += 2;
  const isBlank = line === "" || /^[ \t]*$/u.test(line);
  if (isBlank || isRow || startsBlock(line)) endBlock(work);
  if (!isBlank) {
    addContainers(work, line);
    addText(work, line);
  }
  if (isRow) endBlock(work);
  work.ms += work.depth * 6e-4;
  work.wasBlank = isBlank;
}

/** Adds what only counts when the last paragraph is complete. */
export function endBlock(work: Work): void {
  const { lines, length, lazy, marks } = work.block;
  if (lines === 0) return;
  work.ms += lazy * lines * 3e-5;
  work.ms += marks.pairs * marks.tokens * 4e-5;
  work.ms += marks.inBrackets * marks.tokens * 5e-6;
  work.ms += marks.declarations * length * 4e-5;
  work.ms += (marks.ticks.size + marks.escapedTicks) * length * 2e-5;
  work.ms += work.definitions * marks.pairs * 1e-6;
  work.block = noBlock();
}

/** In one paragraph; beyond it the parser's lists of tokens become too long to take something out of the middle. */
const mostTokens = 20_000;

function noBlock(): Block {
  return { lines: 0, length: 0, lazy: 0, marks: noMarks() };
}

/** Headings and bullets begin a new text wherever they stand. */
function startsBlock(line: string): boolean {
  return /^ {0,3}(?:#{1,6}(?:[ \t]|$)|[-+*][ \t]+[^ \t])/u.test(line);
}

function addContainers(work: Work, line: string): void {
  const lead = leadOf(line);
  const reached = Math.min(work.depth, lead.columns >> 1) + lead.marks;
  work.events += 8 * lead.marks;
  if (0 < work.depth && !isSibling(work, lead)) work.ms += work.events * 2.5e-5;
  if (!work.wasBlank && reached < work.depth) work.block.lazy += 1;
  work.depth = work.wasBlank ? reached : Math.max(work.depth, reached);
  work.shape = lead.shape;
}

/** Whether the line surely ends no container. A quote ends with a blank line, a list does not. */
function isSibling(work: Work, lead: Lead): boolean {
  if (lead.shape !== work.shape) return false;
  return lead.hasItem ? lead.marks < 2 : !work.wasBlank;
}

function addText(work: Work, line: string): void {
  const { block } = work;
  if (0 < block.lines && /^[ \t>]*(?:=+|-+)[ \t]*$/u.test(line)) work.ms += work.lines * 1.5e-4;
  block.lines += 1;
  block.length += line.length + 1;
  countMarks(block.marks, line);
  if (mostTokens < block.marks.tokens) work.ms = Number.POSITIVE_INFINITY;
  if (/^[ \t>]*\[[^\]]*\]:/u.test(line)) work.definitions += 1;
  work.ms += addressWork(line);
}
