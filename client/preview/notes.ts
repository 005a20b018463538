import type { Env, MarkdownIt, RendererRule, Token } from "./markdown-it.ts";

/** A finding as it is noted beside the text. */
export interface Finding {
  /** Where it begins, counted from 0, in UTF-16 units. */
  readonly line: number;
  readonly character: number;
  readonly severity: "error" | "warning" | "info" | "hint";
  readonly message: string;
}

/** The findings of the document that is rendered in an environment; none where it is not known. */
export type FindingsIn = (env: Env | undefined) => readonly Finding[];

/** Stretch of a line that a cell of a table stands for; together the cells of a row stand for all of it. */
export interface Place {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const places = new WeakMap<Token, Place>();

/** Tells where in the source a cell stands. */
export function setPlace(cell: Token, place: Place): void {
  places.set(cell, place);
}

/**
 * Puts notes into the margin of the block or row they belong to, and a mark into the cell. What is written in a note is
 * escaped; everything else markdown-it writes as always.
 */
export function noteFindings(md: MarkdownIt, findingsIn: FindingsIn): void {
  const { rules } = md.renderer;
  const after = (type: string, notes: (token: Token, findings: readonly Finding[]) => string) => {
    const rule: RendererRule = rules[type] ?? ((tokens, at, options, _, self) => self.renderToken(tokens, at, options));
    rules[type] = (tokens, at, options, env, self) => {
      const written = rule(tokens, at, options, env, self);
      const [token, findings] = [tokens[at], findingsIn(env)];
      return token === undefined || findings.length === 0 ? written : written + notes(token, findings);
    };
  };
  const margin = (found: readonly Finding[]) => marginNotes(found, md.utils.escapeHtml);
  for (const type of ["heading_open", "paragraph_open"])
    after(type, ({ map }, findings) => margin(map === null ? [] : findings.filter(({ line }) => isIn(line, map))));
  for (const type of ["th_open", "td_open"])
    after(type, (token, findings) => {
      const place = places.get(token);
      if (place === undefined) return "";
      const row = findings.filter(({ line }) => line === place.line);
      const own = row.filter(({ character }) => place.from <= character && character < place.to);
      const mark = own.length === 0 ? "" : `<span class="nianbao-fault nianbao-${worst(own)}"></span>`;
      return mark + (place.from === 0 ? margin(row) : "");
    });
}

function isIn(line: number, [from, to]: readonly [number, number]): boolean {
  return from <= line && line < to;
}

function marginNotes(found: readonly Finding[], escaped: (text: string) => string): string {
  if (found.length === 0) return "";
  const notes = found.map(({ severity, message }) => {
    return `<span class="nianbao-note nianbao-${severity}">${escaped(message)}</span>`;
  });
  return `<span class="nianbao-notes nianbao-${worst(found)}" role="note" tabindex="0">${notes.join("")}</span>`;
}

const severities: readonly Finding["severity"][] = ["error", "warning", "info", "hint"];

function worst(found: readonly Finding[]): Finding["severity"] {
  return severities.find((one) => found.some(({ severity }) => severity === one)) ?? "hint";
}
