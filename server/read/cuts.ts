import { changedSpan } from "./changed-span.ts";

/** What lets an open block reach beyond a heading: fences, HTML, definitions and footnotes; each is seen in its line. */
const REACHING = /^[ \t>*+\-\d.)]*(?:```|~~~)|<(?!https?:)[!?/a-z]|\]:|\[\^|\r(?!\n)/imu;

/** Before a heading in the first column behind a blank line, which ends every open block. */
const CUT = /\n[ \t]*\r?\n(?=#{1,6}[ \t])/gu;

/** How many characters behind a cut are looked at. */
const AHEAD = 7;

/** A text and where it can be cut; `reaching` where something in it may reach across, so that it cannot. */
export interface CutBody {
  readonly body: string;
  readonly cuts: readonly number[] | "reaching";
}

/** A text without anything in it, which any other can be compared with. */
export const nothingCut: CutBody = { body: "", cuts: [] };

/**
 * Offsets at which Markdown can be cut so that its pieces read as the whole does (CommonMark 0.31, sections 4.5 to
 * 4.7). Of a text that is almost the one before, only what changed is looked at.
 */
export function cutsSince({ body: before, cuts: known }: CutBody, body: string): CutBody {
  if (known === "reaching") return cutsSince(nothingCut, body);
  const { start, end } = changedSpan(before, body);
  const from = lineStart(body, start);
  const to = nextLine(body, end);
  if (REACHING.test(withoutComments(body.slice(from, to)))) return { body, cuts: "reaching" };
  // A cut hangs on the line ending before it, on the blank line and on the beginning of the heading.
  const first = start - AHEAD;
  const shift = body.length - before.length;
  const found = cutsIn(body, first, to);
  const cuts = [
    ...known.filter((cut) => cut < first),
    ...found,
    ...known.map((cut) => cut + shift).filter((cut) => cut > to),
  ];
  return { body, cuts };
}

/** The cuts in a stretch of a text, both ends included. */
function cutsIn(body: string, first: number, last: number): readonly number[] {
  const from = lineStart(body, lineStart(body, lineStart(body, first) - 1) - 1);
  const found = body.slice(from, last + AHEAD).matchAll(CUT);
  return Array.from(found, (match) => from + match.index + match[0].length).filter(
    (cut) => cut >= first && cut <= last,
  );
}

/** Where the line of a place begins. */
function lineStart(body: string, at: number): number {
  return at <= 0 ? 0 : body.lastIndexOf("\n", at - 1) + 1;
}

/** Where the line behind the one of a place begins. */
function nextLine(body: string, at: number): number {
  const feed = body.indexOf("\n", at);
  return feed < 0 ? body.length : feed + 1;
}

/** Without the comments that end on their line. */
function withoutComments(body: string): string {
  if (!body.includes("<!--")) return body;
  return body.replaceAll(/<!--(?!-?>)(?:(?!-->)[^\r\n])*(?:-->)?/gu, (comment) =>
    comment.endsWith("-->") ? "" : comment,
  );
}
