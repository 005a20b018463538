/**
 * How V8 is to lay out the memory of the server. A check leaves much behind that dies young: with room for it from the
 * start, few keys wait for a collection. And what an open report takes is no reason to collect all of the memory.
 */
export const heapFlags: readonly string[] = [
  "--min-semi-space-size=16",
  "--max-semi-space-size=16",
  "--initial-old-space-size=128",
];
