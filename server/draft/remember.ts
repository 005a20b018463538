import { spellAnew } from "../read/spell-anew.ts";

/** How many answers are kept, and to texts of which length: by default, labels and figures are. */
interface Limits {
  readonly limit?: number;
  readonly longest?: number;
}

/**
 * The same pure function, with its answers to short texts kept: the labels of a report are the same from key to key and
 * from file to file. Beyond the limit everything is forgotten, so that memory stays bounded. `subject` is what a text
 * stands for where it is only a name: the same name has the same answer.
 */
export function remember<T, S = void>(
  answer: (text: string, subject: S) => T,
  { limit = 4096, longest = 120 }: Limits = {},
): (text: string, subject: S) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text, subject) => {
    const before = known.get(text);
    if (before !== undefined) return before.answer;
    if (text.length > longest) return answer(text, subject);
    if (known.size >= limit) known.clear();
    const own = spellAnew(text);
    const found = answer(own, subject);
    known.set(own, { answer: found });
    return found;
  };
}

/** The same function of an object that never changes, asked once per object and forgotten with it. */
export function oncePer<K extends object, T>(answer: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>();
  return (key) => {
    const before = known.get(key) ?? { answer: answer(key) };
    known.set(key, before);
    return before.answer;
  };
}
