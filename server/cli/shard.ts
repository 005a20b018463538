/** One of several equal parts of the files. */
export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** Undefined for anything but `2/8`. */
export function shardOf(written: string): Shard | undefined {
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(written) ?? []).map(Number);
  return number === undefined || of === undefined || number < 1 || of < number ? undefined : { number, of };
}
