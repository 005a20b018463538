import { RAL } from "vscode-languageserver";

/** Takes on a job; another one under the same key takes its place if it has not begun. */
export type Background = (key: unknown, job: () => void) => void;

/**
 * Runs what can wait one job at a time, while no more of it comes in: every message of a connection has a turn of its
 * own, so that whatever is asked meanwhile is answered between two jobs at the latest. No job may fail.
 */
export function createBackground(): Background {
  const waiting = new Map<unknown, () => void>();
  let taken = 0;

  async function work(): Promise<void> {
    for (const key of waiting.keys()) {
      for (let before = -1; before !== taken; ) {
        before = taken;
        await nextTurn();
      }
      waiting.get(key)?.();
      waiting.delete(key);
    }
  }
  return (key, job) => {
    const isIdle = waiting.size === 0;
    waiting.set(key, job);
    taken += 1;
    if (isIdle) void work();
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    RAL().timer.setImmediate(resolve);
  });
}
