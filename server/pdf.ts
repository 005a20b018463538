import { getDocument, OPS, type PDFPageProxy } from "unpdf/pdfjs";
import type { PdfPage, PdfRule, PdfText } from "./read/pdf-page.ts";

/** More pages than any report has. */
const mostPages = 200;

/** The words and lines of a PDF file; a string says in Chinese why it is not read. Nothing outside the file is looked at. */
export async function readPdf(bytes: Uint8Array): Promise<readonly PdfPage[] | string> {
  if (hasBrotli(bytes)) return "文件用了很新的压缩方法，认不出，请用写出它的程序另存一份";
  const options = {
    isEvalSupported: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  };
  try {
    const document = await getDocument({ ...options, data: new Uint8Array(bytes) }).promise;
    if (document.numPages > mostPages) return `有 ${document.numPages} 页，太长了，请只保留年报正文`;
    const pages: PdfPage[] = [];
    for (let nth = 1; nth <= document.numPages; nth += 1) pages.push(await readPage(await document.getPage(nth)));
    return pages;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return name === "PasswordException" ? "文件加了密码，请去掉密码后再转换" : "文件已损坏，或者不是 PDF 文件";
  }
}

/** The bundle leaves that decoder out; how a stream is compressed always stands in the file as it is. */
function hasBrotli(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(BROTLI[0]); at >= 0; at = bytes.indexOf(BROTLI[0], at + 1)) {
    if (BROTLI.every((byte, nth) => bytes[at + nth] === byte)) return true;
  }
  return false;
}

const BROTLI = [0x42, 0x72, 0x6f, 0x74, 0x6c, 0x69, 0x44, 0x65, 0x63, 0x6f, 0x64, 0x65] as const;

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const [, , , height = 0] = page.view;
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const texts = items.flatMap((item): readonly PdfText[] => {
    if (!("str" in item) || item.str === "") return [];
    const [, , , , x = 0, y = 0] = item.transform;
    return [{ text: item.str, x, y, width: item.width, height: item.height || 10 }];
  });
  return { texts, rules: await readRules(page), height };
}

type Matrix = readonly [number, number, number, number, number, number];

/** The thin shapes that are drawn, turned by what is in force where they are. */
async function readRules(page: PDFPageProxy): Promise<readonly PdfRule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: PdfRule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operator, nth) => {
    const args = argsArray[nth];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, args);
    else if (operator === OPS.constructPath && args[0] !== OPS.endPath) rules.push(...rulesIn(args[1]?.[0], matrix));
  });
  return rules;
}

function times(m: Matrix, [a, b, c, d, e, f]: Matrix): Matrix {
  return [
    m[0] * a + m[2] * b,
    m[1] * a + m[3] * b,
    m[0] * c + m[2] * d,
    m[1] * c + m[3] * d,
    m[0] * e + m[2] * f + m[4],
    m[1] * e + m[3] * f + m[5],
  ];
}

/** How many numbers follow a move, a line, two kinds of curves, and the end of a shape. */
const LENGTHS = [2, 2, 6, 4, 0];

/** The level and upright sides of a shape: of a line itself, of a frame all four, of a bar one. */
function rulesIn(path: Float32Array | null | undefined, [a, b, c, d, e, f]: Matrix): readonly PdfRule[] {
  const rules: PdfRule[] = [];
  let [start, last]: (readonly [number, number])[] = [
    [0, 0],
    [0, 0],
  ];
  const lineTo = (to: readonly [number, number]) => {
    const [x1, x2] = [Math.min(last?.[0] ?? 0, to[0]), Math.max(last?.[0] ?? 0, to[0])];
    const [y1, y2] = [Math.min(last?.[1] ?? 0, to[1]), Math.max(last?.[1] ?? 0, to[1])];
    if (x2 - x1 < 2 !== y2 - y1 < 2) rules.push({ x1, y1, x2, y2 });
    last = to;
  };
  for (let at = 0; path !== null && path !== undefined && at < path.length; ) {
    const kind = path[at] ?? 4;
    const length = LENGTHS[kind] ?? 0;
    const [x = 0, y = 0] = [path[at + length - 1], path[at + length]];
    const to = [a * x + c * y + e, b * x + d * y + f] as const;
    if (kind === 0) start = last = to;
    else if (kind === 1) lineTo(to);
    else if (kind === 4) lineTo(start ?? to);
    else last = to;
    at += length + 1;
  }
  return rules;
}
