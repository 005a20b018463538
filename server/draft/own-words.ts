/**
 * A text of the same length in which everything within 《》 and “” is blotted out: titles and quotations are other
 * people's words. A mark that is not closed blots out the rest.
 */
export function ownWords(text: string): string {
  if (!/[《“]/u.test(text)) return text;
  const parts: string[] = [];
  let [depth, done] = [0, 0];
  const take = (end: number, isOwn: boolean) => {
    parts.push(isOwn ? text.slice(done, end) : BLOT.repeat(end - done));
    done = end;
  };
  for (const { 0: mark, index } of text.matchAll(/[《》“”]/gu)) {
    if (mark === "《" || mark === "“") {
      if (depth === 0) take(index, true);
      depth += 1;
    } else if (depth > 0) {
      depth -= 1;
      if (depth === 0) take(index + 1, false);
    }
  }
  take(text.length, depth === 0);
  return parts.join("");
}

const BLOT = "\ufffc";
