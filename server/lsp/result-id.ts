import type { TextDocument } from "vscode-languageserver-textdocument";
import type { UserSettings } from "./settings.ts";

/**
 * Names what diagnostics were made from. Versions begin anew when a document is opened again and when the server is
 * started again, so the text itself has a part in the name.
 */
export function resultIdOf(document: TextDocument, settings: UserSettings): string {
  return `${document.version}-${fingerprint(JSON.stringify(settings) + document.getText())}`;
}

/** 32-bit FNV-1a over UTF-16 code units. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
