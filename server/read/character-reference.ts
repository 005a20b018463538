import { decodeHTMLStrict } from "entities/decode";

/**
 * Decodes a named character reference given without `&` and `;`: `amp` is `&`; false where HTML knows no such name.
 * The bundles take it for micromark's own decoder, so that the table of names, which the HTML reader has too, is in
 * them once.
 */
export function decodeNamedCharacterReference(name: string): string | false {
  if (!/^[A-Za-z][A-Za-z0-9]*$/u.test(name)) return false;
  const reference = `&${name};`;
  const decoded = decodeHTMLStrict(reference);
  return decoded === reference ? false : decoded;
}
