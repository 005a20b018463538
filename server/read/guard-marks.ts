/** What of a line or paragraph costs the Markdown parser more than its length. */
export interface Marks {
  /** Runs of `*`, `_` or `~` and brackets: each may be compared with every token before it. */
  pairs: number;
  /** Whatever cuts the text into pieces: the above, words that may be addresses, escapes, references, tags. */
  tokens: number;
  /** `[` without `]` so far, and the tokens behind one: for each the parser goes back to the bracket. */
  brackets: number;
  inBrackets: number;
  /** Beginnings like `<!` and `<?`, whose end is looked for as far as the paragraph goes. */
  declarations: number;
  /** Lengths of backtick runs, whose equals are looked for likewise; one that is escaped is shorter than it looks. */
  readonly ticks: Set<number>;
  escapedTicks: number;
}

/** Starts a count. */
export function noMarks(): Marks {
  return { pairs: 0, tokens: 0, brackets: 0, inBrackets: 0, declarations: 0, ticks: new Set(), escapedTicks: 0 };
}

const kinds = { none: 0, bracket: 1, emphasis: 2, word: 3, other: 4 } as const;
const kindOf = new Uint8Array(128);
for (const character of "[]") kindOf[character.charCodeAt(0)] = kinds.bracket;
for (const character of "*_~") kindOf[character.charCodeAt(0)] = kinds.emphasis;
for (const character of "\\&<`:@!") kindOf[character.charCodeAt(0)] = kinds.other;
for (let code = 43; code < 123; code++)
  if (/[0-9A-Za-z+.-]/u.test(String.fromCharCode(code))) kindOf[code] = kinds.word;

/** Counts the marks of one line. */
export function countMarks(marks: Marks, line: string): void {
  let before = -1;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    const kind = code < 128 ? kindOf[code] : kinds.none;
    const same = kind === kinds.word ? kinds.word : code;
    if (kind === kinds.bracket) addBracket(marks, code);
    else if (kind === kinds.other) addToken(marks);
    else if (kind !== kinds.none && same !== before) {
      if (kind === kinds.emphasis) marks.pairs += 1;
      addToken(marks);
    }
    before = same;
  }
  addToken(marks);
  if (line.includes("<")) marks.declarations += line.match(/<[!?]/gu)?.length ?? 0;
  if (line.includes("`")) countTicks(marks, line);
}

function countTicks(marks: Marks, line: string): void {
  for (const [run] of line.matchAll(/\\?`+/gu)) {
    if (run.startsWith("\\")) marks.escapedTicks += 1;
    else marks.ticks.add(run.length);
  }
}

function addToken(marks: Marks): void {
  marks.tokens += 1;
  if (0 < marks.brackets) marks.inBrackets += 1;
}

function addBracket(marks: Marks, code: number): void {
  marks.pairs += 1;
  marks.brackets = Math.max(0, marks.brackets + (code === "[".charCodeAt(0) ? 1 : -1));
  addToken(marks);
}

/** Estimated milliseconds for addresses such as `www.`: their end is looked for again and again in one word. */
export function addressWork(line: string): number {
  if (!/:\/\/|www\./iu.test(line)) return 0;
  let work = 0;
  for (const [address] of line.matchAll(/(?:https?:\/\/|www\.)[^\s<]*/giu)) {
    const starts = address.match(/www\.|https?:\/\//giu)?.length ?? 0;
    work += (starts - 1) * address.length * 1e-4;
    for (const [trail] of address.matchAll(/(?:[!"')*,.:;?\]_~]|&[a-z0-9]*)+/giu)) work += trail.length ** 2 * 3e-5;
  }
  return work;
}
