/** Plain text as the text of an XML or HTML element or of a quoted attribute; characters XML forbids are left out. */
export function escapeMarkup(text: string): string {
  return text.replaceAll(FORBIDDEN, "").replaceAll(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? mark);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Control characters, halves of a surrogate pair, and the two that are no characters. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
