import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Range, TextDocument, type TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { mentionsReport } from "../server/analysis.ts";
import { forms } from "../server/form/index.ts";
import { documentsUpTo, isLarge, type OpenDocument } from "../server/lsp/documents.ts";

const title = forms[0]?.title ?? "";
const bits = ["\n", "\r\n", "\r", "a", "总计", "𠮷", "| 0 |", title, title.slice(0, 5), title.slice(5)];
const texts = fc.array(fc.constantFrom(...bits), { maxLength: 12 }).map((parts) => parts.join(""));

const positions = fc.record({ line: fc.integer({ min: -1, max: 12 }), character: fc.integer({ min: -1, max: 14 }) });
const ranges: fc.Arbitrary<Range> = fc.oneof(
  fc.record({ start: positions, end: positions }),
  positions.map((start) => ({ start, end: start })),
);
const changes: fc.Arbitrary<TextDocumentContentChangeEvent> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ range: ranges, text: texts }) },
  { weight: 1, arbitrary: fc.record({ text: texts }) },
);
const notifications = fc.array(fc.array(changes, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });

/**
 * What the library makes of it. A large document is a new one for each change: a change below the last line confuses
 * the library about those that follow.
 */
function expected(before: TextDocument, edit: TextDocumentContentChangeEvent[], isLarge: boolean): TextDocument {
  if (!isLarge) return TextDocument.update(before, edit, 0);
  const anew = (text: string) => TextDocument.create("", "", 0, text);
  const text = edit.reduce((last, one) => TextDocument.update(anew(last), [one], 0).getText(), before.getText());
  return anew(text);
}

function textOf(document: OpenDocument): string {
  return isLarge(document) ? document.lines.join("") : document.getText();
}

test.each([
  ["all texts are large", -1],
  ["texts become large and small again", 20],
])("an edited document has the text the library gives it where %s", (_name, limit) => {
  const { create, update } = documentsUpTo(limit);
  fc.assert(
    fc.property(texts, notifications, (opened, edits) => {
      let truth = TextDocument.create("", "", 0, opened);
      let document = create("file:///a.md", "markdown", 0, opened);
      for (const [before, edit] of edits.entries()) {
        truth = expected(truth, edit, isLarge(document));
        const text = truth.getText();
        document = update(document, edit, before + 1);
        expect(textOf(document)).toBe(text);
        expect(document).toMatchObject({ uri: "file:///a.md", languageId: "markdown", version: before + 1 });
        expect(isLarge(document)).toBe(text.length > limit);
        if (!isLarge(document)) continue;
        expect(document.length).toBe(text.length);
        expect(document.mentionsReport).toBe(mentionsReport(text));
        expect(document.lines.map((line) => /^[^\r\n]*(?:\r\n?|\n)?$/u.test(line))).not.toContain(false);
      }
    }),
    { numRuns: 1000 },
  );
});

test("a large text takes in more lines at once than a function takes arguments", () => {
  const { create, update } = documentsUpTo(0);
  const document = create("file:///a.md", "markdown", 0, "一\r二");
  const at = { line: 1, character: 0 };
  const text = "\n三".repeat(200_000);
  expect(textOf(update(document, [{ range: { start: at, end: at }, text }], 1))).toBe(`一\r${text}二`);
});
