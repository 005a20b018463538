/** Decodes bytes; undefined where they are not text in that encoding. Hosts have it, the core does not. */
export type Decode = (bytes: Uint8Array, encoding: string) => string | undefined;

/** Text in UTF-8, UTF-16 or what old programs on Chinese systems write: GBK, which GB 18030 contains. */
export function decodeText(bytes: Uint8Array, decode: Decode): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, "utf-16le");
  if (first === 0xfe && second === 0xff) return decode(bytes, "utf-16be");
  // What has a byte 0 in it is no text.
  return bytes.includes(0) ? undefined : (decode(bytes, "utf-8") ?? decode(bytes, "gb18030"));
}
