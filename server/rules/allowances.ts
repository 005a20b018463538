import { type Lines, positionAt } from "../read/lines.ts";
import type { Outline, Prose, Span } from "../read/outline.ts";
import type { Finding } from "./rule.ts";

/** A comment that allows a rule to be broken: `<!-- nianbao-allow sum-mismatch: reason -->`. */
export interface Allowance {
  readonly rule: string;
  /** `""` where the clerk gave none: such a comment allows nothing. */
  readonly reason: string;
  /** `line`: the comment's own line and the next one that is no such comment. `file`: everywhere. */
  readonly scope: "line" | "file";
  readonly span: Span;
}

/** A finding that an allowance covers. */
export interface Allowed {
  readonly rule: string;
  readonly reason: string;
  /** Where the finding stands. */
  readonly at: Span;
}

const PATTERN = /^\s*nianbao-allow(-file)?\s+([a-z0-9-]+)\s*(?:[:：]\s*(.*?))?\s*$/su;

/** The allowances of a document, in order. */
export function readAllowances(outline: Outline): readonly Allowance[] {
  return outline.comments.flatMap((comment: Prose) => {
    const [found, file, rule = "", reason = ""] = PATTERN.exec(comment.text) ?? [];
    if (found === undefined) return [];
    return [{ rule, reason, scope: file === undefined ? "line" : "file", span: comment.span } as const];
  });
}

/** Parts the findings into those that stand and those an allowance covers, and names the allowances that were used. */
export function applyAllowances(
  findings: readonly Finding[],
  allowances: readonly Allowance[],
  lines: Lines,
): {
  readonly standing: readonly Finding[];
  readonly allowed: readonly Allowed[];
  readonly used: ReadonlySet<Allowance>;
} {
  const valid = allowances.filter(({ reason }) => reason !== "");
  const own = new Set(allowances.map(({ span }) => positionAt(lines, span.end).line));
  const covered = new Map(valid.map((allowance) => [allowance, coveredLines(allowance, lines, own)]));
  const used = new Set<Allowance>();
  const allowed: Allowed[] = [];
  const standing = findings.filter((finding) => {
    const { line } = positionAt(lines, finding.at.start);
    const by = valid.find(
      (allowance) =>
        allowance.rule === finding.rule && (allowance.scope === "file" || covered.get(allowance)?.has(line)),
    );
    if (by === undefined) return true;
    used.add(by);
    allowed.push({ rule: finding.rule, reason: by.reason, at: finding.at });
    return false;
  });
  return { standing, allowed, used };
}

function coveredLines({ span }: Allowance, lines: Lines, own: ReadonlySet<number>): ReadonlySet<number> {
  const { line } = positionAt(lines, span.end);
  let next = line + 1;
  while (own.has(next)) next += 1;
  return new Set([line, next]);
}
