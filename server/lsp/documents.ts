import type { TextDocumentsConfiguration } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type LargeDocument, largeDocument, updateLarge } from "./large-document.ts";

/** A document as it is kept: in one piece where it is read, which the library does well, else as lines. */
export type OpenDocument = TextDocument | LargeDocument;

/** Whether a document is above the limit it is kept by. */
export const isLarge = (document: OpenDocument): document is LargeDocument => "lines" in document;

/** How documents are made and changed. One that passes the limit, either way, goes on as another object. */
export function documentsUpTo(limit: number): TextDocumentsConfiguration<OpenDocument> {
  const create = (uri: string, languageId: string, version: number, text: string): OpenDocument =>
    (text.length > limit ? largeDocument : TextDocument.create)(uri, languageId, version, text);
  return {
    create,
    update(document, changes, version) {
      const { uri, languageId } = document;
      if (isLarge(document)) {
        updateLarge(document, changes, version);
        return document.length > limit ? document : create(uri, languageId, version, document.lines.join(""));
      }
      const text = TextDocument.update(document, changes, version).getText();
      return text.length > limit ? create(uri, languageId, version, text) : document;
    },
  };
}
