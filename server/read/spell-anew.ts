/**
 * The same text as a string of its own. Engines keep a piece cut from a document as a view of it, which holds the whole
 * document in memory for as long as the piece is remembered; put together with something else it has to be written out.
 */
export function spellAnew(text: string): string {
  return ` ${text}`.slice(1);
}
