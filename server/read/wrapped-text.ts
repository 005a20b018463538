/**
 * Text whose line breaks only wrap it, as one line: they part words in Latin letters and figures, but no Chinese ones.
 * Tabs and line breaks become blanks; other blanks stay as they are but for those at the ends.
 */
export function wrappedText(text: string): string {
  const lines = text.split(/[\r\n]+/u).map((line) => line.trim());
  const joined = lines
    .filter((line) => line !== "")
    .reduce((all, line) => all + (isNarrow(all.at(-1)) && isNarrow(line.at(0)) ? " " : "") + line, "");
  return joined.replaceAll(/[ \t\f\v]+/gu, " ");
}

/** Whether a character is a Latin letter, a figure or a mark of theirs: words of them are parted by blanks. */
export function isNarrow(character: string | undefined): boolean {
  return character !== undefined && character < "\u2e80";
}
