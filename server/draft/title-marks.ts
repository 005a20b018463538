import { matchesIn } from "../read/matches.ts";
import type { Replacement } from "./half-width.ts";

interface Opened {
  readonly mark: string;
  readonly at: number;
}

/**
 * Title marks inside title marks that are not the ones due: 〈〉 inside 《》, 《》 again inside those. Ascending; `due` is
 * the pair of marks. A title that is not closed gives nothing, nor does one whose inner marks cross.
 */
export function wronglyNested(text: string): readonly Replacement[] {
  const found: Replacement[] = [];
  const open: Opened[] = [];
  let inside: Replacement[] = [];
  let isCrossed = false;
  for (const { 0: mark, index } of matchesIn(text, /[《〈<＜》〉>＞]/gu)) {
    if ("《〈<＜".includes(mark)) {
      if (mark === "《" || open.length > 0) open.push({ mark, at: index });
      continue;
    }
    // A < that nothing closes within the title is a sign of its own; so is a > that nothing opens.
    while (mark === "》" && "<＜".includes(open.at(-1)?.mark ?? " ")) open.pop();
    const top = open.at(-1);
    if (top === undefined) continue;
    if (mark !== "》" && top.mark === "《") {
      isCrossed ||= mark === "〉";
      continue;
    }
    open.pop();
    const due = open.length % 2 === 0 ? "《》" : "〈〉";
    const isWrong = open.length > 0 && top.mark + mark !== due;
    if (isWrong && index - top.at < LONGEST) inside.push({ from: top.at, to: index + 1, due });
    if (open.length > 0) continue;
    if (!isCrossed) for (const one of inside) found.push(one);
    [inside, isCrossed] = [[], false];
  }
  return found.toSorted((a, b) => a.from - b.from);
}

/** More than any title has. */
const LONGEST = 200;

/** A mark that lacks its partner. */
export interface Lonely {
  readonly at: number;
  readonly name: string;
  readonly isOpen: boolean;
}

/** Marks without a partner, kind by kind: the outermost that is not closed, or the first that was not opened. */
export function lonelyMarks(text: string): readonly Lonely[] {
  const marks = matchesIn(text, MARK);
  if (marks.length === 0) return [];
  const kinds = PAIRS.map(([name, open]) => ({ name, open, opened: [] as number[], lonely: [] as Lonely[] }));
  for (const { 0: mark, index: at } of marks) {
    const kind = kinds[PAIRS.findIndex(([, open, close]) => open.includes(mark) || close.includes(mark))];
    if (kind === undefined) continue;
    if (kind.open.includes(mark)) kind.opened.push(at);
    else if (kind.opened.pop() === undefined) kind.lonely.push({ at, name: kind.name, isOpen: false });
  }
  return kinds.flatMap(({ name, opened: [first], lonely: [other] }) => {
    if (name === "括号" && (first ?? other) !== undefined && NUMBERED.test(text)) return [];
    if (first !== undefined && first < (other?.at ?? text.length)) return [{ at: first, name, isOpen: true }];
    return other ?? [];
  });
}

const PAIRS = [
  ["括号", "（(", "）)"],
  ["引号", "“", "”"],
  ["书名号", "《", "》"],
] as const;

/** A mark, or an address, which has marks of its own. */
const MARK = /[（(）)“”《》]|(?:https?:\/\/|www\.)[!-~]+/giu;

/** Items numbered 1） a） 一）: their brackets have no partner, and others may be taken for it. */
const NUMBERED = /(?:^|[^\d（(a-z.])(?:\d{1,2}|[a-z]|[一二三四五六七八九十①-⑳])[)）]/iu;
