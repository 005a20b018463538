import type { Decode } from "../import/decode-text.ts";
import type { PdfPage } from "../read/pdf-page.ts";

/** Everything the command line needs from its host; paths are those the user typed, with `/` between added parts. */
export interface Io {
  /** What stands at a path. */
  readonly look: (path: string) => Promise<"file" | "folder" | Fault>;
  /** What a folder holds, links to folders left out. */
  readonly list: (path: string) => Promise<readonly Entry[] | Fault>;
  /** The text of a file, its byte order mark kept; a fault if it is not UTF-8. */
  readonly readText: (path: string) => Promise<string | Fault>;
  /** The content of a file of at most 30 MB. */
  readonly readBytes: (path: string) => Promise<Uint8Array | Fault>;
  readonly decode: Decode;
  /** The pages of a PDF file, or in Chinese why they cannot be read. */
  readonly readPdf: (bytes: Uint8Array) => Promise<readonly PdfPage[] | string>;
  readonly readInput: () => Promise<string | Fault>;
  /** Replaces a file as a whole or not at all, and keeps its mode. */
  readonly replaceText: (path: string, text: string) => Promise<Fault | undefined>;
  /** Writes a new file as a whole or not at all; a fault if there is one already. */
  readonly createText: (path: string, text: string) => Promise<Fault | undefined>;
  /** As `createText`, for what is no text. */
  readonly createBytes: (path: string, bytes: Uint8Array) => Promise<Fault | undefined>;
  /** Writes to the standard output, exactly. */
  readonly print: (text: string) => void;
  /** Writes one line to the standard error. */
  readonly warn: (line: string) => void;
  /** Told when many files have been checked: from then on the program should not take more memory than it has. */
  readonly stopGrowing: () => Promise<void>;
  /** Says how far a long run is, where somebody looks on; an empty text takes it away. */
  readonly progress: (text: string) => void;
  readonly version: () => Promise<string>;
  /** Names the program as it is built: another one may find other things in the same text. */
  readonly program: () => Promise<string>;
  /** A short text that no two texts share (SHA-256). */
  readonly digest: (text: string) => Promise<string>;
}

export interface Entry {
  readonly name: string;
  readonly kind: "file" | "folder";
}

/** Why something could not be read or written: an error code of the operating system, or `ENOTUTF8`. */
export interface Fault {
  readonly code: string;
}

/** Why the standard output takes nothing: a disk that is full, most often. */
export class Unprinted extends Error implements Fault {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Wrong usage, unreadable input, an internal fault, or nothing to check. */
export const FAILED = 2;

/** A fault in Chinese, with what to do about it where there is something. */
export function explainFault({ code }: Fault): string {
  return REASONS[code] ?? `读写失败（${code}）`;
}

/** What nothing the user did can lead to: a bug of ours, which has to be seen as one. */
export function explainBug(error: unknown): string {
  return `内部错误，请报告给开发者：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}

const DENIED = "没有读写它的权限";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "没有这个文件或文件夹",
  ENOTDIR: "没有这个文件或文件夹",
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: "所在的磁盘是只读的",
  EBUSY: "文件正被其他程序占用",
  EISDIR: "这是一个文件夹，不是文件",
  EEXIST: "已经有这个文件，不会覆盖它",
  ENOSPC: "磁盘空间不足",
  ENOTUTF8: "不是 UTF-8 编码，请用记事本或其他编辑器打开，“另存为”时编码选 UTF-8",
  EFBIG: "文件太大，超过 30 MB",
};
