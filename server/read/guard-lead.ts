/** The beginning of a line that may open or continue lists, quotes and footnotes. */
export interface Lead {
  /** Width of the blanks, save the one that a mark needs behind it; a tab counts four. */
  readonly columns: number;
  /** How many containers the line names by their marks. */
  readonly marks: number;
  /** Whether one of the marks is that of a list or a footnote. */
  readonly hasItem: boolean;
  /** Two lines with the same shape stand in the same containers, or in neighbouring items of one list. */
  readonly shape: string;
}

const noLead: Lead = { columns: 0, marks: 0, hasItem: false, shape: "" };
const piece = /([ \t]*)(?:(>)|([-+*])(?=[ \t]|$)|\d{1,9}([.)])(?=[ \t]|$)|(\[\^[^\s\]]{1,999}\]:))/uy;
const blanks = /[ \t]*/uy;

/** Reads blanks and container marks as far as they go; a line of marks alone (`* * *`) is a rule and has none. */
export function leadOf(line: string): Lead {
  if (!" \t>-+*[0123456789".includes(line.charAt(0))) return noLead;
  let at = 0;
  let columns = 0;
  let marks = 0;
  let hasItem = false;
  let shape = "";
  for (let match = matchAt(piece, line, at); match !== null; match = matchAt(piece, line, at)) {
    columns += Math.max(0, widthOf(match[1] ?? "") - Math.sign(marks));
    marks += 1;
    hasItem ||= match[2] === undefined;
    shape += `${match[1]}${match[2] ?? match[3] ?? match[4] ?? "^"}`;
    at += match[0].length;
  }
  const rest = matchAt(blanks, line, at)?.[0] ?? "";
  if (1 < marks && isRule(line)) return noLead;
  columns += Math.max(0, widthOf(rest) - Math.sign(marks));
  return { columns, marks, hasItem, shape: shape + rest };
}

function matchAt(pattern: RegExp, line: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(line);
}

function widthOf(written: string): number {
  let width = 0;
  for (const blank of written) width += blank === "\t" ? 4 : 1;
  return width;
}

function isRule(line: string): boolean {
  const marks = line.replace(/[ \t]+/gu, "");
  return /^(?:\*+|-+|_+)$/u.test(marks);
}
