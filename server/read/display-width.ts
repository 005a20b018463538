import { eastAsianWidth } from "get-east-asian-width";

/**
 * The columns a text takes on a screen with letters of one width: a Han character two, and what is ambiguous as well, as
 * Chinese fonts have it (Unicode Standard Annex #11).
 */
export function displayWidth(text: string): number {
  return Array.from(text).reduce(
    (sum, character) => sum + eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true }),
    0,
  );
}
