import type { Draft } from "../draft/draft.ts";
import { type Lines, positionAt } from "../read/lines.ts";
import { type Prose, type Span, spanIn } from "../read/outline.ts";
import { lineEnd, lineStart, removeLines } from "./edits.ts";
import type { Finding } from "./rule.ts";

/** A comment that allows a rule to be broken: `<!-- nianbao-allow sum-mismatch: reason -->`. */
export interface Allowance {
  readonly rule: string;
  /** `""` where the clerk gave none: such a comment allows nothing. */
  readonly reason: string;
  /** `line`: the line the comment ends, or the one below where it stands alone. `file`: everywhere. */
  readonly scope: "line" | "file";
  readonly span: Span;
  /** Where the name of the rule stands. */
  readonly named: Span;
  /** What goes with the comment when it is taken out: the blanks before it, or the line it has to itself. */
  readonly whole: Span;
}

/** A finding that an allowance covers. */
export interface Allowed {
  readonly rule: string;
  readonly reason: string;
  /** Where the finding stands. */
  readonly at: Span;
}

const PATTERN = /^\s*nianbao-allow(-file)?\s+([a-z0-9-]+)\s*(?:[:：](.*))?$/su;

/** The allowances of a document, in order. */
export function readAllowances({ outline, text }: Pick<Draft, "outline" | "text">): readonly Allowance[] {
  return outline.comments.flatMap((comment: Prose) => {
    const [found, file, rule = "", reason = ""] = PATTERN.exec(comment.text) ?? [];
    if (found === undefined) return [];
    const { span } = comment;
    const at = comment.text.indexOf(rule, comment.text.indexOf("allow") + "allow".length);
    const named = spanIn(comment, at, at + rule.length);
    return [
      {
        rule,
        reason: reason.trim(),
        scope: file === undefined ? "line" : "file",
        span,
        named,
        whole: wholeOf(text, span),
      } as const,
    ];
  });
}

function wholeOf(text: string, { start, end }: Span): Span {
  const before = text.slice(lineStart(text, start), start);
  const after = text.slice(end, lineEnd(text, end));
  if (before.trim() !== "" || after.trim() !== "") {
    return { start: after.trim() === "" ? start - (before.length - before.trimEnd().length) : start, end };
  }
  const line = removeLines(text, { start, end }).at;
  // The blank line that set the comment off goes, too.
  const isSetOff = lineStart(text, start) === 0 || /[\r\n][ \t]*(?:\r\n|\r|\n)$/u.test(text.slice(0, line.start));
  const blank = isSetOff ? (/^[ \t]*(?:\r\n|\r|\n)/u.exec(text.slice(line.end))?.[0].length ?? 0) : 0;
  return { start: line.start, end: line.end + blank };
}

/** Parts the findings into those that stand and those an allowance covers, and names the allowances that were used. */
export function applyAllowances(
  findings: readonly Finding[],
  allowances: readonly Allowance[],
  text: string,
  lines: Lines,
): {
  readonly standing: readonly Finding[];
  readonly allowed: readonly Allowed[];
  readonly used: ReadonlySet<Allowance>;
} {
  const valid = allowances.filter(({ reason }) => reason !== "");
  const covered = new Map(valid.map((allowance) => [allowance, coveredLine(allowance, text, lines)]));
  const used = new Set<Allowance>();
  const allowed: Allowed[] = [];
  const standing = findings.filter((finding) => {
    const { line } = positionAt(lines, finding.at.start);
    const by = valid.find(
      (allowance) => allowance.rule === finding.rule && (allowance.scope === "file" || covered.get(allowance) === line),
    );
    if (by === undefined) return true;
    used.add(by);
    allowed.push({ rule: finding.rule, reason: by.reason, at: finding.at });
    return false;
  });
  return { standing, allowed, used };
}

/** Its own line where anything else stands on it; the next line that says something where it stands alone. */
function coveredLine({ span }: Allowance, text: string, lines: Lines): number {
  const { line } = positionAt(lines, span.end);
  const isBlank = (from: number, to: number) => isEmpty(text.slice(lines.starts[from], lines.starts[to]), from);
  let at = line;
  while (at < lines.starts.length && isBlank(at, at + 1)) at += 1;
  const isAlone = isBlank(positionAt(lines, span.start).line, line + 1);
  return isAlone ? at : line;
}

/**
 * True for lines that hold nothing but comments and the marks of quotes and lists. A byte order mark is a blank at the
 * beginning of the text, and elsewhere a character that a finding may be about.
 */
function isEmpty(lines: string, line: number): boolean {
  const said = lines.replaceAll(/<!--[\s\S]*?(?:-->|$)/gu, (comment) => (comment.endsWith("-->") ? "" : comment));
  return /^(?:[^\S\ufeff]|[>*+-])*$/u.test(line === 0 ? said.replace(/^\ufeff/u, "") : said);
}
