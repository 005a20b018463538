import { eastAsianWidth } from "get-east-asian-width";
import { type Analysis, analyze, defaultSettings, type Settings } from "../../server/analysis.ts";
import { positionAt } from "../../server/read/lines.ts";
import type { Edit, Finding } from "../../server/rules/rule.ts";

/**
 * A literate fixture: Markdown in which every fence `report` is an input. Caret lines below a line of it are the
 * findings there; a fence after it is printed by the function of its name; a fence `settings` before it holds JSON, a
 * fence `clipboard` after it what was copied.
 * Nothing is parsed from an expectation: the whole file is printed anew and compared with itself.
 */
export function reprint(fixture: string, printers: Printers, only?: string): string {
  const out: string[] = [];
  let settings = defaultSettings;
  let current: Case | undefined;
  for (const part of splitFences(fixture)) {
    if (part.kind === "prose") {
      out.push(...part.lines);
      continue;
    }
    let body = part.lines;
    if (part.name === "settings") {
      settings = { ...defaultSettings, ...JSON.parse(body.join("\n")) };
    } else if (part.name === "report") {
      current = readCase(body, settings, only);
      body = current.printed;
      settings = defaultSettings;
    } else if (current !== undefined && part.name === "clipboard") {
      current = { ...current, clipboard: body.join("\n") };
    } else if (current !== undefined && part.name in printers) {
      body = (printers[part.name]?.(current) ?? "").split("\n");
    }
    out.push(part.open, ...body, part.close);
  }
  return out.join("\n");
}

/** One input with what was found in it. */
export interface Case {
  readonly text: string;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  /** Offset of `$0`, 0 where there is none. */
  readonly cursor: number;
  /** What was copied before, `""` where nothing was. */
  readonly clipboard: string;
  /** The input with its caret lines. */
  readonly printed: readonly string[];
}

export type Printers = Readonly<Record<string, (fixture: Case) => string>>;

type Part =
  | { readonly kind: "prose"; readonly lines: readonly string[] }
  | {
      readonly kind: "fence";
      readonly name: string;
      readonly open: string;
      readonly lines: readonly string[];
      readonly close: string;
    };

function splitFences(fixture: string): readonly Part[] {
  const parts: Part[] = [];
  let prose: string[] = [];
  const lines = fixture.split("\n");
  for (let at = 0; at < lines.length; at += 1) {
    const open = lines[at] ?? "";
    const [, ticks, name] = /^(`{3,})([a-z]+)/u.exec(open) ?? [];
    if (ticks === undefined || name === undefined) {
      prose.push(open);
      continue;
    }
    const end = lines.findIndex((line, index) => index > at && line.trim() === ticks);
    if (end < 0) throw new Error(`Fence without an end: line ${at + 1}`);
    parts.push(
      { kind: "prose", lines: prose },
      { kind: "fence", name, open, lines: lines.slice(at + 1, end), close: ticks },
    );
    prose = [];
    at = end;
  }
  parts.push({ kind: "prose", lines: prose });
  return parts;
}

function readCase(body: readonly string[], settings: Settings, only: string | undefined): Case {
  const kept = body.filter((line) => !/^\s*\^/u.test(line)).join("\n");
  const cursor = Math.max(0, kept.indexOf("$0"));
  const text = kept.replace("$0", "");
  const analysis = analyze(text, settings);
  const all = analysis.status === "checked" ? analysis.findings : [];
  const findings = only === undefined ? all : all.filter(({ rule }) => rule === only);
  const marked = text
    .split("\n")
    .flatMap((line, number) => [
      number === positionAt(analysis.lines, cursor).line && kept !== text
        ? `${line.slice(0, positionAt(analysis.lines, cursor).character)}$0${line.slice(positionAt(analysis.lines, cursor).character)}`
        : line,
      ...findings
        .filter(({ at }) => positionAt(analysis.lines, at.start).line === number)
        .map((finding) => caret(line, finding, analysis)),
    ]);
  return { text, analysis, findings, cursor, clipboard: "", printed: marked };
}

function caret(line: string, { at, severity, rule, message, fixes = [] }: Finding, { lines }: Analysis): string {
  const start = positionAt(lines, at.start).character;
  const end = start + (at.end - at.start);
  const lamp = fixes.length > 0 ? " 💡" : "";
  return `${" ".repeat(width(line.slice(0, start)))}${"^".repeat(Math.max(1, width(line.slice(start, end))))} ${severity}[${rule}]${lamp}: ${message}`;
}

function width(text: string): number {
  return [...text].reduce((sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0), 0);
}

/** The text after some edits; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.at.start - a.at.start)
    .reduce(
      (result, { at, text: replacement }) => result.slice(0, at.start) + replacement + result.slice(at.end),
      text,
    );
}

/** Every fix of every finding as a diff of lines. */
export function printDiff({ text, findings }: Case): string {
  return findings
    .flatMap(({ fixes = [] }) => fixes)
    .map((fix) => `@@ ${fix.title}${fix.safe ? "" : "（需确认）"}\n${diffLines(text, applyEdits(text, fix.edits))}`)
    .join("\n");
}

function diffLines(before: string, after: string): string {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const gone = a.slice(head, a.length - tail).map((line) => `-${line}`);
  const come = b.slice(head, b.length - tail).map((line) => `+${line}`);
  return [...gone, ...come].join("\n");
}
