export { importPdf, importText } from "./import-report.ts";

import { type Decode, decodeText } from "./decode-text.ts";
import { type Imported, importDocx, importHtml, importMarkdown, importText, importXlsx } from "./import-report.ts";

/** Imports a file by the ending of its name, or says in Chinese why not. Of a PDF file the pages are read before. */
export function importFile(name: string, bytes: Uint8Array, decode: Decode): Imported | string {
  const ending = /\.([^.\\/]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ending === "docx") return importDocx(bytes);
  if (ending === "xlsx") return importXlsx(bytes);
  const importer = importers[ending];
  if (importer === undefined) return "不能转换这种文件，只能转换 .docx、.xlsx、.pdf、.html、.txt、.md";
  const text = decodeText(bytes, decode);
  return text === undefined ? "不是文本，或者编码认不出，请用记事本打开，“另存为”时编码选 UTF-8" : importer(text);
}

const importers: Readonly<Record<string, (text: string) => Imported | string>> = {
  htm: importHtml,
  html: importHtml,
  md: importMarkdown,
  txt: importText,
};
