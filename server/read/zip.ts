import { strFromU8, Unzip, UnzipInflate } from "fflate";

/** Bounds on what an archive may hold: far above any office document, far below what harms. */
const limits = { entries: 2000, entryBytes: 20_000_000, bytes: 60_000_000, ratio: 200 } as const;

/** Below this size the ratio says nothing: a few blanks are packed as well as a bomb. */
const SMALL = 1_000_000;

/** How much is unpacked before the bounds are looked at again. */
const PIECE = 16_384;

/** What the clerk knows such a file by. */
export interface OfficeKind {
  readonly ending: ".docx" | ".xlsx";
  /** The ending of old files, which are no archives. */
  readonly old: string;
  readonly program: string;
}

/** Texts in UTF-8 of an archive by their path; a string says in Chinese why it is not read. */
type Unzipped = ReadonlyMap<string, string> | string;

/** Unpacks the files of a ZIP archive that are wanted and stops at the first thing that no office document has. */
export function unzip(bytes: Uint8Array, kind: OfficeKind, isWanted: (path: string) => boolean): Unzipped {
  const { ending, old, program } = kind;
  const damaged = `文件已损坏，请用 ${program} 打开后另存一份再转换`;
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    return `不是 ${ending} 文件，或者文件已损坏；旧版的 ${old} 和加了密码的文件请用 ${program} 另存为 ${ending}`;
  if (!hasDirectory(bytes)) return "文件不完整，可能没有下载或复制完";
  const state: State = { files: new Map(), entries: 0, bytes: 0, open: 0, fault: undefined };
  const archive = new Unzip((file) => {
    state.entries += 1;
    state.fault ??= faultOfEntry(state.entries, file.name, kind);
    if (state.fault !== undefined || !isWanted(file.name)) return;
    const pieces: Uint8Array[] = [];
    let size = 0;
    state.open += 1;
    file.ondata = (error, piece, isLast) => {
      if (error !== null) state.fault ??= damaged;
      else {
        size += piece.length;
        state.bytes += piece.length;
        state.fault ??= faultOfSize(size, state.bytes, bytes.length);
        pieces.push(piece);
        if (!isLast) return;
        state.open -= 1;
        state.files.set(file.name, strFromU8(joined(pieces, size)));
      }
    };
    file.start();
  });
  archive.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && state.fault === undefined; at += PIECE) {
      archive.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch {
    state.fault ??= damaged;
  }
  return state.fault ?? (state.open > 0 ? damaged : state.files);
}

interface State {
  readonly files: Map<string, string>;
  entries: number;
  bytes: number;
  /** Files that have begun and not ended. */
  open: number;
  fault: string | undefined;
}

const TOO_LARGE = "文件解压后大得不正常，没有转换";

function faultOfEntry(entries: number, path: string, { ending, program }: OfficeKind): string | undefined {
  if (entries > limits.entries) return TOO_LARGE;
  if (/^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|\\|\0/u.test(path)) return "文件里有不正常的路径，没有转换";
  return /vbaProject/iu.test(path) ? `文件里有宏，没有转换；请用 ${program} 另存为不含宏的 ${ending}` : undefined;
}

function faultOfSize(entry: number, all: number, packed: number): string | undefined {
  const isBomb = all > SMALL && all > packed * limits.ratio;
  return entry > limits.entryBytes || all > limits.bytes || isBomb ? TOO_LARGE : undefined;
}

/** The end of the central directory stands in the last 64 KB of every archive that is whole. */
function hasDirectory(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6) return true;
  }
  return false;
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
