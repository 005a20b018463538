/** Where a global pattern fits a text, in order. Most texts hold no match, and to find none costs least this way. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return text.search(pattern) < 0 ? NONE : Array.from(text.matchAll(pattern));
}

const NONE: readonly RegExpExecArray[] = [];
