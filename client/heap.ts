/**
 * How V8 is to lay out the memory of the server. A check leaves much behind that dies young: with room for it from the
 * start, few keys wait for a collection. Most other flags would keep Node from using what it has compiled of itself.
 */
export const heapFlags: readonly string[] = ["--min-semi-space-size=16", "--max-semi-space-size=16"];
